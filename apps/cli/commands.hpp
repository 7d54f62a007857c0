#pragma once

#include "arguments.hpp"

namespace minefree::cli {

/// Runs the command that the arguments name; gives the exit code.
int run_command(Arguments const&);

/// Whether the command gives a part of its work to each of several processes; if not, one of them
/// does it alone.
bool shares_work(Command);

// One file a command.
int run(Arguments const&);
int compare(Arguments const&);
int plan(Arguments const&);
int explain(Arguments const&);
int hindcast(Arguments const&);
int check(Arguments const&);
int schema(Arguments const&);
int new_scenario(Arguments const&);
int history(Arguments const&);
int trajectories(Arguments const&);
int freeze(Arguments const&);
int overlay(Arguments const&);
int solve(Arguments const&);
int allocate(Arguments const&);
int completions(Arguments const&);
int value_of_survey(Arguments const&);
int annex(Arguments const&);
int stress(Arguments const&);
int regret(Arguments const&);
int sweep(Arguments const&);
int make_report(Arguments const&);

}  // namespace minefree::cli
