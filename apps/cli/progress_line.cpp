#include "progress_line.hpp"

#include <minefree/report/progress.hpp>

#include "terminal.hpp"

namespace minefree::cli {

void ProgressLine::done(std::uint64_t count) {
  if (caller_ && caller_->progress) caller_->progress(count, total_);
  if (!shown_) return;
  constexpr std::chrono::milliseconds between{100};
  auto const now = Clock::now();
  if (now - last_drawn_ < between) return;
  last_drawn_ = now;
  drawn_ = true;
  std::chrono::duration<double> const elapsed = now - begun_;
  say("\r\033[K" + report::progress_text(count, total_, elapsed.count(), what_));
}

void ProgressLine::clear() {
  if (drawn_) say("\r\033[K");
  drawn_ = false;
}

}  // namespace minefree::cli
