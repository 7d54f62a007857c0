#include <minefree/domain/posterior.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/base/contract.hpp>

namespace minefree {

bool is_calibrated(Posterior const& posterior, Parameter parameter) {
  return std::ranges::find(posterior.calibrated, parameter) != posterior.calibrated.end();
}

double quantile_of(DrawColumn const& column, double p) {
  MINEFREE_EXPECT(!column.empty() && p >= 0 && p <= 1);
  auto draws = column;
  double const place = p * static_cast<double>(draws.size() - 1);
  auto const at_place = draws.begin() + static_cast<std::ptrdiff_t>(place);
  std::ranges::nth_element(draws, at_place);
  double const below = *at_place;
  double const above =
      at_place + 1 == draws.end() ? below : *std::min_element(at_place + 1, draws.end());
  double const part = place - static_cast<double>(at_place - draws.begin());
  return (1 - part) * below + part * above;
}

}  // namespace minefree
