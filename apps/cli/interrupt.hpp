#pragma once

#include <stop_token>

namespace minefree::cli {

/// Turns Ctrl-C and SIGTERM into a request to stop; all of them share it. The first is made before
/// any other thread. Whoever does not heed the request within most of a second, or is asked twice,
/// is ended. A command that another program calls is stopped by that program, and takes no signal.
class Interrupt {
 public:
  Interrupt();

  std::stop_token token() const { return token_; }

 private:
  std::stop_token token_;
};

}  // namespace minefree::cli
