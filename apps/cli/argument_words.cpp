#include "argument_words.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/text.hpp>

#include "word_reader.hpp"

namespace minefree::cli {

namespace {

/// What is asked of `solve`; options that are left out keep their usual values.
SolveOptions solve_options(Words const& words, WordReader& reader) {
  SolveOptions options;
  options.by = reader.optional_year("--by", words.by);
  options.from = reader.optional_year("--from", words.from_year);
  if (!words.probability.empty()) {
    options.probability = reader.probability("--probability", words.probability);
  }
  if (!words.money.empty()) options.money = reader.money_sum("--money", words.money);
  if (!words.at_most.empty()) {
    options.most_musd_per_year = reader.positive_musd("--at-most", words.at_most);
  }
  return options;
}

/// What is asked of `allocate`.
AllocateOptions allocate_options(Words const& words, WordReader& reader) {
  AllocateOptions options;
  options.budget_musd = reader.positive_musd("--budget-musd", words.budget);
  options.by = reader.optional_year("--by", words.by).value_or(0);
  options.from = reader.optional_year("--from", words.from_year);
  if (!words.objective.empty()) options.objective = reader.objective(words.objective);
  options.lumps =
      static_cast<int>(reader.optional_whole("--lumps", words.lumps, 1, 1000).value_or(50));
  options.floor_musd = reader.musd_by_state("--floor", words.floors);
  options.cap_musd = reader.musd_by_state("--cap", words.caps);
  return options;
}

/// In rising order, each once.
void sort_out(std::vector<int>& years) {
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
}

}  // namespace

std::map<std::string, Command> const& commands() {
  static std::map<std::string, Command> const all{{"run", Command::run},
                                                  {"compare", Command::compare},
                                                  {"plan", Command::plan},
                                                  {"explain", Command::explain},
                                                  {"hindcast", Command::hindcast},
                                                  {"check", Command::check},
                                                  {"schema", Command::schema},
                                                  {"new", Command::new_scenario},
                                                  {"history", Command::history},
                                                  {"trajectories", Command::trajectories},
                                                  {"freeze", Command::freeze},
                                                  {"overlay", Command::overlay},
                                                  {"solve", Command::solve},
                                                  {"allocate", Command::allocate},
                                                  {"completions", Command::completions},
                                                  {"value-of-survey", Command::value_of_survey},
                                                  {"annex", Command::annex},
                                                  {"stress", Command::stress},
                                                  {"regret", Command::regret},
                                                  {"sweep", Command::sweep},
                                                  {"report", Command::report}};
  return all;
}

Answer wrong_usage(std::string const& sentence, std::string const& command) {
  auto const of = command.empty() ? "minefree --help" : "minefree " + command + " --help";
  return {.exit_code = exit_usage,
          .out = {},
          .error = fmt::format("minefree: {}\nTry: {}\n", sentence, of)};
}

std::variant<Arguments, Answer> values_of(Words const& words, std::string const& command,
                                          std::string const& environment_set) {
  WordReader reader;
  Arguments arguments;
  arguments.command = commands().at(command);
  arguments.files = words.files;
  if (!words.file.empty()) arguments.files.push_back(words.file);
  arguments.name = words.name;
  arguments.from = words.from;
  arguments.out = words.out;
  arguments.scenario = words.scenario;
  arguments.json = words.json;
  arguments.docs = words.docs;
  arguments.donor_matrix = words.donor_matrix;
  arguments.quiet = words.quiet;
  arguments.verbose = words.verbose;
  if (arguments.command == Command::annex) {
    // [SCENARIO] STATE; --scenario may stand for the first.
    arguments.state = reader.state_code("the state", words.files.back());
    arguments.files.pop_back();
    if (!words.scenario.empty()) arguments.files.insert(arguments.files.begin(), words.scenario);
    if (arguments.files.size() > 1) {
      return wrong_usage("name one scenario, before the state or with --scenario", command);
    }
    arguments.deadline = reader.day("--deadline", words.deadline);
  }
  if (!words.state.empty()) arguments.state = reader.state_code("the state", words.state);
  auto& run = arguments.run;
  constexpr std::int64_t largest_exact = 9'007'199'254'740'991;  // 2^53 - 1, as in scenario files
  run.trajectories = reader.optional_whole("--trajectories", words.trajectories, 1, 100'000'000);
  run.seed = reader.optional_whole("--seed", words.seed, 0, largest_exact);
  run.threads =
      static_cast<unsigned>(reader.optional_whole("--threads", words.threads, 1, 1024).value_or(0));
  if (auto const origin = reader.optional_whole("--origin", words.origin, 1990, 2200)) {
    arguments.origin = static_cast<int>(*origin);
  }
  if (auto const years = reader.optional_whole("--years", words.years, 1, 100)) {
    arguments.years = static_cast<int>(*years);
  }
  for (auto const& word : words.states) run.states.push_back(reader.state_code("--state", word));
  for (auto const& word : words.targets) {
    run.targets.push_back(static_cast<int>(reader.whole("--target", word, 1900, 2400)));
  }
  sort_out(run.targets);
  arguments.hindcast = {.origins = {}, .vague = words.vague, .prior = words.prior};
  for (auto const& word : words.origins) {
    auto const origin = reader.whole("--origin", word, 2005, 2024);
    arguments.hindcast.origins.push_back(static_cast<int>(origin));
  }
  sort_out(arguments.hindcast.origins);
  arguments.solve = solve_options(words, reader);
  if (arguments.command == Command::allocate) {
    arguments.allocate = allocate_options(words, reader);
  }
  run.until_error_months = reader.months(words.until_error);
  for (auto const& word : words.amounts)
    arguments.musd.push_back(reader.positive_musd("--musd", word));
  run.instruction_set = reader.instruction_set(words.instruction_set, environment_set);
  arguments.stress.donors = words.donors;
  arguments.stress.from = reader.optional_year("--from", words.from_year);
  arguments.stress.share = reader.share("--share", words.share, 1);
  arguments.sweep.part = reader.part("--part", words.part);
  if (auto const parts = reader.optional_whole("--join", words.join, 1, most_parts)) {
    arguments.sweep.join = static_cast<unsigned>(*parts);
  }
  if ((arguments.sweep.part || arguments.sweep.join) && arguments.out.empty()) {
    return wrong_usage("--part and --join need --out, the folder of the parts", command);
  }
  if (arguments.sweep.part && arguments.sweep.join) {
    return wrong_usage("--part makes a part and --join puts them together: give one of them",
                       command);
  }
  if (!reader.complaint().empty()) return wrong_usage(reader.complaint(), command);
  return arguments;
}

}  // namespace minefree::cli
