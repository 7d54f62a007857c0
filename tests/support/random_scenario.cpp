#include <support/random_scenario.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace minefree::testing {
namespace {

Spread around(Dice& dice, double best) {
  if (dice.chance(0.3)) return exactly(best);
  return {best / dice.between(1.1, 3), best, best * dice.between(1.1, 3)};
}

Spread share_around(Dice& dice, double best) {
  if (dice.chance(0.3)) return exactly(best);
  return {best * dice.between(0.4, 0.9), best, best + (1 - best) * dice.between(0.1, 0.6)};
}

Date some_day(Dice& dice, int first_year, int last_year) {
  return {dice.whole(first_year, last_year), dice.whole(1, 12), dice.whole(1, 28)};
}

void give_stock_by_hand(Dice& dice, StateData& state) {
  state.initial.confirmed_km2 = around(dice, dice.log_between(0.05, 200));
  if (dice.chance(0.8)) state.initial.suspected_km2 = around(dice, dice.log_between(0.05, 2000));
  if (dice.chance(0.6)) state.initial.undiscovered_km2 = around(dice, dice.log_between(0.01, 100));
  state.programme.push_back(
      given(Parameter::capacity_km2_per_year, around(dice, dice.log_between(0.1, 30))));
}

/// What a row tells of the year's work, in one of the ways of the record.
void report_release(Dice& dice, double total_km2, HistoryRow& row) {
  double const released = total_km2 * dice.between(0.02, 0.2);
  switch (dice.whole(0, 4)) {
    case 0:
      row.cancelled_km2 = released * 0.6;
      row.reduced_km2 = released * 0.15;
      row.cleared_km2 = released * 0.25;
      break;
    case 1:
      row.cancelled_km2 = released * 0.5;
      row.cleared_km2 = released * 0.5;
      row.confirmed_by_survey_km2 = released * 0.1;
      break;
    case 2:
      row.cleared_km2 = released;
      break;
    case 3:
      row.released_km2 = released;
      break;
    default:
      break;  // only the stock
  }
  if (dice.chance(0.3)) row.discovered_km2 = released * dice.between(0.01, 0.5);
}

void report_history(Dice& dice, StateData& state, int origin) {
  double total_km2 = dice.log_between(0.5, 1500);
  double const confirmed_part = dice.between(0.05, 0.95);
  bool const ever_split = dice.chance(0.7);
  int const newest_stock = origin - dice.pick({0, 0, 0, 1, 2, 4});
  for (int year = origin - dice.whole(5, 9); year <= origin; ++year) {
    HistoryRow row{.year = year};
    report_release(dice, total_km2, row);
    total_km2 *= dice.between(0.75, 1.02);
    if (year <= newest_stock && (year == newest_stock || dice.chance(0.7))) {
      if (ever_split && (year == newest_stock || dice.chance(0.7))) {
        row.confirmed_km2 = confirmed_part * total_km2;
        row.suspected_km2 = (1 - confirmed_part) * total_km2;
      } else {
        row.contamination_km2 = total_km2;
      }
    }
    row.redefined = dice.chance(0.05);
    row.resurvey = dice.chance(0.05);
    row.source = published(std::min(year + 1, origin + 1));
    state.history.push_back(row);
  }
  // The figures above may tell no work at all; then the capacity is given.
  state.programme.push_back(
      given(Parameter::capacity_km2_per_year, around(dice, dice.log_between(0.1, 30))));
  if (dice.chance(0.6)) {
    state.history[state.history.size() - 2].cleared_km2 = total_km2 * dice.between(0.02, 0.1);
    state.programme.pop_back();
  }
}

void give_funding(Dice& dice, StateData& state, int origin) {
  int const kind = dice.whole(0, 2);
  if (kind == 0) return;  // unknown, or for a state given whole: constant
  state.funding.emplace();
  if (kind == 1) {
    state.funding->international_musd = dice.log_between(0.2, 60);
    if (dice.chance(0.6)) state.funding->national_musd = dice.log_between(0.1, 40);
  } else {
    for (int year = origin - dice.whole(0, 4); year <= origin; ++year) {
      FundingYear row{.year = year, .source = published(year + 1)};
      row.international_musd = dice.log_between(0.2, 60);
      if (dice.chance(0.5)) row.national_musd = dice.log_between(0.1, 40);
      state.funding->years.push_back(row);
    }
  }
  int const rows = dice.whole(0, 6);
  for (int k = 0; k < rows; ++k) {
    state.donor_shares.push_back(
        {.donor = dice.pick<std::string>({"USA", "DEU", "NOR", "JPN", "EU", "CHE"}),
         .year = origin - dice.whole(0, 3),
         .musd = dice.log_between(0.05, 20),
         .source = published(origin)});
  }
}

void give_security(Dice& dice, StateData& state, int origin) {
  if (dice.chance(0.4)) return;
  for (int year = origin - dice.whole(2, 15); year <= origin;) {
    int const last = std::min(origin, year + dice.whole(0, 6));
    state.security.push_back(
        {.from = year, .to = last, .regime = static_cast<Regime>(dice.whole(0, 2))});
    year = last + 1;
  }
}

void give_parameters(Dice& dice, StateData& state) {
  auto& programme = state.programme;
  if (dice.chance(0.3))
    programme.push_back(
        given(Parameter::blocked_share, share_around(dice, dice.between(0.02, 0.9))));
  if (dice.chance(0.3)) programme.push_back(given(Parameter::unblock_per_year, dice.between(0, 1)));
  if (dice.chance(0.3)) {
    programme.push_back(
        given(Parameter::new_mines_per_year, {dice.between(0, 0.2), dice.between(0, 0.5), 1}));
    programme.push_back(given(Parameter::new_mines_km2, dice.log_between(0.01, 5)));
    programme.push_back(given(Parameter::new_mines_cv, dice.between(0, 3)));
  }
  if (dice.chance(0.3))
    programme.push_back(
        given(Parameter::confirmed_share, share_around(dice, dice.between(0.01, 0.95))));
  if (dice.chance(0.3))
    programme.push_back(
        given(Parameter::reduced_share, share_around(dice, dice.between(0.01, 0.95))));
  if (dice.chance(0.3))
    programme.push_back(
        given(Parameter::survey_preference, around(dice, dice.log_between(0.05, 50))));
  if (dice.chance(0.2))
    programme.push_back(
        given(Parameter::undiscovered_km2, around(dice, dice.log_between(0.01, 50))));
  if (dice.chance(0.2))
    programme.push_back(given(Parameter::undiscovered_area_km2,
                              dice.chance(0.5) ? 0.0 : dice.log_between(0.001, 2)));
  if (dice.chance(0.2))
    programme.push_back(given(Parameter::regime_output, {1, dice.between(0, 1), 0}));
  if (dice.chance(0.2))
    programme.push_back(given(Parameter::regime_scale_years,
                              {dice.between(1, 40), dice.between(1, 9), dice.between(1, 9)}));
  if (dice.chance(0.2))
    programme.push_back(given(Parameter::extension_years, static_cast<double>(dice.whole(1, 10))));
}

FundingLever some_change(Dice& dice, int origin) {
  FundingLever lever{.shape = FundingShape::change, .value = dice.between(-1, 1.5)};
  if (dice.chance(0.5)) lever.from = origin + dice.whole(1, 10);
  if (dice.chance(0.3)) lever.to = lever.from.value_or(origin + 1) + dice.whole(0, 10);
  return lever;
}

void pull_levers(Dice& dice, Scenario& scenario, Money money) {
  auto& funding = scenario.funding;
  if (dice.chance(0.5)) funding.world.push_back(some_change(dice, scenario.origin));
  if (dice.chance(0.5)) funding.donors["USA"].push_back(some_change(dice, scenario.origin));
  if (money == Money::shared) {
    funding.world.push_back({.shape = FundingShape::add_musd, .value = dice.between(0, 30)});
    funding.donors["NOR"].push_back(
        {.shape = FundingShape::set_musd, .value = dice.between(0, 30)});
    funding.reallocate_share = dice.between(0.1, 1);
  }
  std::string const& code = scenario.states.front().code;
  if (dice.chance(0.5))
    funding.recipients[code].push_back(
        {.shape = FundingShape::add_musd, .value = dice.between(0, 9)});
  if (dice.chance(0.5))
    funding.national[code].push_back(
        {.shape = FundingShape::set_musd, .value = dice.between(0, 9)});
  if (dice.chance(0.4)) scenario.survey[code].push_back({.intensity = dice.log_between(0.2, 5)});
  if (dice.chance(0.4)) {
    scenario.security[code].push_back(
        {.regime = static_cast<Regime>(dice.whole(0, 2)), .to = scenario.origin + 4});
  }
  if (dice.chance(0.3)) {
    StateOverride& supposed = scenario.state_overrides[code];
    supposed.condition = "a test supposes so";
    supposed.stock.confirmed_km2 = around(dice, dice.log_between(0.1, 100));
    supposed.starts = scenario.origin + dice.whole(1, 6);
  }
}

/// Optional parts, with the figures that they rest on.
void ask_for_parts(Dice& dice, Scenario& scenario) {
  scenario.outputs = {
      .casualties = dice.chance(0.4), .people = dice.chance(0.4), .residual = dice.chance(0.4)};
  scenario.residual.teams = dice.whole(0, 5);
  scenario.residual.tasks_per_team_year = dice.log_between(5, 200);
  if (dice.chance(0.5)) scenario.residual.team_survival = dice.between(0, 1);
  scenario.risk_education = {.coverage = dice.between(0, 1), .effect = dice.chance(0.5) ? 0 : 0.2};
  for (StateData& state : scenario.states) {
    int const rows = dice.whole(0, 6);
    for (int k = 0; k < rows; ++k) {
      state.casualties.push_back({.year = scenario.origin - k,
                                  .casualties = static_cast<double>(dice.whole(0, 300)),
                                  .source = published(scenario.origin)});
    }
  }
}

void set_common_parameters(Dice& dice, Scenario& scenario) {
  auto& parameters = scenario.parameters;
  if (dice.chance(0.4))
    parameters.push_back(given(Parameter::maturity_penalty, dice.between(0, 2)));
  if (dice.chance(0.4)) parameters.push_back(given(Parameter::log_deviation_sd, around(dice, 0.4)));
  if (dice.chance(0.4))
    parameters.push_back(
        given(Parameter::discovery_per_year, around(dice, dice.log_between(0.02, 1))));
  if (dice.chance(0.3)) parameters.push_back(given(Parameter::relapse_per_year, around(dice, 0.2)));
  if (dice.chance(0.3))
    parameters.push_back(given(Parameter::pause_probability, dice.between(0, 0.6)));
  if (dice.chance(0.3))
    parameters.push_back(
        given(Parameter::survey_cost_ratio, around(dice, dice.log_between(0.005, 1))));
  if (dice.chance(0.2)) parameters.push_back(given(Parameter::resurvey_per_year, 1.0));
  if (dice.chance(0.2))
    parameters.push_back(given(Parameter::declaration_lag_years, dice.between(0, 4)));
}

FundingLever some_pledge(Dice& dice, int origin) {
  return {.shape = FundingShape::pledge,
          .value = dice.between(0, 90),
          .from = origin + dice.whole(-2, 8),
          .years = dice.whole(1, 8),
          .default_risk = dice.pick({0.0, 0.1, 0.4, 0.9, 1.0})};
}

FundingLever money_sooner(Dice& dice, int origin) {
  int const years = dice.whole(1, 5);
  int const from = origin + dice.whole(1, 8);
  return {.shape = FundingShape::front_load,
          .value = dice.between(0.05, 0.95),
          .from = from,
          .to = from + years - 1 + dice.whole(1, 12),
          .years = years};
}

void shape_money(Dice& dice, Scenario& scenario, Money money) {
  auto& funding = scenario.funding;
  std::string const& code = scenario.states.back().code;
  if (dice.chance(0.3)) funding.world.push_back(money_sooner(dice, scenario.origin));
  if (dice.chance(0.3)) funding.donors["USA"].push_back(money_sooner(dice, scenario.origin));
  if (dice.chance(0.3)) funding.national[code].push_back(money_sooner(dice, scenario.origin));
  if (dice.chance(0.4)) funding.recipients[code].push_back(some_pledge(dice, scenario.origin));
  if (dice.chance(0.4)) funding.recipients[code].push_back(some_pledge(dice, scenario.origin));
  if (dice.chance(0.3)) funding.national[code].push_back(some_pledge(dice, scenario.origin));
  if (money == Money::apart) return;
  if (dice.chance(0.5)) funding.world.push_back(some_pledge(dice, scenario.origin));
  if (dice.chance(0.5)) funding.donors["USA"].push_back(some_pledge(dice, scenario.origin));
}

}  // namespace

