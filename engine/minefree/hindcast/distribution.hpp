#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace minefree::hindcast {

/// A date that is never reached.
inline constexpr double never = std::numeric_limits<double>::infinity();

/// What a model says of a quantity: values in rising order, each as likely as the others. A single
/// value is a point forecast.
class Distribution {
 public:
  Distribution() = default;
  explicit Distribution(std::vector<double> values);

  std::span<double const> values() const { return values_; }
  bool empty() const { return values_.empty(); }

  /// The value below which a share p lies, between the middles of the steps; an infinite neighbour
  /// is not interpolated with.
  double quantile(double p) const;
  /// Share of the values below `x`, and at most `x`.
  double share_below(double x) const;
  double share_at_most(double x) const;

  /// The distribution of log(value + offset).
  Distribution logged(double offset) const;
  /// The distribution of min(value, limit).
  Distribution capped(double limit) const;
  /// As many evenly spaced quantiles, where there are more values than that.
  Distribution thinned(std::size_t most) const;

 private:
  std::vector<double> values_;
};

}  // namespace minefree::hindcast
