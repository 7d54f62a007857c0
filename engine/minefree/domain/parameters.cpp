#include <minefree/domain/parameters.hpp>

#include <algorithm>

namespace minefree {
namespace {

using enum ParameterKind;
using enum ParameterScope;
using enum Basis;

constexpr double no_limit = 1e9;

std::vector<Spread> certain(double value) { return {{value, value, value}}; }
std::vector<Spread> spread(double low, double best, double high) { return {{low, best, high}}; }
std::vector<Spread> list(std::initializer_list<double> values) {
  std::vector<Spread> result;
  for (double const value : values) result.push_back({value, value, value});
  return result;
}

std::vector<ParameterInfo> make_table() {
  using enum Parameter;
  return {
      {capacity_km2_per_year,
       "capacity_km2_per_year",
       "km2 a year",
       positive,
       state,
       {},
       no_limit,
       false,
       data,
       "Yearly output in clearance-equivalent km2; without it, estimated from the last five reported years.",
       ""},
      {survey_preference, "survey_preference", "", positive, state, spread(0.43, 1.35, 4.2),
       no_limit, false, prior,
       "How strongly effort prefers survey over clearance, relative to the work each would need.",
       ""},
      {reduced_share, "reduced_share", "share", share, state, spread(0.15, 0.4, 0.7), 1, false,
       prior,
       "Share of processed confirmed area that technical survey reduces instead of clearing.", ""},
      {confirmed_share, "confirmed_share", "share", share, state, spread(0.04, 0.18, 0.43), 1,
       false, prior,
       "Share of surveyed suspected area that is confirmed as mined; the rest is cancelled.", ""},
      {undiscovered_km2,
       "undiscovered_km2",
       "km2",
       positive,
       state,
       {},
       no_limit,
       false,
       prior,
       "Mined area in no record at the origin; without it, a share of the known mined area by `baseline`.",
       ""},
      {recorded_confirmed_share, "recorded_confirmed_share", "share", share, state,
       spread(0.1, 0.5, 0.9), 1, false, prior,
       "Confirmed part of a recorded area that no report ever splits into CHA and SHA.", ""},
      {blocked_share, "blocked_share", "share", share, state, certain(0), 1, true, lever,
       "Share of the recorded area that cannot be entered for political reasons (border, occupation).",
       ""},
      {survey_share_noise, "survey_share_noise", "sd, logit", positive, common, certain(0.5), 5,
       true, prior, "Yearly noise of the share of effort that goes into survey.", ""},
      {confirmed_share_noise, "confirmed_share_noise", "sd, logit", positive, common, certain(0.6),
       5, true, prior, "Yearly noise of the confirmed share.", ""},
      {reduced_share_noise, "reduced_share_noise", "sd, logit", positive, common, certain(0.5), 5,
       true, prior, "Yearly noise of the reduced share.", ""},
      {discovery_per_year, "discovery_per_year", "per year", positive, common,
       spread(0.07, 0.16, 0.37), 10, false, prior,
       "Rate at which undiscovered mined area comes to be known.", ""},
      {discovery_noise, "discovery_noise", "log-sd", positive, common, certain(0.6), 5, true, prior,
       "Noise of the size of a year's finds.", ""},
      {undiscovered_area_km2, "undiscovered_area_km2", "km2", positive, common,
       spread(0.02, 0.06, 0.2), no_limit, true, prior,
       "Typical size of an area in no record; 0 lets discovery trickle.", ""},
      {funding_elasticity, "funding_elasticity", "", positive, common, spread(0.4, 0.9, 1.4), 5,
       false, prior, "Percent more capacity for one percent more money.", ""},
      {log_deviation_sd, "log_deviation_sd", "log-sd", positive, common, certain(0.25), 5, true,
       prior, "Persistent deviation of output from capacity (stationary).", ""},
      {log_deviation_autocorrelation, "log_deviation_autocorrelation", "", share, common,
       certain(0.7), 1, false, prior, "How much of that deviation stays from one year to the next.",
       ""},
      {output_noise_sd, "output_noise_sd", "log-sd", positive, common, certain(0.35), 5, true,
       prior, "Noise of one year's output.", ""},
      {pause_probability, "pause_probability", "per year", share, common, certain(0.05), 1, true,
       prior, "Probability that a programme does nothing in a year.", ""},
      {maturity_penalty, "maturity_penalty", "", positive, common, spread(0.05, 0.4, 1.0), 5, false,
       literature, "How much dearer the last land is than the first: log of the cost ratio.",
       "Croatia's last years cost about 60 % more a km2, docs/model.md"},
      {survey_cost_ratio, "survey_cost_ratio", "of clearance", positive, common,
       spread(0.01, 0.03, 0.10), 10, false, prior,
       "Cost of non-technical survey of a km2, relative to clearing it.", ""},
      {technical_survey_cost_ratio, "technical_survey_cost_ratio", "of clearance", positive, common,
       spread(0.15, 0.3, 0.6), 10, false, prior,
       "Cost of technical survey of a km2, relative to clearing it.", ""},
      {world_funding_sd, "world_funding_sd", "log-sd", positive, world, certain(0.12), 5, true,
       prior, "Common ups and downs of all international money.", ""},
      {donor_funding_sd, "donor_funding_sd", "log-sd", positive, world, certain(0.20), 5, true,
       prior, "Ups and downs of one donor.", ""},
      {recipient_funding_sd, "recipient_funding_sd", "log-sd", positive, common, certain(0.35), 5,
       true, prior, "Ups and downs of one recipient's international money.", ""},
      {national_funding_sd, "national_funding_sd", "log-sd", positive, common, certain(0.25), 5,
       true, prior, "Ups and downs of a state's own money.", ""},
      {funding_autocorrelation, "funding_autocorrelation", "", share, world, certain(0.67), 1,
       false, prior, "How much of a deviation of funding stays from one year to the next.", ""},
      {world_productivity_sd, "world_productivity_sd", "log-sd", positive, world, certain(0.08), 5,
       true, prior, "Good and bad years that all programmes share.", ""},
      {hiring_speed, "hiring_speed", "of the gap a year", share, common, certain(0.5), 1, false,
       prior, "How fast capacity grows towards what the money allows.", ""},
      {firing_speed, "firing_speed", "of the gap a year", share, common, certain(0.85), 1, false,
       prior, "How fast capacity shrinks when money falls.", ""},
      {max_growth, "max_growth", "per year", positive, common, certain(0.4), 100, false, prior,
       "Largest growth of capacity in a year, as a share of it.", ""},
      {min_capacity_km2_per_year, "min_capacity_km2_per_year", "km2 a year", positive, common,
       certain(0.05), no_limit, false, prior, "Capacity from which a programme starts or restarts.",
       ""},
      {unblock_per_year, "unblock_per_year", "per year", positive, common, certain(0.05), 10, false,
       prior, "Rate at which a political block lifts while there is no open conflict.", ""},
      {new_mines_km2, "new_mines_km2", "km2", positive, common, certain(2), no_limit, false, lever,
       "Mean area newly mined in one event.", ""},
      {new_mines_cv, "new_mines_cv", "", positive, common, certain(1.5), 10, false, lever,
       "Coefficient of variation of that area.", ""},
      {declaration_lag_years, "declaration_lag_years", "years", positive, common, certain(0.5), 20,
       true, literature, "Mean time from the last square metre to the declaration.",
       "docs/model.md, step 8"},
      {extension_optimism, "extension_optimism", "", share, common, spread(0.25, 0.5, 0.75), 1,
       false, literature, "Planned duration of an extension relative to a realistic one.",
       "counted plans against outcomes, docs/model.md"},
      {extension_years,
       "extension_years",
       "years",
       positive,
       common,
       {},
       50,
       false,
       lever,
       "Length of every extension, where it is fixed.",
       ""},
      {resurvey_per_year, "resurvey_per_year", "per year", positive, common,
       spread(0.04, 0.08, 0.15), 10, true, prior,
       "Rate of waves of re-survey (nine falls of more than 30 % in 135 country-years).", ""},
      {resurvey_share, "resurvey_share", "share", share, common, spread(0.2, 0.5, 0.8), 1, false,
       prior, "Share of the suspected area that such a wave surveys.", ""},
      {relapse_per_year, "relapse_per_year", "per year", positive, common,
       spread(0.012, 0.02, 0.033), 10, true, literature,
       "Rate at which mined area is found again after a declaration.",
       "five to seven of 31 completed states, docs/model.md"},
      {relapse_area_km2, "relapse_area_km2", "km2", positive, common, spread(0.05, 0.3, 2),
       no_limit, false, prior, "Size of an area found after the declaration.", ""},
      {relapse_km2, "relapse_km2", "km2", positive, common, certain(0.01), no_limit, false,
       literature, "A find larger than this makes a state affected again; a smaller one is a task.",
       "docs/model.md, step 8"},
      {cost_musd_per_km2, "cost_musd_per_km2", "MUSD per km2", positive, common,
       spread(0.5, 1.8, 6.7), 1000, false, literature,
       "Cost of clearing a km2, where a state's money is not known.", "docs/model.md, section 5"},
      {overhead_share, "overhead_share", "share", share, common, certain(0.2), 0.99, false, prior,
       "Part of the money that does not reach land release.", ""},
      {stock_report_noise, "stock_report_noise", "log-sd", positive, common, certain(0.10), 5, true,
       literature, "Error of a reported stock; three times that with probability 0.1.",
       "docs/model.md, section 5"},
      {funding_report_noise, "funding_report_noise", "log-sd", positive, common, certain(0.10), 5,
       true, literature, "Error of the newest reported year of funding.",
       "docs/model.md, section 5"},
      {regime_scale_years, "regime_scale_years", "years", per_regime, state, list({25, 5, 6}),
       no_limit, true, prior,
       "Scale of the time spent in open, restricted, conflict; 0 means for ever.", ""},
      {regime_shape, "regime_shape", "", per_regime, state, list({1, 1, 0.8}), 20, false, prior,
       "Weibull shape of that time; below 1 a long spell is likely to go on.", ""},
      {regime_output, "regime_output", "share", per_regime, state, list({1, 0.6, 0.2}), 1, false,
       prior, "Output in open, restricted and conflict years, relative to open.", ""},
      {regime_jumps, "regime_jumps", "share", jump_matrix, state,
       list({0, 0.7, 0.3, 0.7, 0, 0.3, 0.3, 0.7, 0}), 1, false, prior,
       "Where a regime leads when it ends: a row for each, in the order open, restricted, conflict.",
       ""},
      {new_mines_per_year, "new_mines_per_year", "per year", per_regime, state,
       list({0, 0.05, 0.5}), 50, true, lever,
       "Rate of events of new mine laying in open, restricted and conflict years.", ""},
      {finds_per_year, "finds_per_year", "finds a year", positive, state, spread(5, 60, 350), 1e6,
       false, literature,
       "Mines reported to the authorities in the first year after the declaration.",
       "Algeria 668 in 22 months, Burundi 4 in three years, docs/model.md, step 10"},
      {finds_decay_per_year, "finds_decay_per_year", "per year", positive, common, certain(0.25),
       10, false, literature, "Rate at which the finds get fewer.", "docs/model.md, step 10"},
      {finds_floor_per_year,
       "finds_floor_per_year",
       "finds a year",
       positive,
       common,
       {},
       1e6,
       false,
       literature,
       "Finds that never stop; without it, a twentieth of finds_per_year.",
       "finds of the world wars go on in Europe, docs/model.md, step 10"},
      {finds_dispersion, "finds_dispersion", "", positive, common, certain(0.45), 10, true,
       literature, "Coefficient of variation of a year's finds beyond that of pure counts.",
       "docs/model.md, step 10"},
      {team_cost_musd_per_year, "team_cost_musd_per_year", "MUSD a year", positive, common,
       spread(0.15, 0.25, 0.4), 100, false, prior,
       "Cost of a national team that answers finds, of about six people.", ""},
      {casualty_exponent, "casualty_exponent", "", positive, common, certain(0.7), 5, false, prior,
       "Percent fewer casualties for one percent less mined land.", ""},
      {casualty_noise, "casualty_noise", "", positive, common, certain(0.45), 10, true, prior,
       "Coefficient of variation of a year's casualties beyond that of pure counts.", ""},
      {casualty_regime_effect, "casualty_regime_effect", "log", per_regime, state,
       list({0, 0.4, 1.2}), 10, false, prior,
       "Log of how many times more casualties there are in open, restricted and conflict years.",
       ""},
  };
}

}  // namespace

std::span<ParameterInfo const> parameter_table() {
  static std::vector<ParameterInfo> const table = make_table();
  return table;
}

ParameterInfo const& info(Parameter parameter) {
  auto const table = parameter_table();
  return *std::ranges::find(table, parameter, &ParameterInfo::id);
}

std::optional<Parameter> parameter_named(std::string_view key) {
  auto const table = parameter_table();
  auto const found = std::ranges::find(table, key, &ParameterInfo::key);
  if (found == table.end()) return std::nullopt;
  return found->id;
}

}  // namespace minefree
