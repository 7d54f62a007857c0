#pragma once

#include <optional>
#include <string_view>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

/// What money is to do most of by the end of a year.
enum class Objective {
  completions,   // states complete
  area,          // km2 of recorded land released since the origin
  people_years,  // people no longer beside mined land, times the years
};

/// `completions`, `area`, `people-years`.
std::string_view name_of(Objective);
std::optional<Objective> objective_named(std::string_view);

/// People who live beside a km2 of recorded land of a country, as the newest report up to the
/// origin says; nothing without one.
std::optional<double> people_per_km2(Scenario const&, Plan const&, std::size_t country);

/// The mean over trajectories of what one country does until the end of a year: a share of futures
/// for completions, km2 for area, people times years for people-years (`people_per_km2` is only
/// used there: people leave with the recorded land, and come back with land that is found).
double outcome(Objective, Ensemble const&, std::size_t country, int years, double people_per_km2);

}  // namespace minefree
