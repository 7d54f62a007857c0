#include <minefree/decision/sweep_spread.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>
#include <minefree/decision/sweep_row.hpp>

namespace minefree {

namespace {

/// B. P. Welford's update (1962), which does not lose the digits of a small variance.
void update(double value, double weight, double& mean, double& squares) {
  double const step = value - mean;
  mean += weight * step;
  squares += step * (value - mean);
}

}  // namespace

void SweepSpread::add(std::span<double const> row) {
  MINEFREE_EXPECT(row.size() == values_of_output * moments_.size());
  ++points_;
  auto const weight = 1 / static_cast<double>(points_);
  for (std::size_t k = 0; k < moments_.size(); ++k) {
    auto& of = moments_[k];
    double const value = row[values_of_output * k];
    of.lowest = points_ == 1 ? value : std::min(of.lowest, value);
    of.highest = points_ == 1 ? value : std::max(of.highest, value);
    double const difference = row[values_of_output * k + 1] - row[values_of_output * k + 2];
    update(value, weight, of.mean, of.squares);
    update(difference, weight, of.mean_difference, of.squares_difference);
  }
}

std::vector<OutputSpread> SweepSpread::spreads() const {
  std::vector<OutputSpread> spreads;
  for (auto const& of : moments_) {
    double const noise = of.squares > 0 ? of.squares_difference / 4 / of.squares : 0;
    spreads.push_back({.lowest = of.lowest,
                       .mean = of.mean,
                       .highest = of.highest,
                       .noise_share = std::clamp(noise, 0.0, 1.0)});
  }
  return spreads;
}

}  // namespace minefree
