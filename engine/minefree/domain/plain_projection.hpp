#pragma once

#include <optional>
#include <vector>

#include <minefree/domain/history.hpp>

namespace minefree {

/// The plain figures that stand beside every projection: the state's own plan, and the straight line.
struct PlainProjection {
  std::optional<Date> own_plan;                     // newest stated completion known at the origin
  std::optional<double> planned_km2_per_year;
  std::optional<double> ratio_to_best_year;         // planned over the best reported year
  std::optional<double> mean_release_km2_per_year;  // of the newest three reported years
  std::optional<double> remaining_over_mean_release;  // decimal year in which the straight line ends
};

/// `remaining` is the newest stock known at the origin.
PlainProjection plain_projection(StateData const&, std::vector<YearFigures> const& history,
                                 std::optional<RecordedStock> const& remaining, int origin);

}  // namespace minefree
