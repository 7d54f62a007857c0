#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "caller.hpp"

namespace minefree::cli {

/// One line on stderr that tells how far a run is and how long it will take; gone when it is done.
/// A program that called the command is told instead.
class ProgressLine {
 public:
  ProgressLine(std::uint64_t total, bool shown, std::string what = "futures")
      : total_(total), shown_(shown), what_(std::move(what)), caller_(caller()) {}
  ~ProgressLine() { clear(); }
  ProgressLine(ProgressLine const&) = delete;
  ProgressLine& operator=(ProgressLine const&) = delete;

  /// Draws the line, though not more often than ten times a second. One caller at a time.
  void done(std::uint64_t count);
  /// The run turns out longer.
  void set_total(std::uint64_t total) { total_ = total; }
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::uint64_t total_;
  bool shown_;
  std::string what_;  // is counted
  Caller* caller_;
  bool drawn_ = false;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point last_drawn_ = begun_;
};

}  // namespace minefree::cli
