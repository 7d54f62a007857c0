#include <minefree/domain/posterior.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/base/contract.hpp>

namespace minefree {

bool is_calibrated(Posterior const& posterior, Parameter parameter) {
  return std::ranges::find(posterior.calibrated, parameter) != posterior.calibrated.end();
}

void DrawColumn::sort() {
  ascending_ = draws_;
  std::ranges::sort(ascending_);
}

double DrawColumn::quantile(double p) const {
  MINEFREE_EXPECT(!empty() && p >= 0 && p <= 1);
  if (ascending_.size() != draws_.size()) {
    auto sorted = *this;
    sorted.sort();
    return sorted.quantile(p);
  }
  double const place = p * static_cast<double>(size() - 1);
  auto const below = static_cast<std::size_t>(place);
  auto const above = std::min(below + 1, size() - 1);
  double const part = place - static_cast<double>(below);
  return (1 - part) * ascending_[below] + part * ascending_[above];
}

void sort_columns(Posterior& posterior) {
  for (auto& column : posterior.common) column.sort();
  for (auto& [code, state] : posterior.states) {
    for (auto& column : state.parameters) column.sort();
    state.log_deviation.sort();
  }
  for (auto& between : posterior.between_states) {
    between.mean.sort();
    between.sd.sort();
  }
}

}  // namespace minefree
