#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/iso_code.hpp>
#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/version.hpp>

#include "help.hpp"

namespace minefree::cli {

namespace {

/// Words as they were given; turned into values once CLI11 has sorted them.
struct Words {
  std::vector<std::string> files, states, targets, origins;
  std::string file, state, name, from, out, origin, scenario, years;
  std::string trajectories, seed, threads, until_error, instruction_set;
  bool json = false, csv = false, docs = false, quiet = false, verbose = false;
  bool vague = false, prior = false;
};

/// Help that shows how a command is used before it lists what it takes.
class ExamplesFirst : public CLI::Formatter {
 public:
  std::string make_help(CLI::App const* app, std::string, CLI::AppFormatMode) const override {
    auto const* const help = help_of(app->get_name());
    if (!help) return main_help();
    std::string options;
    for (auto const* option : app->get_options({})) {
      if (!option->nonpositional() || option->get_group().empty()) continue;
      auto const words = option->get_name() +
                         (option->get_type_name().empty() ? "" : " " + option->get_type_name());
      options += fmt::format("  {:<26}{}\n", words, option->get_description());
    }
    return fmt::format("{}\n\n{}\nUsage: minefree {} {}\n\n{}", help->what, help->examples,
                       app->get_name(), help->usage, options);
  }
};

/// Values from words; the first that is wrong is kept as a sentence.
class Reader {
 public:
  std::uint64_t whole(std::string_view option, std::string const& word, std::int64_t low,
                      std::int64_t high) {
    auto const number = parse_integer(word);
    if (number && *number >= low && *number <= high) return static_cast<std::uint64_t>(*number);
    complain(
        fmt::format("{} is '{}'; write a whole number from {} to {}", option, word, low, high));
    return 0;
  }

  std::optional<std::uint64_t> optional_whole(std::string_view option, std::string const& word,
                                              std::int64_t low, std::int64_t high) {
    if (word.empty()) return std::nullopt;
    return whole(option, word, low, high);
  }

  std::string state_code(std::string_view option, std::string word) {
    for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!is_state_code(word)) {
      complain(
          fmt::format("{} is '{}'; write the three letters of a state, such as AGO", option, word));
    }
    return word;
  }

  std::optional<double> months(std::string const& word) {
    if (word.empty()) return std::nullopt;
    auto const number = parse_number(word);
    if (number && *number > 0) return number;
    complain(
        fmt::format("--until-error is '{}'; write a number of months above 0, such as 0.5", word));
    return std::nullopt;
  }

  InstructionSet instruction_set(std::string const& option, std::string const& environment) {
    auto const& word = option.empty() ? environment : option;
    if (word.empty()) return best_instruction_set();
    auto const where = option.empty() ? "MINEFREE_INSTRUCTION_SET" : "--instruction-set";
    auto const set = instruction_set_named(word);
    if (!set) {
      complain(fmt::format("{} is '{}'; write sse42, avx2 or avx512", where, word));
    } else if (!available(*set)) {
      complain(
          fmt::format("{} is {}, which this processor lacks; leave it out, and the widest it has "
                      "is used",
                      where, word));
    }
    return set.value_or(InstructionSet::sse42);
  }

  std::string const& complaint() const { return complaint_; }

 private:
  void complain(std::string sentence) {
    if (complaint_.empty()) complaint_ = std::move(sentence);
  }

