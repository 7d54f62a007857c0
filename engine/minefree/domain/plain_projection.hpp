#pragma once

#include <optional>
#include <vector>

#include <minefree/domain/history.hpp>

namespace minefree {

/// A state's own plan as known at an origin. A pace or a cost may stand in an older plan than the
/// newest stated date, unless that older plan has run out since; each part is the plan that gives
/// it, with its source.
struct KnownPlan {
  std::optional<OwnPlan> completion;  // the newest that states a date
  std::optional<OwnPlan> pace;        // the newest that states km2 a year
  std::optional<OwnPlan> cost;        // the newest that states a cost
};

KnownPlan plan_known_at(std::vector<OwnPlan> const&, int origin);

/// Land released in one year.
struct YearlyRelease {
  int year = 0;
  double km2 = 0;
  std::optional<double>
      cancelled_km2;  // the part that survey took off the record, where it is reported
};

/// Reported releases, oldest first, with years in which none was made; where no year reports any,
/// falls between stocks.
struct PastRelease {
  std::vector<YearlyRelease> years;
  bool reported = true;  // false: read off the stocks
};

PastRelease past_release(std::vector<YearFigures> const& history);

/// The plain figures that stand beside every projection: the state's own plan, and the straight
/// line. All of them count from the end of the year of the newest stock.
struct PlainProjection {
  KnownPlan plan;
  std::optional<Date> own_plan;  // newest stated completion known at the origin
  std::optional<double> planned_km2_per_year;
  PastRelease past;
  std::optional<YearlyRelease> best_year;    // none where nothing was ever released
  std::optional<double> ratio_to_best_year;  // planned over the best year
  std::vector<int> years_of_mean;            // the newest three, oldest first
  std::optional<double>
      mean_release_km2_per_year;  // of these; 0 where they report that nothing was released
  std::optional<double> needed_km2_per_year;  // to meet the stated date; none once it has passed
  std::optional<double> needed_to_best_year;  // over the best year
  std::optional<double>
      remaining_over_mean_release;  // decimal year in which the straight line ends; none for never
  std::optional<double> remaining_over_planned;  // the same at the planned pace
};

/// `remaining` is the newest stock known at the origin.
PlainProjection plain_projection(StateData const&, std::vector<YearFigures> const& history,
                                 std::optional<RecordedStock> const& remaining, int origin);

}  // namespace minefree
