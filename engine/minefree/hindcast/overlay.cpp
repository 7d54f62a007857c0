#include <minefree/hindcast/overlay.hpp>

#include <algorithm>
#include <iterator>
#include <limits>

#include <minefree/hindcast/declarations.hpp>
#include <minefree/hindcast/scores.hpp>
#include <minefree/hindcast/simple_forecasts.hpp>
#include <minefree/hindcast/vintage.hpp>

namespace minefree::hindcast {
namespace {

constexpr int any_source = std::numeric_limits<int>::max();
/// So many that reading the outermost kept quantiles back changes nothing that is printed.
constexpr std::size_t steps_of_distribution = 2000;

double between(std::map<double, double> const& quantiles, double p) {
  auto const above = quantiles.lower_bound(p);
  if (above == quantiles.begin()) return above->second;
  if (above == quantiles.end()) return quantiles.rbegin()->second;
  auto const below = std::prev(above);
  double const fraction = (p - below->first) / (above->first - below->first);
  return below->second + fraction * (above->second - below->second);
}

/// What is added before the log is taken, by the rule of the hindcast.
double offset_of(FrozenState const& frozen) {
  KnownRecord known;
  if (frozen.last_stock_km2) known.stock = RecordedStock{.confirmed_km2 = *frozen.last_stock_km2};
  return offset_of_log(known, Variable::stock);
}

StockCheck check_stock(FrozenState const& frozen, std::size_t year_index, int year,
                       RecordedTruth const& truth) {
  auto const forecast = forecast_of_stock(frozen, year_index);
  double const offset = offset_of(frozen);
  auto const logged = forecast.logged(offset);
  double const log_truth = Distribution({truth.value}).logged(offset).values().front();
  return {.state = frozen.code,
          .year = year,
          .reported_km2 = truth.value,
          .median_km2 = frozen.remaining_km2.at(0.5)[year_index],
          .low_80_km2 = forecast.quantile(0.1),
          .high_80_km2 = forecast.quantile(0.9),
          .fell_at = probability_integral_transform(forecast, truth.value),
          .inside_50 = covered(forecast, truth.value, 0.5),
          .inside_80 = covered(forecast, truth.value, 0.8),
          .redefined = truth.redefined,
          .wis = weighted_interval_score(logged, log_truth)};
}

/// A state that a scenario makes up has no outcome, unless it tells one itself.
bool has_an_outcome(StateData const& state, int origin) {
  return !state.inline_state || declared(state) || !history_after(state, origin).empty();
}

/// That nothing is left is one report, of the year of the declaration; later years only repeat it.
bool repeats_the_declaration(std::optional<Date> const& day, int year, RecordedTruth const& truth) {
  return day && year > day->year && truth.value == 0;
}

void check_state(FrozenForecast const& forecast, FrozenState const& frozen, StateData const& state,
                 AgainstReports& result) {
  int const origin = forecast.provenance.origin;
  auto const day = declared(state);
  if (day) result.declared.emplace_back(frozen.code, *day);
  for (std::size_t k = 0; k < forecast.years.size(); ++k) {
    int const year = forecast.years[k];
    TruthQuestion const question{.origin = origin, .target = year, .published_by = any_source};
    auto const truth = year <= last_truth_year ? recorded_stock(state, question) : std::nullopt;
    if (truth && !repeats_the_declaration(day, year, *truth)) {
      result.stocks.push_back(check_stock(frozen, k, year, *truth));
    }
    auto const complete = frozen.complete_by.find(year);
    auto const by = frozen.declared_by.find(year);
    if (year > last_truth_year || complete == frozen.complete_by.end() ||
        by == frozen.declared_by.end())
      continue;
    bool const happened = day && day->year <= year;
    result.declarations.push_back({.state = frozen.code,
                                   .year = year,
                                   .complete_by = complete->second,
                                   .declared_by = by->second,
                                   .declared = happened,
                                   .brier = brier_score({by->second, happened})});
  }
}

OverlayScores scores_of_checks(AgainstReports const& checks) {
  OverlayScores scores;
  double wis = 0, inside_50 = 0, inside_80 = 0, fell_at = 0, brier = 0;
  for (StockCheck const& check : checks.stocks) {
    if (check.redefined) {
      ++scores.redefined;
      continue;
    }
    ++scores.stocks;
    wis += check.wis;
    inside_50 += check.inside_50 ? 1 : 0;
    inside_80 += check.inside_80 ? 1 : 0;
    fell_at += check.fell_at;
  }
  for (DeclarationCheck const& check : checks.declarations) brier += check.brier;
  scores.events = checks.declarations.size();
  if (scores.events > 0) scores.brier = brier / static_cast<double>(scores.events);
  if (scores.stocks == 0) return scores;
  auto const n = static_cast<double>(scores.stocks);
  scores.wis = wis / n;
  scores.coverage_50 = inside_50 / n;
  scores.coverage_80 = inside_80 / n;
  scores.bias = fell_at / n - 0.5;
  return scores;
}

}  // namespace

std::optional<Date> AgainstReports::declared_on(std::string const& state) const {
  for (auto const& [code, day] : declared) {
    if (code == state) return day;
  }
  return std::nullopt;
}

Distribution forecast_of_stock(FrozenState const& frozen, std::size_t year_index) {
  std::map<double, double> quantiles;
  for (auto const& [share, km2] : frozen.remaining_km2) quantiles[share] = km2[year_index];
  std::vector<double> values;
  values.reserve(steps_of_distribution);
  for (std::size_t k = 0; k < steps_of_distribution; ++k) {
    double const p = (static_cast<double>(k) + 0.5) / static_cast<double>(steps_of_distribution);
    values.push_back(between(quantiles, p));
  }
  return Distribution(std::move(values));
}

AgainstReports against_reports(FrozenForecast const& forecast,
                               std::vector<StateData> const& record) {
  AgainstReports result;
  for (FrozenState const& frozen : forecast.states) {
    auto const found = std::ranges::find(record, frozen.code, &StateData::code);
    bool const comparable = frozen.estimable && !frozen.conditional && found != record.end();
    if (comparable && has_an_outcome(*found, forecast.provenance.origin)) {
      check_state(forecast, frozen, *found, result);
    }
  }
  result.scores = scores_of_checks(result);
  return result;
}

}  // namespace minefree::hindcast