std::uint64_t Dice::bits() {
  state_ += 0x9e3779b97f4a7c15u;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
  return mixed ^ (mixed >> 31);
}

double Dice::between(double low, double high) {
  double const fraction = static_cast<double>(bits() >> 11) * 0x1p-53;
  return low + (high - low) * fraction;
}

double Dice::log_between(double low, double high) {
  return low * std::exp(between(0, 1) * std::log(high / low));
}

int Dice::whole(int low, int high) {
  return low + static_cast<int>(bits() % static_cast<std::uint64_t>(high - low + 1));
}

bool Dice::chance(double probability) { return between(0, 1) < probability; }

StateData random_state(Dice& dice, std::string const& code, int origin) {
  StateData state;
  state.code = code;
  state.name = "State " + code;
  state.baseline = static_cast<Baseline>(dice.whole(0, 2));
  state.inline_state = dice.chance(0.3);
  if (dice.chance(0.7))
    state.treaty = {.party = true, .deadline = some_day(dice, origin - 1, origin + 20)};
  if (dice.chance(0.5)) {
    give_stock_by_hand(dice, state);
  } else {
    report_history(dice, state, origin);
  }
  give_funding(dice, state, origin);
  give_security(dice, state, origin);
  give_parameters(dice, state);
  return state;
}

Scenario random_scenario(std::uint64_t seed, Money money) {
  Dice dice(seed);
  Scenario scenario = scenario_of({});
  scenario.origin = dice.whole(2018, 2024);
  scenario.horizon = scenario.origin + dice.whole(8, 36);
  scenario.seed = dice.bits();
  scenario.targets = {scenario.origin + 1, scenario.origin + 5, scenario.horizon};
  scenario.certain = dice.chance(0.1);
  int const states = dice.whole(2, 4);
  for (int k = 0; k < states; ++k) {
    std::string const code = {'X', static_cast<char>('A' + dice.whole(0, 25)),
                              static_cast<char>('A' + k)};
    scenario.states.push_back(random_state(dice, code, scenario.origin));
  }
  set_common_parameters(dice, scenario);
  pull_levers(dice, scenario, money);
  shape_money(dice, scenario, money);
  ask_for_parts(dice, scenario);
  return scenario;
}

}  // namespace minefree::testing
