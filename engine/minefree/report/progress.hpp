#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minefree::report {

/// `12,288 of 20,000 futures (61 %), 2 s left`: one line without a line feed. The time that is left
/// is told once there is something to judge it by. `what` is counted.
std::string progress_text(std::uint64_t done, std::uint64_t total, double elapsed_seconds,
                          std::string_view what = "futures");

}  // namespace minefree::report
