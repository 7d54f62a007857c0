#include <minefree/domain/plain_projection.hpp>

#include <algorithm>
#include <cstddef>

namespace minefree {
namespace {

constexpr std::size_t mean_over_years = 3;
constexpr int years_of_today = 5;

/// The newest known plan that gives a part; the later row of one year.
template <class Part>
std::optional<OwnPlan> newest_with(std::vector<OwnPlan> const& plans,
                                   std::optional<Part> OwnPlan::* part, int origin) {
  std::optional<OwnPlan> newest;
  for (OwnPlan const& plan : plans) {
    bool const known = plan.published <= origin + 1 && admissible(plan.source, origin);
    if (!known || !(plan.*part)) continue;
    if (!newest || plan.published >= newest->published) newest = plan;
  }
  return newest;
}

/// True for a plan whose own date has passed while a newer one states another.
bool has_run_out(OwnPlan const& plan, std::optional<OwnPlan> const& newest, int origin) {
  if (!newest || !plan.stated_completion) return false;
  return plan.published < newest->published && plan.stated_completion->year <= origin;
}

std::optional<double> value_of(std::optional<Figure> const& figure) {
  if (!figure) return std::nullopt;
  return figure->value;
}

/// The fall between stocks a year apart or more, spread over the years between them; a rise tells
/// nothing.
std::vector<YearlyRelease> falls_of_stock(std::vector<YearFigures> const& history) {
  std::vector<YearlyRelease> releases;
  auto const stocks = stocks_of(history);
  for (std::size_t k = 1; k < stocks.size(); ++k) {
    int const years = stocks[k].year - stocks[k - 1].year;
    double const fall = stocks[k - 1].total_km2() - stocks[k].total_km2();
    if (fall <= 0) continue;
    for (int year = stocks[k - 1].year + 1; year <= stocks[k].year; ++year) {
      releases.push_back({.year = year, .km2 = fall / years, .cancelled_km2 = std::nullopt});
    }
  }
  return releases;
}

/// The newest three years of the last five, since older ones say little about today's pace.
std::vector<YearlyRelease> newest_years(std::vector<YearlyRelease> years, int origin) {
  std::erase_if(years, [&](auto const& year) { return year.year <= origin - years_of_today; });
  if (years.size() > mean_over_years) years.erase(years.begin(), years.end() - mean_over_years);
  return years;
}

/// Of reported releases; where none is that new, of what the stock fell by.
void add_mean(std::vector<YearFigures> const& history, int origin, PlainProjection& plain) {
  auto years = newest_years(plain.past.years, origin);
  if (years.empty()) years = newest_years(falls_of_stock(history), origin);
  if (years.empty()) return;
  double sum = 0;
  for (YearlyRelease const& year : years) {
    sum += year.km2;
    plain.years_of_mean.push_back(year.year);
  }
  plain.mean_release_km2_per_year = sum / static_cast<double>(years.size());
}

void add_best_year(PlainProjection& plain) {
  auto const best = std::ranges::max_element(plain.past.years, {}, &YearlyRelease::km2);
  if (best == plain.past.years.end() || best->km2 <= 0) return;
  plain.best_year = *best;
  if (plain.planned_km2_per_year)
    plain.ratio_to_best_year = *plain.planned_km2_per_year / best->km2;
}

void add_dates(RecordedStock const& remaining, int origin, PlainProjection& plain) {
  double const stock = remaining.total_km2();
  double const begin = remaining.year + 1;
  auto const date_at = [&](std::optional<double> const& pace) -> std::optional<double> {
    if (!pace || *pace <= 0) return std::nullopt;
    return begin + stock / *pace;
  };
  plain.remaining_over_mean_release = date_at(plain.mean_release_km2_per_year);
  plain.remaining_over_planned = date_at(plain.planned_km2_per_year);

  if (!plain.own_plan) return;
  double const stated = decimal_year_at_end_of(*plain.own_plan);
  if (stated <= origin + 1 || stated <= begin) return;
  plain.needed_km2_per_year = stock / (stated - begin);
  if (plain.best_year)
    plain.needed_to_best_year = *plain.needed_km2_per_year / plain.best_year->km2;
}

}  // namespace

KnownPlan plan_known_at(std::vector<OwnPlan> const& plans, int origin) {
  KnownPlan known;
  known.completion = newest_with(plans, &OwnPlan::stated_completion, origin);
  known.pace = newest_with(plans, &OwnPlan::planned_km2_per_year, origin);
  known.cost = newest_with(plans, &OwnPlan::cost_musd, origin);
  if (known.pace && has_run_out(*known.pace, known.completion, origin)) known.pace.reset();
  if (known.cost && has_run_out(*known.cost, known.completion, origin)) known.cost.reset();
  return known;
}

PastRelease past_release(std::vector<YearFigures> const& history) {
  PastRelease past;
  for (YearFigures const& year : history) {
    auto const released = released_km2(year);
    if (released) past.years.push_back({year.year, *released, value_of(year.cancelled_km2)});
  }
  if (past.years.empty()) past = {.years = falls_of_stock(history), .reported = false};
  return past;
}

PlainProjection plain_projection(StateData const& state, std::vector<YearFigures> const& history,
                                 std::optional<RecordedStock> const& remaining, int origin) {
  PlainProjection plain;
  plain.plan = plan_known_at(state.plans, origin);
  if (plain.plan.completion) plain.own_plan = plain.plan.completion->stated_completion;
  if (plain.plan.pace) plain.planned_km2_per_year = plain.plan.pace->planned_km2_per_year;
  plain.past = past_release(history);
  add_mean(history, origin, plain);
  add_best_year(plain);
  if (remaining) add_dates(*remaining, origin, plain);
  return plain;
}

}  // namespace minefree
