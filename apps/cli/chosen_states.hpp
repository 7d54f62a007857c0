#pragma once

#include <string>
#include <vector>

#include <minefree/ensemble/plan.hpp>

namespace minefree::cli {

/// Says that there is no such state, with a hint from the scenario's codes and others that are
/// known.
void say_no_state(Scenario const&, std::string const& code, std::vector<std::string> known);

/// Says which of the codes the scenario does not have, with a hint; true when it has all.
bool has_states(Scenario const&, std::vector<std::string> const& codes);

/// Leaves only these states in a scenario and its plan. Their bits stay: money that a scenario
/// gives to all states has been shared out before. Where finished states hand money on, all are
/// simulated and only the summary is shortened by `simulate_run`.
void keep_states(std::vector<std::string> const& codes, Scenario&, Plan&);

}  // namespace minefree::cli
