#include <minefree/hindcast/simple_forecasts.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/domain/estimability.hpp>
#include <minefree/domain/known_casualties.hpp>
#include <minefree/hindcast/declarations.hpp>
#include <minefree/hindcast/distribution.hpp>
#include <minefree/hindcast/vintage.hpp>

namespace minefree::hindcast {
namespace {

constexpr double share_of_stock_added = 0.05;
constexpr int older_years_allowed = 2;

/// Mean of the newest `count` reported years, none of them much older than that.
std::optional<double> mean_of_newest(std::vector<YearlyRelease> const& releases, int origin,
                                     int count) {
  double sum = 0;
  int used = 0;
  for (auto release = releases.rbegin(); release != releases.rend() && used < count; ++release) {
    if (release->year <= origin - count - older_years_allowed) break;
    sum += release->km2;
    ++used;
  }
  if (used == 0) return std::nullopt;
  return sum / used;
}

/// The stock in so many years from its own, when that much is released a year.
double left_at_pace(double stock_km2, double km2_per_year, double years) {
  return std::max(0.0, stock_km2 - km2_per_year * years);
}

/// A straight line from the known stock to nothing on the stated day; at the planned pace where the
/// day has passed or none is stated.
std::optional<double> left_by_own_plan(KnownRecord const& known, double at) {
  double const stock = known.stock->total_km2();
  double const begin = known.stock->year + 1;
  if (known.stated_completion && *known.stated_completion > known.origin + 1) {
    double const share_done = (at - begin) / (*known.stated_completion - begin);
    return stock * std::max(0.0, 1 - share_done);
  }
  if (known.planned_km2_per_year) {
    return left_at_pace(stock, *known.planned_km2_per_year, at - begin);
  }
  return std::nullopt;
}

std::optional<double> mean_release(Simple simple, KnownRecord const& known) {
  if (simple == Simple::remaining_over_mean_3) return known.mean_of_3_km2;
  if (simple == Simple::remaining_over_mean_5) return known.mean_of_5_km2;
  return std::nullopt;
}

std::optional<double> stock_forecast(Simple simple, KnownRecord const& known, double at) {
  if (!known.stock) return std::nullopt;
  if (simple == Simple::persistence) return known.stock->total_km2();
  if (simple == Simple::own_plan) return left_by_own_plan(known, at);
  auto const mean = mean_release(simple, known);
  if (!mean) return std::nullopt;
  return left_at_pace(known.stock->total_km2(), *mean, at - (known.stock->year + 1));
}

/// No more than is on record, except by persistence of a yearly release that finds keep alive.
std::optional<double> release_forecast(Simple simple, KnownRecord const& known, int years) {
  if (!known.stock) return std::nullopt;
  double const stock = known.stock->total_km2();
  if (simple == Simple::own_plan) {
    auto const before = left_by_own_plan(known, known.origin + 1);
    auto const after = left_by_own_plan(known, known.origin + 1 + years);
    if (!before || !after) return std::nullopt;
    return std::max(0.0, *before - *after);
  }
  std::optional<double> yearly = mean_release(simple, known);
  if (simple == Simple::persistence && !known.releases.empty()) yearly = known.releases.back().km2;
  if (!yearly) return std::nullopt;
  return std::min(stock, *yearly * years);
}

}  // namespace

std::string_view name_of(Variable variable) {
  switch (variable) {
    case Variable::stock:
      return "stock";
    case Variable::release:
      return "release";
    case Variable::date:
      return "date";
    case Variable::deadline_met:
      return "deadline_met";
    case Variable::extension_asked:
      return "extension_asked";
    case Variable::casualties:
      return "casualties";
    case Variable::world_funding:
      return "world_funding";
  }
  return {};
}

std::string_view name_of(Simple simple) {
  switch (simple) {
    case Simple::persistence:
      return "persistence";
    case Simple::remaining_over_mean_3:
      return "remaining_over_mean_3";
    case Simple::remaining_over_mean_5:
      return "remaining_over_mean_5";
    case Simple::own_plan:
      return "own_plan";
  }
  return {};
}

std::string_view name_with_spread(Simple simple) {
  switch (simple) {
    case Simple::persistence:
      return "persistence_spread";
    case Simple::remaining_over_mean_3:
      return "remaining_over_mean_3_spread";
    case Simple::remaining_over_mean_5:
      return "remaining_over_mean_5_spread";
    case Simple::own_plan:
      return "own_plan_spread";
  }
  return {};
}

KnownRecord what_was_known(StateData const& state, int origin) {
  KnownRecord known;
  known.origin = origin;
  known.history = history_known_at(state, origin);
  auto const stocks = stocks_of(known.history);
  auto const day = declared_known_at(state, origin);
  bool const usable = !day && !stocks.empty() &&
                      stocks.back().year >= origin - oldest_usable_stock_years &&
                      stocks.back().total_km2() > counts_as_done_km2;
  if (usable) known.stock = stocks.back();

  auto const plain = plain_projection(state, known.history, known.stock, origin);
  known.releases = plain.past.years;
  known.mean_of_3_km2 = plain.mean_release_km2_per_year;
  known.mean_of_5_km2 = mean_of_newest(known.releases, origin, 5);
  if (!known.mean_of_5_km2) known.mean_of_5_km2 = known.mean_of_3_km2;
  if (plain.own_plan) known.stated_completion = decimal_year_at_end_of(*plain.own_plan);
  known.planned_km2_per_year = plain.planned_km2_per_year;

  auto const casualties = casualties_known_at(state, origin);
  if (!casualties.years.empty()) known.casualties = casualties.years.back().casualties;
  return known;
}

std::optional<double> point_forecast(Simple simple, KnownRecord const& known, Variable variable,
                                     int years_ahead) {
  if (variable == Variable::stock) {
    return stock_forecast(simple, known, known.origin + 1 + years_ahead);
  }
  if (variable == Variable::release) return release_forecast(simple, known, years_ahead);
  if (variable == Variable::casualties && simple == Simple::persistence) return known.casualties;
  return std::nullopt;
}

std::optional<double> date_forecast(Simple simple, KnownRecord const& known) {
  if (!known.stock) return std::nullopt;
  if (simple == Simple::persistence) return never;
  if (simple == Simple::own_plan) return known.stated_completion;
  auto const mean = mean_release(simple, known);
  if (!mean) return std::nullopt;
  if (*mean <= 0) return never;
  double const date = known.stock->year + 1 + known.stock->total_km2() / *mean;
  return std::max<double>(date, known.origin + 1);
}

double offset_of_log(KnownRecord const& known, Variable variable) {
  if (variable == Variable::casualties || variable == Variable::world_funding) return 1;
  return known.stock ? share_of_stock_added * known.stock->total_km2() : 1;
}

}  // namespace minefree::hindcast
