#include "naive_run.hpp"

#include <algorithm>
#include <cmath>

#include <minefree/ensemble/recorder.hpp>

#include "naive_state.hpp"

namespace minefree::bench {
namespace {

using model::month_bin;

std::int64_t square_metres(double km2) { return std::llround(km2 * 1e6); }

void count_value(numeric::LogBins const& bins, int year, double value,
                 std::vector<std::uint32_t>& counts) {
  double const inner = value > 0 ? std::log(value / bins.low) * bins.bins_per_log + 1 : 0;
  auto const bin = static_cast<int>(std::clamp(inner, 0.0, static_cast<double>(bins.count - 1)));
  ++counts[static_cast<std::size_t>(year) * static_cast<std::size_t>(bins.count) +
           static_cast<std::size_t>(bin)];
}

void count_start(NaiveState const& state, StateCounts& counts) {
  counts.initial_confirmed_m2 += square_metres(state.confirmed_km2);
  counts.initial_suspected_m2 += square_metres(state.suspected_km2);
  counts.initial_undiscovered_m2 += square_metres(state.undiscovered_km2);
}

void count_year(NaiveState const& state, StateBins const& bins, int year, bool lives,
                StateCounts& counts) {
  auto const place = static_cast<std::size_t>(year);
  count_value(bins.area_km2, year, state.remaining_km2(), counts.remaining);
  count_value(bins.money_musd, year, state.funding_musd, counts.funding);
  count_value(bins.money_musd, year, state.unspent_musd, counts.unspent);
  counts.remaining_m2[place] += square_metres(state.remaining_km2());
  if (!lives) return;
  counts.cancelled_m2[place] += square_metres(state.cancelled_km2);
  counts.reduced_m2[place] += square_metres(state.reduced_km2);
  counts.cleared_m2[place] += square_metres(state.cleared_km2);
  counts.discovered_m2[place] += square_metres(state.discovered_km2);
}

void count_end(NaiveState const& state, model::TreatyPlan const& treaty, std::uint64_t trajectory,
               int years, StateCounts& counts) {
  int const months = 12 * years;
  auto const group = static_cast<int>(trajectory % groups_of_trajectories);
  double const completed = state.published_completion();
  ++counts.completion[static_cast<std::size_t>(group) * static_cast<std::size_t>(months + 1) +
                      static_cast<std::size_t>(month_bin(completed, months))];
  ++counts.declaration[static_cast<std::size_t>(month_bin(state.first_declared_at, months))];
  counts.extensions += static_cast<std::uint64_t>(state.extensions);
  if (treaty.has_deadline && completed <= treaty.deadline) ++counts.deadline_met;
  if (!state.ever_declared) return;
  ++counts.declared;
  counts.undiscovered_at_declaration_m2 += square_metres(state.undiscovered_at_declaration_km2);
  double const followed_from = std::max(state.first_declared_at, 0.0);
  if (followed_from > years - years_of_follow_up) return;
  ++counts.followed_up;
  if (state.reopened_at < followed_from + years_of_follow_up) ++counts.reopened;
}

/// What finished states free of each donor's reported money goes to the donor's other states, pro
/// rata.
void share_released_money(Plan const& plan, int year, std::vector<NaiveState> const& states,
                          NaiveWorld& world) {
  for (std::size_t donor = 0; donor < world.donor_factor.size(); ++donor) {
    double freed = 0;
    double kept = 0;
    for (NaiveState const& state : states) {
      double const musd = state.musd_of(static_cast<int>(donor), year);
      if (state.declared) {
        freed += plan.world.reallocate_share * musd;
      } else {
        kept += musd;
      }
    }
    world.donor_gain[donor] = kept > 0 ? 1 + freed / kept : 1;
    world.donor_left[donor] = kept > 0 ? 1 - plan.world.reallocate_share : 1;
  }
}

std::vector<NaiveState> simulate(Plan const& plan, Random& random, Ensemble& out) {
  Numbers common{};
  for (unsigned k = 0; k < parameter_count; ++k) {
    if (plan.world.common_draws[k]) common[k] = random.normal();
  }
  NaiveWorld world(plan.world, common, random);
  std::vector<NaiveState> states;
  for (model::CountryPlan const& country : plan.countries) {
    states.emplace_back(country, world, common, random);
  }
  for (int year = plan.world.first_year; year < plan.world.years; ++year) {
    world.step(random);
    if (plan.world.reallocate_share > 0 && year >= 0) {
      for (NaiveState& state : states) state.declare(year);
      share_released_money(plan, year, states, world);
    }
    for (std::size_t k = 0; k < states.size(); ++k) {
      if (year == 0) count_start(states[k], out.states[k]);
      bool const lives = year >= plan.countries[k].first_year;
      if (lives) states[k].step(year, world, random);
      if (year >= 0) count_year(states[k], plan.bins[k], year, lives, out.states[k]);
    }
  }
  for (NaiveState& state : states) state.declare(plan.world.years);
  return states;
}

}  // namespace

Ensemble run_naive(Plan const& plan, Range range) {
  Ensemble out = empty_ensemble(plan);
  Random random(static_cast<std::uint32_t>(plan.world.seed + range.first));
  auto const years = static_cast<std::size_t>(plan.world.years);
  for (std::uint64_t n = range.first; n < range.first + range.count; ++n) {
    std::vector<NaiveState> const states = simulate(plan, random, out);
    std::vector<std::uint32_t> complete(years);
    for (std::size_t k = 0; k < states.size(); ++k) {
      count_end(states[k], plan.countries[k].treaty, n, plan.world.years, out.states[k]);
      if (k >= plan.affected) continue;
      double const completed = states[k].published_completion();
      for (std::size_t year = 0; year < years; ++year) {
        if (completed <= static_cast<double>(year + 1)) ++complete[year];
      }
    }
    for (std::size_t year = 0; year < years; ++year) {
      ++out.complete_by[year * out.complete_by_width() + complete[year]];
    }
    ++out.trajectories;
  }
  return out;
}

}  // namespace minefree::bench
