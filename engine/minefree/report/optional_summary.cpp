#include <minefree/report/optional_summary.hpp>

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include <minefree/domain/known_casualties.hpp>
#include <minefree/numeric/counts.hpp>
#include <minefree/numeric/log_bins.hpp>
#include <minefree/numeric/portable_math.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report {

namespace {

constexpr double normal_at_95_percent = 1.6448536269514722;

double share_of(std::uint64_t count, std::uint64_t of) {
  return rounded(static_cast<double>(count) / static_cast<double>(of), share_decimals);
}

/// Whole people or finds: the bins are no wider than 3 %, and below 17 each number has its own.
CountSummary summary_of(numeric::LogBins const& bins, std::vector<std::uint32_t> const& counts,
                        std::vector<std::int64_t> const& thousandths) {
  auto const width = static_cast<std::size_t>(bins.count);
  CountSummary summary;
  for (std::size_t k = 0; k < thousandths.size(); ++k) {
    auto const year = std::span(counts).subspan(k * width, width);
    auto const total = static_cast<double>(numeric::total(year));
    if (total == 0) break;  // no future lives to see it, nor a later one
    auto const at = [&](double p) { return rounded(numeric::quantile(bins, year, p), 0); };
    summary.p05.push_back(at(0.05));
    summary.p50.push_back(at(0.5));
    summary.p95.push_back(at(0.95));
    summary.mean.push_back(rounded(static_cast<double>(thousandths[k]) / 1000 / total, 3));
  }
  return summary;
}

/// The middle nine tenths of a share of which `part` of `all` were seen (E. B. Wilson, 1927).
GroupShare group_share(std::string group, double part, double all) {
  double const z = normal_at_95_percent;
  double const share = part / all;
  double const scale = 1 + z * z / all;
  double const middle = (share + z * z / (2 * all)) / scale;
  double const half =
      z / scale * numeric::square_root(share * (1 - share) / all + z * z / (4 * all * all));
  return {std::move(group), rounded(share, 3), rounded(std::max(0.0, middle - half), 3),
          rounded(std::min(1.0, middle + half), 3)};
}

/// Men, women, boys, girls and those of whom it is not known, in that order.
std::vector<GroupShare> groups_of(std::optional<double> men, std::optional<double> women,
                                  std::optional<double> boys, std::optional<double> girls,
                                  double all) {
  if (all <= 0 || (!men && !women && !boys && !girls)) return {};
  double const known = men.value_or(0) + women.value_or(0) + boys.value_or(0) + girls.value_or(0);
  std::vector<GroupShare> groups;
  auto const add = [&](char const* name, std::optional<double> part) {
    if (part) groups.push_back(group_share(name, *part, all));
  };
  add("men", men);
  add("women", women);
  add("boys", boys);
  add("girls", girls);
  add("unknown", std::max(0.0, all - known));
  return groups;
}

MoneySpread cost_of(int teams, numeric::TwoPiece const& team) {
  auto const at = [&](double normal) {
    return rounded(teams * numeric::sample(team, normal), money_decimals);
  };
  return {at(-normal_at_95_percent), at(0), at(normal_at_95_percent)};
}

std::vector<double> times(std::vector<double> const& values, double factor, double most) {
  std::vector<double> result;
  for (double const value : values) result.push_back(rounded(std::min(value * factor, most), 0));
  return result;
}

}  // namespace