  std::string complaint_;
};

void add_state_option(CLI::App& app, Words& words) {
  app.add_option("--state", words.states, "only this state; may be repeated")
      ->type_name("CODE")
      ->expected(1)
      ->take_all();
}

void add_simulation_options(CLI::App& app, Words& words) {
  app.add_option("--trajectories", words.trajectories, "futures to simulate")->type_name("N");
  app.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  app.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  add_state_option(app, words);
  app.add_option("--target", words.targets, "year to give probabilities for; may be repeated")
      ->type_name("YEAR")
      ->expected(1)
      ->take_all();
  app.add_option("--instruction-set", words.instruction_set)->group("");
}

void add_output_options(CLI::App& app, Words& words) {
  app.add_option("--out", words.out, "write the results as files into this folder")
      ->type_name("DIR");
  app.add_flag("--json", words.json, "print JSON instead of a table");
  app.add_flag("--quiet", words.quiet, "no progress and no notes on stderr");
}

void add_until_error(CLI::App& app, Words& words) {
  app.add_option("--until-error", words.until_error,
                 "simulate on until the Monte Carlo error of every P50 and P80 date is below this")
      ->type_name("MONTHS");
}

void add_hindcast_options(CLI::App& app, Words& words) {
  app.add_option("--trajectories", words.trajectories, "futures to simulate from each origin")
      ->type_name("N");
  app.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  app.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  app.add_option("--state", words.states, "score only this state; may be repeated")
      ->type_name("CODE")
      ->expected(1)
      ->take_all();
  app.add_option("--origin", words.origins,
                 "forecast from the end of this year; may be repeated (2013 2015 2017 2019 2021)")
      ->type_name("YEAR")
      ->expected(1)
      ->take_all();
  app.add_flag("--vague", words.vague, "priors twice as wide");
  app.add_flag("--prior", words.prior, "no calibration: the defaults of the model and the record");
}

void add_commands(CLI::App& app, Words& words) {
  auto& run = *app.add_subcommand("run");
  run.add_option("SCENARIO", words.files)->required()->expected(1);
  add_simulation_options(run, words);
  add_until_error(run, words);
  run.add_flag("--verbose", words.verbose,
               "after the table, every number used for each state with its source (text only)");
  add_output_options(run, words);

  auto& compare = *app.add_subcommand("compare");
  compare.add_option("SCENARIOS", words.files)->required()->expected(2, 1000);
  add_simulation_options(compare, words);
  add_output_options(compare, words);

  auto& plan = *app.add_subcommand("plan");
  plan.add_option("SCENARIO", words.files)->required()->expected(1);
  add_simulation_options(plan, words);
  add_until_error(plan, words);
  add_output_options(plan, words);

  auto& explain = *app.add_subcommand("explain");
  explain.add_option("SCENARIO", words.file)->required();
  explain.add_option("STATE", words.state)->required();
  explain.add_flag("--json", words.json, "print JSON instead of text");

  auto& hindcast = *app.add_subcommand("hindcast");
  add_hindcast_options(hindcast, words);
  add_output_options(hindcast, words);

  auto& check = *app.add_subcommand("check");
  check.add_option("FILES", words.files)->required()->expected(1, 100'000);
  check.add_flag("--quiet", words.quiet, "say nothing when there are no problems");

  auto& schema = *app.add_subcommand("schema");
  schema.add_option("WHICH", words.name);
  schema.add_flag("--docs", words.docs, "print the documentation of the format instead");

  auto& create = *app.add_subcommand("new");
  create.add_option("NAME", words.name)->required();
  create.add_option("--from", words.from, "scenario to start from")
      ->type_name("SCENARIO")
      ->required();

  auto& history = *app.add_subcommand("history");
  history.add_option("SCENARIO", words.files)->required()->expected(1);
  history
      .add_option("--origin", words.origin,
                  "last year whose figures may be used; the scenario's when left out")
      ->type_name("YEAR");
  add_state_option(history, words);
  history.add_flag("--csv", words.csv, "print CSV, as is done without it");

  auto& trajectories = *app.add_subcommand("trajectories");
  trajectories.add_option("SCENARIO", words.files)->required()->expected(1);
  trajectories
      .add_option("--trajectories", words.trajectories,
                  "futures to print, the first of the scenario's; 100 when left out")
      ->type_name("N");
  trajectories.add_option("--seed", words.seed, "start of the random numbers")->type_name("N");
  add_state_option(trajectories, words);
  trajectories.add_flag("--csv", words.csv, "print CSV, as is done without it");
  trajectories.add_flag("--quiet", words.quiet, "no notes on stderr");

  auto& freeze = *app.add_subcommand("freeze");
  freeze.add_option("SCENARIO", words.files)->required()->expected(1);
  freeze
      .add_option("--out", words.out,
                  "write this file, which must not be there yet; printed when left out")
      ->type_name("FILE");
  freeze.add_option("--years", words.years, "years after the origin to keep yearly values for (6)")
      ->type_name("N");
  add_simulation_options(freeze, words);
  freeze.add_flag("--quiet", words.quiet, "no progress and no notes on stderr");

  auto& overlay = *app.add_subcommand("overlay");
  overlay.add_option("FROZEN", words.files)->required()->expected(1);
  overlay
      .add_option("--scenario", words.scenario,
                  "the forecast of today, of a later origin; scenarios/baseline.yaml when left out")
      ->type_name("SCENARIO");
  add_state_option(overlay, words);
  overlay
      .add_option("--trajectories", words.trajectories,
                  "futures to simulate; as many as were frozen when left out")
      ->type_name("N");
  overlay.add_option("--threads", words.threads, "threads; as many as processors when left out")
      ->type_name("N");
  overlay.add_option("--instruction-set", words.instruction_set)->group("");
  add_output_options(overlay, words);

  auto& completions = *app.add_subcommand("completions");
  completions.add_option("SHELL", words.name)->required();
}

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
                                                  {"completions", Command::completions}};
  return all;
}

