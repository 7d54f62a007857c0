#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace minefree::cli {

/// Who calls a command in place of a command line: it gets what would be printed, is told of
/// progress, and may ask to stop.
struct Caller {
  std::string out;
  std::string err;
  std::stop_token stop;
  std::function<void(std::uint64_t done, std::uint64_t total)>
      progress;                  // from any thread; may be empty
  std::string scenario_library;  // folder of the scenarios that come with it; may be empty
  bool writes_results = true;    // false: another process writes the same files
};

/// While it lives, commands of this thread talk to the caller instead of the terminal.
class CalledBy {
 public:
  explicit CalledBy(Caller&);
  ~CalledBy();
  CalledBy(CalledBy const&) = delete;
  CalledBy& operator=(CalledBy const&) = delete;
};

/// Who called the command that this thread runs; null on a command line.
Caller* caller();

}  // namespace minefree::cli
