#include <minefree/domain/posterior.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>

namespace minefree {

bool is_calibrated(Posterior const& posterior, Parameter parameter) {
  return std::ranges::find(posterior.calibrated, parameter) != posterior.calibrated.end();
}

double quantile_of(DrawColumn const& column, double p) {
  MINEFREE_EXPECT(!column.empty() && p >= 0 && p <= 1);
  auto sorted = column;
  std::ranges::sort(sorted);
  double const place = p * static_cast<double>(sorted.size() - 1);
  auto const below = static_cast<std::size_t>(place);
  auto const above = std::min(below + 1, sorted.size() - 1);
  double const part = place - static_cast<double>(below);
  return (1 - part) * sorted[below] + part * sorted[above];
}

}  // namespace minefree
