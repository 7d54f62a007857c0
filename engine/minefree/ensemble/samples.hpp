#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <stop_token>
#include <vector>

#include <minefree/ensemble/run.hpp>

namespace minefree {

/// A date that lies beyond the horizon.
inline constexpr double beyond_horizon = std::numeric_limits<double>::infinity();

/// What each trajectory drew for one state and what came of it, side by side and not only counted:
/// entry n is the n-th trajectory. Areas in km2, money in million USD, dates in decimal years.
struct CountrySamples {
  // As drawn, and constant over the years.
  std::vector<double> confirmed_share, reduced_share;                  // 0..1
  std::vector<double> survey_cost_ratio, technical_survey_cost_ratio;  // of clearing the same land
  std::vector<double> survey_preference;
  std::vector<double> discovery_per_year, discovery_noise, undiscovered_area_km2;
  std::vector<double> confirmed_share_noise;  // sd of a year's share, logit
  std::vector<double> blocked_share;
  std::vector<double> reported_capacity_km2_per_year;  // clearance-equivalent
  std::vector<double> mean_musd;                       // money a year that goes with that capacity
  // At the start of the first simulated year after the origin.
  std::vector<double> suspected_km2, confirmed_km2, undiscovered_km2;
  // What came of it.
  std::vector<double> completed_at;   // as published: of the first declaration
  std::vector<double> free_years;     // with no mined land on record, to the horizon
  std::vector<double> remaining_km2;  // [target * trajectories + trajectory]
  std::vector<double> funding_musd;   // all years from origin + 1 to the horizon together
};

/// Every column, in the order above.
std::array<std::vector<double>*, 19> columns_of(CountrySamples&);

/// Samples of every country of the plan, all places for `trajectories` of them set and empty.
std::vector<CountrySamples> empty_samples(Plan const&, std::size_t trajectories);

/// Simulates a range by the double engine, one trajectory at a time, and writes trajectory n into
/// place n - `first_place`. Ranges that do not overlap may be written by several threads.
void sample_into(Plan const&, Range, std::uint64_t first_place, std::vector<CountrySamples>&,
                 std::stop_token = {});

}  // namespace minefree
