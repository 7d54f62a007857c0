#include <minefree/report/progress.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <minefree/report/words.hpp>

namespace minefree::report {

std::string progress_text(std::uint64_t done, std::uint64_t total, double elapsed_seconds,
                          std::string_view what) {
  auto const share =
      total == 0 ? 1.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  auto const text = fmt::format("{} of {} {} ({:.0f} %)", with_commas(done), with_commas(total),
                                what, 100 * share);
  if (share < 0.01) return text;
  double const left = elapsed_seconds * (1 - share) / share;
  if (left < 90) return fmt::format("{}, {:.0f} s left", text, left);
  return fmt::format("{}, {:.0f} min left", text, left / 60);
}

}  // namespace minefree::report
