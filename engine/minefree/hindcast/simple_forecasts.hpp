#pragma once

#include <array>
#include <optional>
#include <string_view>

#include <minefree/domain/plain_projection.hpp>

namespace minefree::hindcast {

/// The quantities and events that are scored.
enum class Variable {
  stock,
  release,
  date,
  deadline_met,
  extension_asked,
  casualties,
  world_funding
};
std::string_view name_of(Variable);
inline bool is_event(Variable variable) {
  return variable == Variable::deadline_met || variable == Variable::extension_asked;
}

/// Forecasts that need no model: what anybody could write down at the origin.
enum class Simple { persistence, remaining_over_mean_3, remaining_over_mean_5, own_plan };
inline constexpr std::array all_simple{Simple::persistence, Simple::remaining_over_mean_3,
                                       Simple::remaining_over_mean_5, Simple::own_plan};
std::string_view name_of(Simple);
/// The same with a spread fitted on earlier origins.
std::string_view name_with_spread(Simple);

/// What such a forecast may look at: the record as it was known at the origin.
struct KnownRecord {
  int origin = 0;
  std::vector<YearFigures> history;
  std::optional<RecordedStock> stock;  // the newest; none when it is too old or done
  std::vector<YearlyRelease> releases;
  std::optional<double> mean_of_3_km2, mean_of_5_km2;  // released a year
  std::optional<double> stated_completion;             // decimal year
  std::optional<double> planned_km2_per_year;
  std::optional<double> casualties;  // of the newest reported year
};
KnownRecord what_was_known(StateData const&, int origin);

/// The point forecast of a stock, release or yearly casualties `years_ahead` of the origin; nothing
/// where the record does not carry it.
std::optional<double> point_forecast(Simple, KnownRecord const&, Variable, int years_ahead);

/// The decimal year of completion; `never` where the forecast says so.
std::optional<double> date_forecast(Simple, KnownRecord const&);

/// What is added before the log is taken, so that an empty stock has a log: 5 % of the stock known
/// at the origin, km2; one person for casualties, one million USD for money.
double offset_of_log(KnownRecord const&, Variable);

}  // namespace minefree::hindcast
