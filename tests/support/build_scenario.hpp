#pragma once

// Scenarios and states for tests, in C++ instead of YAML. What a test does not say is absent,
// certain or the default of the model.
#include <initializer_list>
#include <string>
#include <vector>

#include <minefree/domain/scenario.hpp>

namespace minefree::testing {

/// A value for a parameter as a scenario states it: a number, a spread, or three or nine numbers.
ParameterValue given(Parameter, double);
ParameterValue given(Parameter, Spread const&);
ParameterValue given(Parameter, std::initializer_list<double>);

/// A certain quantity.
constexpr Spread exactly(double value) { return {value, value, value}; }

/// Land at the start.
struct Stock {
  double suspected_km2 = 0;
  double confirmed_km2 = 0;
  double undiscovered_km2 = 0;
};

/// A state that a scenario gives whole: a certain stock and capacity, and money that never changes.
StateData simple_state(std::string const& code, Stock const&, double capacity_km2_per_year);

/// The state of the closed forms of docs/model.md: work 32.75 and capacity 2.5, so that it
/// takes 13.1 years.
StateData closed_form_state(std::string const& code);

/// Figures of a source published in that year.
Citation published(int year, std::string id = "source");

/// Origin 2024, horizon 2060, 1,000 trajectories, seed 1, targets 2030 and 2040.
Scenario scenario_of(std::vector<StateData> states);

/// The same with `certain: true`.
Scenario certain_scenario_of(std::vector<StateData> states);

/// The same scenario where money moves capacity one to one and within the year, and every km2 costs
/// the same.
Scenario elastic(Scenario);

/// Four states as the record gives them, with histories, money, security and deadlines, and every
/// noise of the model: where an engine must show that it keeps its digits.
Scenario realistic_scenario();

}  // namespace minefree::testing