ResidualSummary residual_summary(Scenario const& scenario, Plan const& plan, std::size_t country,
                                 Ensemble const& ensemble) {
  auto const& of_state = ensemble.states[country];
  auto const& counts = of_state.residual;
  auto const& team =
      plan.countries[country]
          .parameters.spread[static_cast<std::size_t>(Parameter::team_cost_musd_per_year)];
  ResidualSummary summary;
  summary.judged = counts.judged > 0;
  summary.judged_share = share_of(counts.judged, ensemble.trajectories);
  summary.teams = scenario.residual.teams;
  summary.response_days = scenario.residual.response_days;
  summary.adequacy_target = scenario.residual.adequacy_target;
  summary.price_year = scenario.funding.price_year;
  summary.cost_musd_per_year_total = cost_of(summary.teams, team);
  if (of_state.followed_up > 0)
    summary.reopened_within_10_years = share_of(of_state.reopened, of_state.followed_up);
  summary.finds_per_year = summary_of(plan.bins[country].count, counts.finds, counts.finds_sum);
  for (std::size_t k = 0; k < counts.years.size(); ++k) {
    if (counts.years[k] == 0) break;
    summary.team_alive.push_back(share_of(counts.alive[k], counts.years[k]));
    summary.adequate.push_back(share_of(counts.adequate[k], counts.years[k]));
  }
  for (std::size_t k = 0; k < counts.keeps_up.size(); ++k) {
    summary.cost_by_teams_musd_per_year_total.push_back(cost_of(static_cast<int>(k) + 1, team));
  }
  if (!summary.judged) return summary;
  summary.adequate_every_year = share_of(counts.always_adequate, counts.judged);
  summary.team_alive_every_year = share_of(counts.always_alive, counts.judged);
  for (std::size_t k = 0; k < counts.keeps_up.size(); ++k) {
    summary.keeps_up_every_year.push_back(share_of(counts.keeps_up[k], counts.judged));
    if (!summary.smallest_teams && summary.keeps_up_every_year.back() >= summary.adequacy_target) {
      summary.smallest_teams = static_cast<int>(k) + 1;
      summary.smallest_teams_cost_musd_per_year_total = cost_of(*summary.smallest_teams, team);
    }
  }
  return summary;
}

CasualtySummary casualty_summary(Scenario const& scenario, StateData const& state, Plan const& plan,
                                 std::size_t country, Ensemble const& ensemble) {
  CasualtySummary summary;
  auto const known = casualties_known_at(state, scenario.origin);
  if (known.years.empty()) {
    summary.reasons = {
        fmt::format("no yearly casualties are reported for the ten years to {}", scenario.origin)};
    return summary;
  }
  summary.reported_years = static_cast<int>(known.years.size());
  summary.reported_from = known.years.front().year;
  summary.reported_to = known.years.back().year;
  summary.reported_mean_per_year = rounded(known.mean_per_year(), 1);
  auto const& counts = ensemble.states[country].casualties;
  summary.casualties =
      summary_of(plan.bins[country].count, counts.casualties, counts.casualties_sum);
  summary.coverage = scenario.risk_education.coverage;
  summary.effect = scenario.risk_education.effect;
  if (known.split) {
    auto const& split = *known.split;
    summary.split_from = split.first_year;
    summary.split_to = split.last_year;
    summary.groups = groups_of(split.men, split.women, split.boys, split.girls, split.of);
    if (split.children && split.of_any_age > 0) {
      summary.children_share = rounded(*split.children / split.of_any_age, 3);
    }
  }
  return summary;
}

PeopleSummary people_summary(Scenario const& scenario, StateData const& state,
                             AreaSummary const& remaining_km2) {
  PeopleSummary summary;
  if (auto const reached = risk_education_known_at(state, scenario.origin)) {
    summary.eore_year = reached->year;
    summary.eore_people = reached->eore_people;
    summary.eore_groups = groups_of(reached->eore_men, reached->eore_women, reached->eore_boys,
                                    reached->eore_girls, *reached->eore_people);
  }
  auto const known = exposure_known_at(state, scenario.origin);
  if (!known) {
    summary.reasons = {"no figure of people exposed to mines is reported beside a recorded area"};
    return summary;
  }
  auto const& people = known->people;
  summary.reported_year = people.year;
  summary.reported_people_exposed = *people.people_exposed;
  summary.reported_stock_km2 = rounded(known->stock.total_km2(), area_decimals);
  summary.groups =
      groups_of(people.people_exposed_men, people.people_exposed_women, people.people_exposed_boys,
                people.people_exposed_girls, *people.people_exposed);
  double const people_per_km2 = *people.people_exposed / known->stock.total_km2();
  constexpr double no_limit = 1e12;
  auto const of_area = [&](std::vector<double> const& areas) {
    return times(areas, people_per_km2, no_limit);
  };
  summary.people_exposed = {.p05 = of_area(remaining_km2.p05),
                            .p50 = of_area(remaining_km2.p50),
                            .p95 = of_area(remaining_km2.p95),
                            .mean = of_area(remaining_km2.mean)};
  summary.reached = times(summary.people_exposed.p50, scenario.risk_education.coverage, no_limit);
  return summary;
}

}  // namespace minefree::report
