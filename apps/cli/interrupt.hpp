#pragma once

#include <stop_token>

namespace minefree::cli {

/// Turns Ctrl-C and SIGTERM into a request to stop. Made once, before any other thread. Whoever
/// does not heed the request within most of a second, or is asked twice, is ended.
class Interrupt {
 public:
  Interrupt();

  std::stop_token token() const { return source_.get_token(); }
  bool came() const { return source_.stop_requested(); }

 private:
  std::stop_source source_;
};

}  // namespace minefree::cli
