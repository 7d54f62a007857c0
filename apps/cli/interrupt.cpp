#include "interrupt.hpp"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <thread>

#include "arguments.hpp"
#include "caller.hpp"

namespace minefree::cli {

namespace {

constexpr timespec patience{.tv_sec = 0, .tv_nsec = 800'000'000};

sigset_t stopping_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

/// Waits for the signals in a thread of its own.
std::stop_source stopped_by_signals() {
  std::stop_source stop;
  // Threads that are started from here on inherit the mask, so only the waiting one gets the
  // signals.
  auto const signals = stopping_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([stop, signals]() mutable {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) return;
    stop.request_stop();
    sigtimedwait(&signals, nullptr, &patience);
    ::_exit(exit_failed);
  }).detach();
  return stop;
}

std::stop_token token_of_program() {
  static std::stop_source const stop = stopped_by_signals();
  return stop.get_token();
}

}  // namespace

Interrupt::Interrupt() : token_(caller() ? caller()->stop : token_of_program()) {}

}  // namespace minefree::cli