/// In rising order, each once.
void sort_out(std::vector<int>& years) {
  std::ranges::sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
}

Answer wrong_usage(std::string const& sentence, std::string const& command) {
  auto const of = command.empty() ? "minefree --help" : "minefree " + command + " --help";
  return {.exit_code = exit_usage,
          .out = {},
          .error = fmt::format("minefree: {}\nTry: {}\n", sentence, of)};
}

/// A first word that is no command: one of a later version, a slip, or a scenario without `run`.
std::optional<Answer> unknown_command(std::string const& word) {
  if (word.empty() || word.front() == '-' || commands().contains(word)) return std::nullopt;
  if (is_later_command(word)) {
    return wrong_usage(fmt::format("'{}' comes with a later version of minefree", word), "");
  }
  if (word.ends_with(".yaml") || word.ends_with(".yml")) {
    return wrong_usage(
        fmt::format("'{}' is not a command. Did you mean 'minefree run {}'?", word, word), "");
  }
  std::vector<std::string> known;
  for (auto const& [name, command] : commands()) known.push_back(name);
  return wrong_usage(fmt::format("'{}' is not a command.{}", word, did_you_mean(word, known)), "");
}

/// CLI11's words for a command line that does not fit, in ours where they say too little.
std::string sentence_of(CLI::ParseError const& error, CLI::App const* command) {
  std::string text = error.what();
  if (dynamic_cast<CLI::ExtrasError const*>(&error) && command) {
    auto const word = std::string(trimmed(text.substr(text.rfind(':') + 1)));
    std::vector<std::string> known;
    for (auto const* option : command->get_options({})) {
      if (option->nonpositional()) known.push_back(option->get_name());
    }
    return fmt::format("'{}' is not expected here.{}", word, did_you_mean(word, known));
  }
  return text;
}

std::variant<Arguments, Answer> values_of(Words const& words, CLI::App const& command,
                                          std::string const& environment_set) {
  Reader reader;
  Arguments arguments;
  arguments.command = commands().at(command.get_name());
  arguments.files = words.files;
  if (!words.file.empty()) arguments.files.push_back(words.file);
  arguments.name = words.name;
  arguments.from = words.from;
  arguments.out = words.out;
  arguments.scenario = words.scenario;
  arguments.json = words.json;
  arguments.docs = words.docs;
  arguments.quiet = words.quiet;
  arguments.verbose = words.verbose;
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
  run.until_error_months = reader.months(words.until_error);
  run.instruction_set = reader.instruction_set(words.instruction_set, environment_set);
  if (!reader.complaint().empty()) return wrong_usage(reader.complaint(), command.get_name());
  return arguments;
}

}  // namespace

std::variant<Arguments, Answer> parse_arguments(int count, char const* const* words_given,
                                                std::string const& environment_set) {
  if (count > 1) {
    if (auto const answer = unknown_command(words_given[1])) return *answer;
  }
  Words words;
  CLI::App app;
  app.formatter(std::make_shared<ExamplesFirst>());
  app.set_version_flag("--version", fmt::format("minefree {} ({})", version(), commit()));
  app.require_subcommand(1);
  add_commands(app, words);
  CLI::App const* command = nullptr;
  auto const chosen = [&] {
    auto const all = app.get_subcommands();
    return all.empty() ? nullptr : all.front();
  };
  try {
    app.parse(count, words_given);
    command = chosen();
  } catch (CLI::CallForHelp const&) {
    command = chosen();
    return Answer{
        .exit_code = exit_done, .out = command ? command->help() : app.help(), .error = {}};
  } catch (CLI::CallForVersion const& call) {
    return Answer{.exit_code = exit_done, .out = std::string(call.what()) + "\n", .error = {}};
  } catch (CLI::ParseError const& error) {
    command = chosen();
    if (count < 2) return Answer{.exit_code = exit_usage, .out = {}, .error = app.help()};
    return wrong_usage(sentence_of(error, command), command ? command->get_name() : "");
  }
  return values_of(words, *command, environment_set);
}

}  // namespace minefree::cli
