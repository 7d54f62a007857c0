#include <minefree/report/freeze.hpp>

#include <algorithm>
#include <set>
#include <span>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/numeric/counts.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/state_series.hpp>
#include <minefree/report/state_words.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report {
namespace {

/// Probabilities are kept for each year of the window, for the targets, and beyond for every fifth
/// year.
constexpr int years_between_later_probabilities = 5;

std::set<int> years_of_probabilities(std::vector<int> const& years, Plan const& plan) {
  std::set<int> result(years.begin(), years.end());
  int const horizon = plan.world.origin + plan.world.years;
  for (int const target : plan.targets) result.insert(target);
  for (int year = years.back() + 1; year <= horizon; ++year) {
    if (year % years_between_later_probabilities == 0) result.insert(year);
  }
  return result;
}

FrozenState state_from_record(Scenario const& scenario, StateData const& state,
                              KnownState const& known) {
  FrozenState frozen;
  frozen.code = state.code;
  frozen.name = state.name;
  frozen.conditional = known.conditional;
  frozen.reasons = reasons_of(state, known);
  if (known.complete) frozen.declared = to_text(*state.status.declared);
  if (known.stock) {
    frozen.last_stock_year = known.stock->year;
    frozen.last_stock_km2 = rounded(known.stock->total_km2(), area_decimals);
  }
  if (auto const deadline = deadline_in_force(scenario, state)) {
    frozen.deadline = to_text(*deadline);
  }
  return frozen;
}

void add_areas(StateBins const& bins, StateCounts const& counts, std::uint64_t trajectories,
               std::size_t years, FrozenState& frozen) {
  auto const width = static_cast<std::size_t>(bins.area_km2.count);
  for (double const share : frozen_area_shares) {
    auto& values = frozen.remaining_km2[share];
    for (std::size_t year = 0; year < years; ++year) {
      auto const of_year = std::span(counts.remaining).subspan(year * width, width);
      values.push_back(rounded(numeric::quantile(bins.area_km2, of_year, share), area_decimals));
    }
  }
  auto const released = released_by_year(counts, trajectories);
  for (std::size_t year = 0; year < years; ++year) {
    double const all = released.cancelled[year] + released.reduced[year] + released.cleared[year];
    frozen.released_km2.push_back(rounded(all, area_decimals));
    frozen.discovered_km2.push_back(released.discovered[year]);
  }
}

void add_dates(std::set<int> const& years, CompletionDates const& dates, StateCounts const& counts,
               int origin, FrozenState& frozen) {
  for (double const share : frozen_date_shares) {
    frozen.completion[share] = rounded(dates.quantile(share), date_decimals);
  }
  for (int const year : years) {
    auto const months = 12 * static_cast<std::size_t>(year - origin);
    frozen.complete_by[year] = rounded(dates.share_by_end_of(year), share_decimals);
    frozen.declared_by[year] = rounded(
        numeric::share_before(counts.declaration, dates.trajectories(), months), share_decimals);
  }
  if (frozen.deadline) {
    frozen.deadline_met = rounded(
        static_cast<double>(counts.deadline_met) / static_cast<double>(dates.trajectories()),
        share_decimals);
  }
}

}  // namespace

FrozenForecast freeze(Scenario const& scenario, Plan const& plan, Ensemble const& ensemble,
                      FreezeOptions const& options) {
  FrozenForecast frozen;
  frozen.provenance = provenance_of(scenario, ensemble.trajectories, options.build);
  frozen.name = scenario.name;
  frozen.scenario_json = options.scenario_json;
  int const last = std::min(scenario.origin + options.years, scenario.horizon);
  for (int year = scenario.origin + 1; year <= last; ++year) frozen.years.push_back(year);
  for (std::size_t k = 0; k < scenario.states.size(); ++k) {
    frozen.states.push_back(state_from_record(scenario, scenario.states[k], plan.known[k]));
  }

  auto const by = years_of_probabilities(frozen.years, plan);
  for (std::size_t k = 0; k < plan.affected; ++k) {
    auto const& counts = ensemble.states[k];
    auto& state = frozen.states[plan.state_index[k]];
    state.estimable = true;
    state.basis = basis_text(plan.known[plan.state_index[k]].basis);
    add_areas(plan.bins[k], counts, ensemble.trajectories, frozen.years.size(), state);
    add_dates(by, CompletionDates(ensemble, counts, scenario.origin), counts, scenario.origin,
              state);
  }
  return frozen;
}

}  // namespace minefree::report
