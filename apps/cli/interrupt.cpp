#include "interrupt.hpp"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <thread>

#include "arguments.hpp"

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

}  // namespace

Interrupt::Interrupt() {
  // Threads that are started from here on inherit the mask, so only the waiting one gets the
  // signals.
  auto const signals = stopping_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([source = source_, signals]() mutable {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) return;
    source.request_stop();
    sigtimedwait(&signals, nullptr, &patience);
    ::_exit(exit_failed);
  }).detach();
}

}  // namespace minefree::cli
