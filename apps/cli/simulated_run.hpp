#pragma once

#include <optional>

#include <minefree/report/summary.hpp>

#include "arguments.hpp"

namespace minefree::cli {

/// What was simulated for a command line, and what came of it.
struct Simulated {
  Scenario scenario;
  Plan plan;
  Ensemble ensemble;
  report::RunSummary summary;  // of the states asked for
};

/// The same, or the exit code: why has been said then.
struct SimulatedRun {
  std::optional<Simulated> result;
  int exit_code = exit_done;
};

/// Reads the scenario of the command line and simulates the states that it asks for.
SimulatedRun simulate_run(Arguments const&);

}  // namespace minefree::cli
