#include <minefree/decision/objective.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include <minefree/domain/known_casualties.hpp>
#include <minefree/numeric/counts.hpp>

namespace minefree {
namespace {

constexpr double m2_of_km2 = 1e6;
constexpr std::array names = std::to_array<std::pair<Objective, std::string_view>>(
    {{Objective::completions, "completions"},
     {Objective::area, "area"},
     {Objective::people_years, "people-years"}});

double share_complete(Ensemble const& ensemble, StateCounts const& counts, std::size_t years) {
  auto const months = static_cast<std::size_t>(ensemble.months());
  std::uint64_t complete = 0;
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    complete +=
        numeric::total(std::span(counts.completion).subspan(group * (months + 1), 12 * years));
  }
  return static_cast<double>(complete);
}

double released_km2(StateCounts const& counts, std::size_t years) {
  std::int64_t m2 = 0;
  for (std::size_t year = 0; year < years; ++year) {
    m2 += counts.cancelled_m2[year] + counts.reduced_m2[year] + counts.cleared_m2[year];
  }
  return static_cast<double>(m2) / m2_of_km2;
}

double km2_years_freed(StateCounts const& counts, std::size_t years) {
  double sum_m2 = 0;
  auto const initial =
      static_cast<double>(counts.initial_confirmed_m2 + counts.initial_suspected_m2);
  for (std::size_t year = 0; year < years; ++year) {
    sum_m2 += initial - static_cast<double>(counts.remaining_m2[year]);
  }
  return sum_m2 / m2_of_km2;
}

}  // namespace

std::string_view name_of(Objective objective) {
  return std::ranges::find(names, objective, &decltype(names)::value_type::first)->second;
}

std::optional<Objective> objective_named(std::string_view name) {
  auto const* const found = std::ranges::find(names, name, &decltype(names)::value_type::second);
  if (found == names.end()) return std::nullopt;
  return found->first;
}

std::optional<double> people_per_km2(Scenario const& scenario, Plan const& plan,
                                     std::size_t country) {
  auto const known = exposure_known_at(scenario.states[plan.state_index[country]], scenario.origin);
  if (!known || known->stock.total_km2() <= 0) return std::nullopt;
  return *known->people.people_exposed / known->stock.total_km2();
}

double outcome(Objective objective, Ensemble const& ensemble, std::size_t country, int years,
               double people_per_km2) {
  auto const& counts = ensemble.states[country];
  auto const count = static_cast<std::size_t>(years);
  auto const trajectories = static_cast<double>(ensemble.trajectories);
  switch (objective) {
    case Objective::completions:
      return share_complete(ensemble, counts, count) / trajectories;
    case Objective::area:
      return released_km2(counts, count) / trajectories;
    case Objective::people_years:
      break;
  }
  return people_per_km2 * km2_years_freed(counts, count) / trajectories;
}

}  // namespace minefree
