#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <minefree/base/date.hpp>
#include <minefree/decision/objective.hpp>
#include <minefree/ensemble/run.hpp>
#include <minefree/parallel/ranks.hpp>

namespace minefree::cli {

/// What the program ends with; the numbers are part of its contract.
enum ExitCode {
  exit_done = 0,
  exit_failed = 1,  // anything without a number of its own: interrupted, disk full
  exit_usage = 2,
  exit_invalid_input = 3,
  exit_nothing_estimable = 4,
  exit_not_reachable = 5,
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
  freeze,
  overlay,
  solve,
  allocate,
  completions,
  value_of_survey,
  annex,
  stress,
  regret,
  sweep,
  report
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
  Ranks* ranks = nullptr;  // of minefree-mpi; null: this process works alone
};

/// What a hindcast looks back from, and with which priors.
struct HindcastOptions {
  std::vector<int> origins;  // none: the usual ones
  bool vague = false;        // the spreads of all priors doubled
  bool prior = false;        // no calibration, even where there is one
};

/// A sum of money a year: in all, or on top of what comes anyway.
struct MoneySum {
  double musd_per_year = 0;
  bool additional = false;
};

/// What is asked of `solve`.
struct SolveOptions {
  std::optional<int> by;  // end of this year
  double probability = 0.8;
  std::optional<int> from;           // first year of the money; the first simulated one when absent
  std::optional<MoneySum> money;     // the date for it is asked
  double most_musd_per_year = 1000;  // additional
};

/// What is asked of `allocate`.
struct AllocateOptions {
  double budget_musd = 0;  // additional, a year
  int by = 0;
  std::optional<int> from;  // first year of the money; the first simulated one when absent
  Objective objective = Objective::completions;
  int lumps = 50;
  std::map<std::string, double> floor_musd, cap_musd;  // additional, by state
};

/// Which donors are dropped, and how.
struct StressOptions {
  std::vector<std::string> donors;  // as written; none: all that the record names
  std::optional<int> from;          // first year without them
  double share = 1;                 // of their money that is taken away, above 0 to 1
};

/// One of several equal parts of the points of a sweep.
struct SweepPart {
  unsigned number = 1;  // from 1
  unsigned of = 1;
};

/// Which points of a sweep are simulated here.
struct SweepOptions {
  std::optional<SweepPart> part;  // all when absent
  std::optional<unsigned> join;   // puts so many parts together instead
};

/// The command line, checked as far as no file needs to be read for it.
struct Arguments {
  Command command = Command::run;
  std::vector<std::string> files;  // scenarios, or what is to be checked
  std::string state;               // explain
  std::string name;                // new: the file to write; schema: which; completions: the shell
  std::string from;                // new
  std::string out;                 // folder for results, freeze: file; none when empty
  std::string scenario;            // overlay: the scenario of today; the baseline when empty
  int years = 6;                   // freeze: of yearly values
  bool json = false;
  bool docs = false;          // schema: the documentation instead
  bool donor_matrix = false;  // history: the donor matrix instead
  bool quiet = false;
  std::optional<int> origin;  // history: last year whose figures may be used
  bool verbose = false;       // run: the inputs of each state after the table
  RunOptions run;
  HindcastOptions hindcast;
  SolveOptions solve;
  AllocateOptions allocate;
  std::vector<double> musd;      // value-of-survey: amounts; none: the usual one
  std::optional<Date> deadline;  // annex: that somebody thinks of
  StressOptions stress;
  SweepOptions sweep;
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
