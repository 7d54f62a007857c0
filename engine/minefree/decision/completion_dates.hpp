#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

/// The dates that a run counted for one state: how many trajectories in each month, by group and in
/// all. The last of the months is "never within the horizon".
class CompletionDates {
 public:
  CompletionDates(Ensemble const&, StateCounts const&, int origin);

  /// Trajectories by month from January of `origin + 1`, without those that never complete.
  std::span<std::uint32_t const> by_month() const { return all_; }
  std::uint64_t trajectories() const { return trajectories_; }

  /// The decimal year by which a share p of the trajectories is complete, interpolated inside its
  /// month; nothing when that lies beyond the horizon.
  std::optional<double> quantile(double p) const;

  /// Standard error of that quantile in months, from leaving out each of the 16 groups in turn
  /// (the delete-a-group jackknife); nothing where the quantile is beyond the horizon. A group that
  /// would move it there counts with the horizon.
  std::optional<double> error_months(double p) const;

  /// Share complete by the end of a year, 0..1; `year` is at most the horizon.
  double share_by_end_of(int year) const;
  /// Standard error of that share. Where trajectories share rows of a calibration, what the 16
  /// groups show counts as well: it does not wear off with the number of trajectories.
  double share_error_by_end_of(int year, bool shares_rows) const;
  /// Share complete by a decimal year, even inside a month; nothing beyond the horizon.
  std::optional<double> share_by(double decimal_year) const;
  double never_share() const;

 private:
  int origin_;
  std::uint64_t trajectories_;
  std::vector<std::uint32_t> all_;
  std::vector<std::vector<std::uint32_t>> without_group_;
  std::vector<std::uint64_t> trajectories_without_group_;
};

/// The larger error of P50 and P80, as far as these dates exist; what a run is judged by.
std::optional<double> error_of_main_dates(CompletionDates const&);

/// The largest such error over all states of a run, in months; nothing when no state has a date.
std::optional<double> largest_error_months(Plan const&, Ensemble const&);

}  // namespace minefree
