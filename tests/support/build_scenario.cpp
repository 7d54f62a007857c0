#include <support/build_scenario.hpp>

#include <utility>

namespace minefree::testing {
namespace {

/// A long history with a full split, most of the land suspected; many donors.
StateData surveyed_state() {
  StateData state;
  state.code = "XSA";
  state.name = "Surveyed";
  state.baseline = Baseline::partial;
  state.treaty = {.party = true,
                  .deadlines = {{.date = {2018, 1, 1}, .granted = 2008},
                                {.date = {2028, 12, 31}, .granted = 2017}}};
  state.history = {
      {.year = 2019, .confirmed_km2 = 110, .suspected_km2 = 330},
      {.year = 2020,
       .confirmed_km2 = 104,
       .suspected_km2 = 288,
       .cleared_km2 = 9.1,
       .reduced_km2 = 5.2,
       .cancelled_km2 = 33},
      {.year = 2021,
       .confirmed_km2 = 99,
       .suspected_km2 = 255,
       .cleared_km2 = 10.4,
       .reduced_km2 = 6.1,
       .cancelled_km2 = 24,
       .discovered_km2 = 1.7},
      {.year = 2022,
       .confirmed_km2 = 93,
       .suspected_km2 = 221,
       .cleared_km2 = 8.2,
       .reduced_km2 = 7.5,
       .cancelled_km2 = 27,
       .discovered_km2 = 3.2},
      {.year = 2023,
       .confirmed_km2 = 90,
       .suspected_km2 = 194,
       .cleared_km2 = 11.8,
       .cancelled_km2 = 19},
      {.year = 2024,
       .confirmed_km2 = 85,
       .suspected_km2 = 170,
       .cleared_km2 = 10.9,
       .reduced_km2 = 4.4,
       .cancelled_km2 = 20.5},
  };
  state.funding =
      FundingData{.years = {{.year = 2022, .international_musd = 12, .national_musd = 2},
                            {.year = 2023, .international_musd = 14, .national_musd = 2.5},
                            {.year = 2024, .international_musd = 10}}};
  state.donor_shares = {{.donor = "USA", .year = 2022, .musd = 5},
                        {.donor = "USA", .year = 2023, .musd = 6},
                        {.donor = "DEU", .year = 2023, .musd = 2},
                        {.donor = "JPN", .year = 2024, .musd = 1.5}};
  state.security = {{.from = 2000, .to = 2024, .regime = Regime::open}};
  return state;
}

/// Only totals, last reported three years before the origin, in a country where fighting flares up.
StateData contested_state() {
  StateData state;
  state.code = "XSB";
  state.name = "Contested";
  state.baseline = Baseline::none;
  state.history = {
      {.year = 2019, .contamination_km2 = 61},
      {.year = 2020, .released_km2 = 6.5},
      {.year = 2021, .contamination_km2 = 48, .released_km2 = 7.2},
      {.year = 2022, .cleared_km2 = 2.1, .cancelled_km2 = 4},
      {.year = 2023, .released_km2 = 3.3},
  };
  state.security = {{.from = 2010, .to = 2016, .regime = Regime::conflict},
                    {.from = 2017, .to = 2021, .regime = Regime::restricted},
                    {.from = 2022, .to = 2022, .regime = Regime::open},
                    {.from = 2023, .to = 2024, .regime = Regime::restricted}};
  return state;
}

/// Near the end: little land, all of it confirmed, part of it at a closed border, its own money.
StateData nearly_done_state() {
  StateData state;
  state.code = "XSC";
  state.name = "Nearly done";
  state.baseline = Baseline::complete;
  state.treaty = {.party = true, .deadline = Date{2027, 6, 30}};
  state.history = {
      {.year = 2021, .confirmed_km2 = 19.4, .cleared_km2 = 2.2, .reduced_km2 = 0.6},
      {.year = 2022, .confirmed_km2 = 16.8, .cleared_km2 = 2.4, .reduced_km2 = 0.9},
      {.year = 2023,
       .confirmed_km2 = 13.5,
       .cleared_km2 = 2.1,
       .reduced_km2 = 0.4,
       .discovered_km2 = 0.3},
      {.year = 2024, .confirmed_km2 = 11, .cleared_km2 = 2.6, .reduced_km2 = 0.7},
  };
  state.programme = {given(Parameter::blocked_share, Spread{0.02, 0.05, 0.1}),
                     given(Parameter::unblock_per_year, 0.3)};
  state.funding =
      FundingData{.years = {{.year = 2023, .international_musd = 1, .national_musd = 6},
                            {.year = 2024, .international_musd = 0.8, .national_musd = 7}}};
  return state;
}

/// Supposed by a scenario: spreads by hand for the stock, a programme that begins later.
StateData supposed_state() {
  StateData state = simple_state("XSD", {}, 3);
  state.name = "Supposed";
  state.initial = {.confirmed_km2 = Spread{15, 25, 60},
                   .suspected_km2 = Spread{40, 80, 120},
                   .undiscovered_km2 = Spread{2, 8, 30}};
  state.programme.push_back(given(Parameter::capacity_km2_per_year, Spread{1.5, 3, 5}));
  state.programme.erase(state.programme.begin());
  return state;
}

}  // namespace

ParameterValue given(Parameter id, double value) { return given(id, exactly(value)); }

ParameterValue given(Parameter id, Spread const& spread) {
  ParameterValue value;
  value.id = id;
  value.values = {spread};
  value.stated_by_scenario = true;
  return value;
}

ParameterValue given(Parameter id, std::initializer_list<double> numbers) {
  ParameterValue value;
  value.id = id;
  for (double const number : numbers) value.values.push_back(exactly(number));
  value.stated_by_scenario = true;
  return value;
}

StateData simple_state(std::string const& code, Stock const& stock, double capacity_km2_per_year) {
  StateData state;
  state.code = code;
  state.name = "State " + code;
  state.inline_state = true;
  state.initial = {.confirmed_km2 = exactly(stock.confirmed_km2),
                   .suspected_km2 = exactly(stock.suspected_km2),
                   .undiscovered_km2 = exactly(stock.undiscovered_km2)};
  state.programme = {given(Parameter::capacity_km2_per_year, capacity_km2_per_year)};
  return state;
}

StateData closed_form_state(std::string const& code) {
  StateData state = simple_state(code, {.suspected_km2 = 100, .confirmed_km2 = 20}, 2.5);
  state.programme.push_back(given(Parameter::confirmed_share, 0.15));
  state.programme.push_back(given(Parameter::reduced_share, 0.4));
  state.programme.push_back(given(Parameter::survey_cost_ratio, 0.03));
  state.programme.push_back(given(Parameter::technical_survey_cost_ratio, 0.25));
  state.programme.push_back(given(Parameter::maturity_penalty, 0.0));
  return state;
}

Citation published(int year, std::string id) { return {.ids = {std::move(id)}, .published = year}; }

Scenario scenario_of(std::vector<StateData> states) {
  Scenario scenario;
  scenario.id = "test";
  scenario.name = "test";
  scenario.origin = 2024;
  scenario.horizon = 2060;
  scenario.trajectories = 1000;
  scenario.seed = 1;
  scenario.targets = {2030, 2040};
  scenario.funding.price_year = 2024;
  scenario.states = std::move(states);
  return scenario;
}

Scenario certain_scenario_of(std::vector<StateData> states) {
  Scenario scenario = scenario_of(std::move(states));
  scenario.certain = true;
  return scenario;
}

Scenario elastic(Scenario scenario) {
  for (auto const& [parameter, value] : std::initializer_list<std::pair<Parameter, double>>{
           {Parameter::funding_elasticity, 1},
           {Parameter::hiring_speed, 1},
           {Parameter::max_growth, 1000},
           {Parameter::maturity_penalty, 0},
           {Parameter::reduced_share, 0},
           {Parameter::technical_survey_cost_ratio, 0}}) {
    scenario.parameters.push_back(given(parameter, value));
  }
  return scenario;
}

Scenario realistic_scenario() {
  Scenario scenario =
      scenario_of({surveyed_state(), contested_state(), nearly_done_state(), supposed_state()});
  scenario.seed = 2025;
  scenario.targets = {2027, 2030, 2035};
  scenario.state_overrides["XSD"] = {.starts = 2028, .condition = "permission in 2028"};
  return scenario;
}

}  // namespace minefree::testing
