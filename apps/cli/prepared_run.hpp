#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/report/summary.hpp>

#include "arguments.hpp"

namespace minefree::cli {

/// What is to be simulated for a command line.
struct PreparedRun {
  Scenario scenario;
  Plan plan;
  std::vector<std::string> told_of;  // codes of the states asked for; none: all of the scenario
};

/// The same, or the exit code: why has been said then.
struct RunOutcome {
  std::optional<PreparedRun> run;
  int exit_code = exit_done;
};

/// Reads the scenario of the command line and compiles it for the states that it asks for.
RunOutcome prepare_run(Arguments const&);
/// The same, faster for many runs of one record.
RunOutcome prepare_run(Arguments const&, DonorMatrices&);

/// What came of it, of the states asked for; of those of a range alone where one is given.
report::RunSummary summarise(PreparedRun const&, Ensemble const&, report::StateRange = {});

/// True when something can be told of a state: a projection, or what follows completion.
bool tells_anything(report::RunSummary const&);

}  // namespace minefree::cli
