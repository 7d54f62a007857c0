#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace minefree {

/// How one output varies over the points of a sweep.
struct OutputSpread {
  double lowest = 0, mean = 0, highest = 0;
  /// Share of the variance over points that is Monte Carlo noise, 0 to 1: a quarter of the variance
  /// of what two halves of the futures differ by, which is that of their mean.
  double noise_share = 0;
};

/// Takes the rows of a sweep (see sweep_row) one by one, in any order.
class SweepSpread {
 public:
  explicit SweepSpread(std::size_t outputs) : moments_(outputs) {}

  void add(std::span<double const> row);
  std::uint64_t points() const { return points_; }
  /// Of each output; zeros where there was no row.
  std::vector<OutputSpread> spreads() const;

 private:
  struct Moments {
    double lowest = 0, highest = 0;
    double mean = 0, mean_difference = 0;        // of all futures; of one half less the other
    double squares = 0, squares_difference = 0;  // sums of squared deviations
  };

  std::uint64_t points_ = 0;
  std::vector<Moments> moments_;
};

}  // namespace minefree
