#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/history.hpp>
#include <minefree/domain/scenario.hpp>
#include <minefree/domain/yearly_work.hpp>

namespace minefree {

/// Stocks older than this say nothing about today.
inline constexpr int oldest_usable_stock_years = 5;

/// What a projection rests on: reported stock and releases, partly, or judgement alone.
enum class ResultBasis { data, mixed, prior };

/// What is known of a state at the origin, and whether a date can be given for it.
struct KnownState {
  std::vector<YearFigures> history;
  std::vector<YearlyWork> work;        // of the last five years
  std::optional<RecordedStock> stock;  // the newest one
  bool conditional = false;            // estimable only because the scenario supposes something
  bool complete = false;               // declared complete by the origin
  std::vector<std::string> reasons;    // why not estimable; empty when it is
  ResultBasis basis = ResultBasis::data;

  bool estimable() const { return reasons.empty() && !complete; }
};

/// Reads a state as an engine at the scenario's origin may.
KnownState known_at_origin(StateData const&, Scenario const&);

/// The scenario's override of a state, if any.
StateOverride const* override_of(Scenario const&, std::string const& code);

/// A parameter's value for a state as the scenario states it: in state_overrides, in the programme
/// of a state given whole, or in `parameters`; none where it leaves it to the record.
ParameterValue const* value_of_scenario(Scenario const&, StateData const&, Parameter);

/// A parameter's value for a state by precedence: state_overrides, the programme of a state given
/// whole in the scenario, the scenario's `parameters`, the programme of a state file, if what it
/// rests on was published by the year after the origin. None: the default holds.
ParameterValue const* value_given(Scenario const&, StateData const&, Parameter);

}  // namespace minefree
