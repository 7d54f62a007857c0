#include <minefree/domain/plain_projection.hpp>

#include <algorithm>
#include <ranges>

namespace minefree {
namespace {

constexpr int mean_over_years = 3;

void add_own_plan(std::vector<OwnPlan> const& plans, int origin, PlainProjection& plain) {
  for (OwnPlan const& plan : plans) {
    bool const known = plan.published <= origin + 1 && admissible(plan.source, origin);
    if (!known) continue;
    if (plan.stated_completion) plain.own_plan = plan.stated_completion;
    if (plan.planned_km2_per_year) plain.planned_km2_per_year = plan.planned_km2_per_year;
  }
}

/// Released a year: reported, or where no release is reported the fall between stocks a year apart or more.
std::vector<double> yearly_release(std::vector<YearFigures> const& history) {
  std::vector<double> releases;
  for (YearFigures const& year : history) {
    if (auto const released = released_km2(year); released && *released > 0) releases.push_back(*released);
  }
  if (!releases.empty()) return releases;
  auto const stocks = stocks_of(history);
  for (std::size_t k = 1; k < stocks.size(); ++k) {
    int const years = stocks[k].year - stocks[k - 1].year;
    double const fall = stocks[k - 1].total_km2() - stocks[k].total_km2();
    if (fall > 0) releases.insert(releases.end(), static_cast<std::size_t>(years), fall / years);
  }
  return releases;
}

}  // namespace

PlainProjection plain_projection(StateData const& state, std::vector<YearFigures> const& history,
                                 std::optional<RecordedStock> const& remaining, int origin) {
  PlainProjection plain;
  add_own_plan(state.plans, origin, plain);

  auto const releases = yearly_release(history);
  if (releases.empty()) return plain;
  if (plain.planned_km2_per_year) {
    plain.ratio_to_best_year = *plain.planned_km2_per_year / std::ranges::max(releases);
  }

  double sum = 0;
  int years = 0;
  for (double const released : releases | std::views::reverse | std::views::take(mean_over_years)) {
    sum += released;
    ++years;
  }
  plain.mean_release_km2_per_year = sum / years;
  if (remaining) {
    plain.remaining_over_mean_release =
        remaining->year + 1 + remaining->total_km2() / *plain.mean_release_km2_per_year;
  }
  return plain;
}

}  // namespace minefree
