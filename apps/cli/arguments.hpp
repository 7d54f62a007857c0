#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <minefree/ensemble/run.hpp>

namespace minefree::cli {

/// What the program ends with; the numbers are part of its contract.
enum ExitCode {
  exit_done = 0,
  exit_failed = 1,  // anything without a number of its own: interrupted, disk full
  exit_usage = 2,
  exit_invalid_input = 3,
  exit_nothing_estimable = 4,
};

enum class Command {
  run,
  compare,
  plan,
  explain,
  hindcast,
  check,
  schema,
  new_scenario,
  history,
  trajectories,
  completions
};

/// Options of the commands that simulate; each replaces what the scenario says.
struct RunOptions {
  std::optional<std::uint64_t> trajectories;
  std::optional<std::uint64_t> seed;
  unsigned threads = 0;             // 0: one for each processor
  std::vector<std::string> states;  // codes; none: all of the scenario
  std::vector<int> targets;
  std::optional<double> until_error_months;
  InstructionSet instruction_set = InstructionSet::sse42;
};

/// What a hindcast looks back from, and with which priors.
struct HindcastOptions {
  std::vector<int> origins;  // none: the usual ones
  bool vague = false;        // the spreads of all priors doubled
  bool prior = false;        // no calibration, even where there is one
};

/// The command line, checked as far as no file needs to be read for it.
struct Arguments {
  Command command = Command::run;
  std::vector<std::string> files;  // scenarios, or what is to be checked
  std::string state;               // explain
  std::string name;                // new: the file to write; schema: which; completions: the shell
  std::string from;                // new
  std::string out;                 // folder for results; none when empty
  bool json = false;
  bool docs = false;  // schema: the documentation instead
  bool quiet = false;
  std::optional<int> origin;  // history: last year whose figures may be used
  bool verbose = false;       // run: the inputs of each state after the table
  RunOptions run;
  HindcastOptions hindcast;
};

/// Nothing is left to do but to print and to end: help, version, or wrong usage.
struct Answer {
  int exit_code = exit_done;
  std::string out;
  std::string error;
};

/// Reads the command line; `environment_set` is the value of MINEFREE_INSTRUCTION_SET or empty.
std::variant<Arguments, Answer> parse_arguments(int count, char const* const* words,
                                                std::string const& environment_set);

}  // namespace minefree::cli
