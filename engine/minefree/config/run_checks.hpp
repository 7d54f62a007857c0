#pragma once

#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/config/tree.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

/// Reports levers and overrides for states that are not in the run.
void check_codes(Tree const& scenario, std::vector<StateData> const& states, Problems& problems);

/// The year of whose prices the amounts are: the one given, else the origin or the newest year of
/// the index before it. Reports a given year that the index of prices does not have.
int price_year_of(Scenario const& scenario, Tree const& tree, Problems& problems);

/// Reports what contradicts the simulated years, and notes what has no effect in them.
void check_run(Scenario const& scenario, Tree const& tree, Problems& problems, Problems& notes);

}  // namespace minefree::config
