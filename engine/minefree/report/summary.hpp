#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/provenance.hpp>
#include <minefree/domain/skill.hpp>
#include <minefree/ensemble/ensemble.hpp>
#include <minefree/report/inputs.hpp>
#include <minefree/report/optional_summary.hpp>

namespace minefree::report {

// Everything that a run says, as plain numbers in the units of their names; rounded, so that the
// table, JSON and CSV say the same. Dates are decimal years: 2030.25 is the start of 1 April 2030.

/// The shares at which dates are given.
inline constexpr std::array date_shares{0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95};
inline constexpr std::array declaration_shares{0.1, 0.5, 0.9};

using minefree::Build;
using minefree::Provenance;

/// A date at each of some shares; empty where it lies beyond the horizon.
struct DateQuantile {
  double share = 0;
  std::optional<double> year;
};
using DateQuantiles = std::vector<DateQuantile>;

struct InitialSummary {
  double confirmed_km2 = 0;  // means over the trajectories
  double suspected_km2 = 0;
  double undiscovered_km2 = 0;
  std::optional<double> undiscovered_at_declaration_km2;  // of those that declare
};

struct CompletionSummary {
  DateQuantiles quantiles;
  std::optional<double> monte_carlo_error_months;  // the larger of P50 and P80
  double never_share = 0;
  std::vector<std::uint32_t> by_month;  // from January of origin + 1
};

/// The state's own plan, and remaining area over mean release: what stands beside a projection.
struct PlainSummary {
  std::optional<std::string> own_plan;
  std::optional<double> mean_release_km2_per_year;
  std::optional<double> remaining_over_mean_release;
};

struct PlanSummary {
  std::optional<double> km2_per_year;
  std::optional<double> ratio_to_best_year;
  std::optional<double> probability_met;
};

/// What the record says of years after the origin; for comparison only.
struct ReportedSummary {
  std::vector<int> year;
  std::vector<double> remaining_km2;
  std::optional<std::string> declared;  // complete on that day
};

struct ProbabilitySummary {
  std::map<int, double> by;  // end of the year
  std::optional<std::string> deadline;
  std::optional<double> deadline_met;
  std::optional<double> expected_extensions;
  std::optional<double> reopened_within_10_years;
};

/// One value a year from origin + 1.
struct AreaSummary {
  std::vector<double> p05, p25, p50, p75, p95, mean;
};
struct ReleaseSummary {
  std::vector<double> cancelled, reduced, cleared, discovered;
};
struct FundingSummary {
  std::vector<double> p05, p50, p95, unspent_p50;
};

/// What can be said only of a state that gets a date.
struct StateProjection {
  InitialSummary initial;
  CompletionSummary completion;
  DateQuantiles declaration;
  AreaSummary remaining_km2;
  ReleaseSummary released_km2;
  FundingSummary funding_musd;
};

enum class StateStatus { affected, declared, not_estimable };

struct StateSummary {
  std::string code;
  std::string name;
  StateStatus status = StateStatus::affected;
  bool conditional = false;
  std::string condition;             // what a conditional result supposes
  std::vector<std::string> reasons;  // why there is no projection
  std::vector<std::string> needs;    // what would change that
  std::string basis;                 // data, mixed or prior
  std::optional<int> last_stock_year;
  std::optional<double> last_stock_km2;
  PlainSummary plain;
  PlanSummary plan;
  InputsSummary inputs;
  ReportedSummary reported;
  ProbabilitySummary probability;
  std::optional<StateProjection> projection;
  std::optional<HindcastSkill> skill;  // of earlier forecasts of this basis
  OptionalSummary optional;

  bool estimable() const { return projection.has_value(); }
};

/// The calibration that a run rests on.
struct CalibrationSummary {
  std::string posterior;                // name of the file of draws
  std::vector<std::string> calibrated;  // keys of the parameters that the record narrows
};

/// How many states are complete by the end of each year, of those still affected at the origin.
struct WorldSummary {
  int affected = 0;
  int estimable = 0;
  std::vector<int> p10, p50, p90;  // a year each, from origin + 1
};

struct RunSummary {
  Provenance provenance;
  std::string name;             // of the scenario, for people
  int price_year = 0;           // of all money
  bool changes_course = false;  // the scenario has levers: it is not simply today's course
  bool certain = false;         // nothing is left to chance
  int newest_source_year = 0;   // 0 when the scenario brings no record
  std::optional<CalibrationSummary> calibration;
  std::vector<int> targets;
  std::vector<int> years;  // origin + 1 to the horizon
  std::vector<StateSummary> states;
  WorldSummary world;
  std::optional<double> largest_error_months;
};

/// Some of a scenario's states, in its order: from `first` to before `end`.
struct StateRange {
  std::size_t first = 0;
  std::size_t end = static_cast<std::size_t>(-1);

  bool holds(std::size_t state) const { return first <= state && state < end; }
};

/// The summary of a run, in the scenario's order of states. Where only some are told of, only their
/// counts need be those of all trajectories, and there is no largest error.
RunSummary summarise(Scenario const&, Plan const&, Ensemble const&, Build const&,
                     StateRange told = {});

/// Where a result comes from, with the number of trajectories that were run.
Provenance provenance_of(Scenario const&, std::uint64_t trajectories, Build const&);

/// The smallest number of states that a share p of the trajectories does not exceed, each year.
std::vector<int> quantile_of_complete_states(Ensemble const&, double p);

}  // namespace minefree::report
