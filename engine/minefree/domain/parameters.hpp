#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/numeric/spread.hpp>

namespace minefree {

using numeric::Spread;

/// Every parameter of the model (docs/model.md section 5). The number is the parameter's address in
/// the register of random draws: append at the end, never reuse or renumber one.
enum class Parameter : unsigned {
  capacity_km2_per_year = 0,
  survey_preference = 1,
  reduced_share = 2,
  confirmed_share = 3,
  undiscovered_km2 = 4,
  recorded_confirmed_share = 5,
  blocked_share = 6,
  // 7 to 11 belong to the starting stock and funding level: see model/purposes.hpp.
  survey_share_noise = 12,
  confirmed_share_noise = 13,
  reduced_share_noise = 14,
  discovery_per_year = 15,
  discovery_noise = 16,
  undiscovered_area_km2 = 17,
  funding_elasticity = 18,
  log_deviation_sd = 19,
  log_deviation_autocorrelation = 20,
  output_noise_sd = 21,
  pause_probability = 22,
  maturity_penalty = 23,
  survey_cost_ratio = 24,
  technical_survey_cost_ratio = 25,
  world_funding_sd = 26,
  donor_funding_sd = 27,
  recipient_funding_sd = 28,
  national_funding_sd = 29,
  funding_autocorrelation = 30,
  world_productivity_sd = 31,
  hiring_speed = 32,
  firing_speed = 33,
  max_growth = 34,
  min_capacity_km2_per_year = 35,
  unblock_per_year = 36,
  new_mines_km2 = 37,
  new_mines_cv = 38,
  declaration_lag_years = 39,
  extension_optimism = 40,
  extension_years = 41,
  resurvey_per_year = 42,
  resurvey_share = 43,
  relapse_per_year = 44,
  relapse_area_km2 = 45,
  relapse_km2 = 46,
  cost_musd_per_km2 = 47,
  overhead_share = 48,
  stock_report_noise = 49,
  funding_report_noise = 50,
  regime_scale_years = 51,
  regime_shape = 52,
  regime_output = 53,
  regime_jumps = 54,
  new_mines_per_year = 55,
  finds_per_year = 56,  // drawn for each state, where its optional part is asked for
  // 57 to 59 belong to the optional parts: see model/purposes.hpp.
  finds_decay_per_year = 60,
  finds_floor_per_year = 61,
  finds_dispersion = 62,
  team_cost_musd_per_year = 63,
  casualty_exponent = 64,
  casualty_noise = 65,
  casualty_regime_effect = 66,
};
inline constexpr std::size_t parameter_count = 67;
inline constexpr unsigned state_parameter_count = 7;  // the first ones are drawn for each state

/// What values a parameter may take.
enum class ParameterKind {
  positive,     // above zero, or exactly zero when certain; two-piece lognormal
  share,        // 0..1; two-piece logit-normal strictly inside when uncertain
  per_regime,   // three certain numbers: open, restricted, conflict
  jump_matrix,  // three rows of three shares, each row summing to one
};

/// Who draws a parameter: each state for itself, one draw for all states of a trajectory (a state
/// may still have a spread of its own), or the world (no state may set it).
enum class ParameterScope { state, common, world };

/// Where a value comes from; `prior` is judgement without a source and is printed as such.
enum class Basis { data, calibrated, literature, prior, lever, own };

/// One row of the table of parameters: everything that parsing, schema, docs and `explain` need.
struct ParameterInfo {
  Parameter id;
  std::string_view key;
  std::string_view unit;
  ParameterKind kind;
  ParameterScope scope;
  std::vector<Spread> fallback;  // empty: no default (taken from the record, or absent)
  double highest;                // largest value accepted
  bool zero_when_certain;        // a noise or an event: zero under `certain: true` unless stated
  Basis basis;                   // of the default
  std::string_view help;
  std::string_view source;  // of the default; empty for a prior
};

/// All parameters, in the order of their numbers.
std::span<ParameterInfo const> parameter_table();
/// The row of one parameter.
ParameterInfo const& info(Parameter);
/// The parameter of that key, if there is one.
std::optional<Parameter> parameter_named(std::string_view key);

/// A value given for a parameter: one spread, or three or nine certain numbers.
struct ParameterValue {
  Parameter id{};
  std::vector<Spread> values;
  Basis basis = Basis::own;
  std::vector<std::string> sources;
  std::string reason;
  int published = 0;  // latest year of what it rests on; 0 for a user's own, which is always known
  bool stated_by_scenario = false;  // such a noise stays under `certain: true`
};

/// Where `parameters:` and `programme:` lead: the values given, in the order of the file.
using ParameterValues = std::vector<ParameterValue>;

}  // namespace minefree
