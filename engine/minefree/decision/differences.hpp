#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

/// A result under both scenarios, and what the other has more of it, with the Monte Carlo error of
/// that under shared draws.
struct Difference {
  int target = 0;  // as of the end of this year
  double base = 0;
  double other = 0;
  double value = 0;  // other minus base
  double standard_error = 0;
};

/// The same of a date, decimal years; `value` and its error in years, nothing when one of the two
/// is not within the horizon.
struct DateDifference {
  std::optional<double> base, other, value, standard_error;
};

/// Sums over groups of trajectories of one quantity, at one target year.
struct GroupSums {
  std::vector<double> base;   // [group]
  std::vector<double> other;  // likewise
};

/// One target of sums that a paired run has made, in units of `unit` (such as 1e-6 for m2 to km2).
GroupSums sums_at(TargetSums const&, std::size_t target, double unit);
/// Adds another state's sums.
void add(GroupSums const& more, GroupSums& sums);

/// The mean of a quantity and its difference. The error is that between groups: what trajectories
/// that share a row of a calibration have in common does not wear off with their number.
Difference difference_of_means(GroupSums const&, std::vector<std::uint64_t> const& group_size);

/// Counts of futures in which a thing is true in one scenario alone.
struct OneSided {
  std::vector<std::uint64_t> only_base;   // [group]
  std::vector<std::uint64_t> only_other;  // likewise
};
OneSided one_sided_at(PairCounts const&, std::size_t target);

/// The difference of two probabilities. Its error is that of the futures that change sides, or
/// where draws are shared (`shares_rows`) that between groups if it is larger.
Difference difference_of_shares(OneSided const&, std::vector<std::uint64_t> const& group_size,
                                bool shares_rows);

/// How many times more independent futures would be needed for the same error; nothing when the
/// futures do not differ.
std::optional<double> variance_reduction(OneSided const&, Difference const&,
                                         std::uint64_t trajectories);

/// The date by which half of the futures are complete, as a decimal year. The error is the
/// jackknife's over groups.
DateDifference difference_of_medians(StateCounts const& base, StateCounts const& other, int origin,
                                     int months);

}  // namespace minefree
