#include <minefree/decision/sweep_spread.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>
#include <minefree/decision/sweep_row.hpp>

namespace minefree {

void SweepSpread::add(std::span<double const> row) {
  MINEFREE_EXPECT(row.size() == values_of_output * moments_.size());
  ++points_;
  auto const weight = 1 / static_cast<double>(points_);
  for (std::size_t k = 0; k < moments_.size(); ++k) {
    auto& of = moments_[k];
    double const value = row[values_of_output * k];
    of.lowest = points_ == 1 ? value : std::min(of.lowest, value);
    of.highest = points_ == 1 ? value : std::max(of.highest, value);
    // B. P. Welford's update, which does not lose the digits of a small variance.
    double const step = value - of.mean;
    of.mean += weight * step;
    of.squares += step * (value - of.mean);
    double const first = row[values_of_output * k + 1];
    double const second = row[values_of_output * k + 2];
    double const step_1 = first - of.mean_1;
    of.mean_1 += weight * step_1;
    of.mean_2 += weight * (second - of.mean_2);
    of.products += step_1 * (second - of.mean_2);
  }
}

std::vector<OutputSpread> SweepSpread::spreads() const {
  std::vector<OutputSpread> spreads;
  for (auto const& of : moments_) {
    double const noise = of.squares > 0 ? 1 - of.products / of.squares : 0;
    spreads.push_back({.lowest = of.lowest,
                       .mean = of.mean,
                       .highest = of.highest,
                       .noise_share = std::clamp(noise, 0.0, 1.0)});
  }
  return spreads;
}

}  // namespace minefree
