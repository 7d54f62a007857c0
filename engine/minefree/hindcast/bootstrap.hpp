#pragma once

#include <optional>
#include <span>
#include <string>

namespace minefree::hindcast {

/// One scored case: its part of the numerator and of the denominator, and the state it belongs to.
/// A mean has 1 in each denominator; a ratio of two models' scores has the other model's score.
struct ScoredPart {
  std::string state;
  double part = 0;
  double whole = 1;
};

/// Sum of the parts over sum of the wholes.
double ratio(std::span<ScoredPart const>);

struct Interval {
  double low = 0;
  double high = 0;
};

inline constexpr int bootstrap_replicates = 1000;

/// The middle 95 % of the ratio when whole states are drawn with replacement: forecasts of one
/// state at several origins share its fate and are not independent. Nothing for a single state.
/// The same cases give the same interval, in any order of rows and on any machine.
std::optional<Interval> cluster_bootstrap(std::span<ScoredPart const>);

}  // namespace minefree::hindcast
