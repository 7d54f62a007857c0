// The module minefree._engine: every command of the program, called inside this process.

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include <minefree/version.hpp>

#include "caller.hpp"
#include "program.hpp"

namespace nb = nanobind;

namespace {

using minefree::cli::CalledBy;
using minefree::cli::Caller;

/// How far a command is; written by its threads, read by the one that waits for it.
struct Progress {
  std::atomic<std::uint64_t> done{0};
  std::atomic<std::uint64_t> total{0};
};

/// Waits for a command in a thread of its own, without the interpreter's lock; every so often tells
/// progress, and asks the command to stop when Python has a signal or an exception of its own.
void wait_for(std::future<int>& running, std::stop_source& stop, Progress const& progress,
              nb::object const& tell) {
  constexpr std::chrono::milliseconds between{50};
  std::uint64_t told = 0;
  auto const is_over = [&] {
    nb::gil_scoped_release const others_may_run;
    return running.wait_for(between) == std::future_status::ready;
  };
  while (!is_over()) {
    try {
      if (PyErr_CheckSignals() != 0) throw nb::python_error();
      std::uint64_t const done = progress.done;
      if (tell.is_none() || done == told) continue;
      told = done;
      tell(done, static_cast<std::uint64_t>(progress.total));
    } catch (...) {
      stop.request_stop();
      nb::gil_scoped_release const others_may_run;
      running.wait();
      throw;
    }
  }
}

using Printed = nb::typed<nb::tuple, int, std::string, std::string>;

Printed call(std::vector<std::string> const& words, std::string const& scenario_library,
             nb::object const& progress) {
  Progress so_far;
  std::stop_source stop;
  Caller caller{.stop = stop.get_token(), .scenario_library = scenario_library};
  caller.progress = [&](std::uint64_t done, std::uint64_t total) {
    so_far.total = total;
    so_far.done = done;
  };
  auto running = std::async(std::launch::async, [&] {
    CalledBy const called(caller);
    return minefree::cli::run_program(words);
  });
  wait_for(running, stop, so_far, progress);
  int const code = running.get();
  return Printed(nb::make_tuple(code, caller.out, caller.err));
}

}  // namespace

NB_MODULE(_engine, module) {
  module.doc() = "Every command of minefree, called inside this process.";
  module.def("call", &call, nb::arg("words"), nb::arg("scenario_library") = "",
             nb::arg("progress").none() = nb::none(),
             "Runs a command line without the program's name; gives the exit code, what would be "
             "printed, and the messages. `progress` is called with what is done and the total, at "
             "most twenty times a second. An exception in it, or Ctrl-C, ends the command.");
  module.attr("version") = std::string(minefree::version());
  module.attr("commit") = std::string(minefree::commit());
}
