#include "argument_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/iso_code.hpp>
#include <minefree/base/text.hpp>

namespace minefree::cli {

namespace {

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

  std::optional<int> optional_year(std::string_view option, std::string const& word) {
    auto const year = optional_whole(option, word, 1900, 2400);
    return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
  }

  double probability(std::string_view option, std::string word) {
    double unit = 1;
    if (word.ends_with('%')) {
      unit = 100;
      word.pop_back();
    }
    auto const number = parse_number(trimmed(word));
    if (number && *number > 0 && *number < unit) return *number / unit;
    complain(fmt::format("{} is '{}'; write a number between 0 and 1, such as 0.8 or 80%", option,
                         unit > 1 ? word + "%" : word));
    return 0.5;
  }

  double positive_musd(std::string_view option, std::string const& word) {
    auto const number = parse_number(word);
    if (number && *number > 0 && *number <= largest_musd) return *number;
    complain(fmt::format("{} is '{}'; write million USD a year above 0, such as 50", option, word));
    return 1;
  }

  Objective objective(std::string const& word) {
    auto const found = objective_named(word);
    if (!found) {
      complain(fmt::format("--objective is '{}'; write completions, area or people-years", word));
    }
    return found.value_or(Objective::completions);
  }

  /// `AGO=5`, each state once.
  std::map<std::string, double> musd_by_state(std::string_view option,
                                              std::vector<std::string> const& words) {
    std::map<std::string, double> musd;
    for (auto const& word : words) {
      auto const equals = word.find('=');
      auto const number =
          equals == std::string::npos ? std::nullopt : parse_number(word.substr(equals + 1));
      if (!number || *number < 0 || *number > largest_musd) {
        complain(fmt::format("{} is '{}'; write a state and million USD a year, such as AGO=5",
                             option, word));
        continue;
      }
      musd[state_code(option, word.substr(0, equals))] = *number;
    }
    return musd;
  }

  /// `20` is the whole sum, `+20` comes on top, `-5` is taken away.
  MoneySum money_sum(std::string_view option, std::string const& word) {
    bool const signed_ = word.starts_with('+') || word.starts_with('-');
    auto const number = parse_number(word.starts_with('+') ? word.substr(1) : word);
    if (number && std::abs(*number) <= largest_musd) return {*number, signed_};
    complain(
        fmt::format("{} is '{}'; write million USD a year: 20 in all, or +20 on top of what comes",
                    option, word));
    return {};
  }

  std::optional<Date> day(std::string_view option, std::string const& word) {
    if (word.empty()) return std::nullopt;
    auto const date = parse_date(word);
    if (!date) {
      complain(
          fmt::format("{} is '{}'; write a day that exists, such as 2030-12-31", option, word));
    }
    return date;
  }

  /// `50%` or `0.5`, above 0.
  double share(std::string_view option, std::string const& word, double usual) {
    if (word.empty()) return usual;
    bool const percent = word.ends_with('%');
    auto const number = parse_number(trimmed(percent ? word.substr(0, word.size() - 1) : word));
    double const value = number.value_or(0) / (percent ? 100 : 1);
    if (value > 0 && value <= 1) return value;
    complain(fmt::format("{} is '{}'; write a share above 0 and up to 1, such as 50% or 0.5",
                         option, word));
    return usual;
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
  static constexpr double largest_musd = 1e6;

  void complain(std::string sentence) {
    if (complaint_.empty()) complaint_ = std::move(sentence);
  }

  std::string complaint_;
};

/// What is asked of `solve`; options that are left out keep their usual values.
SolveOptions solve_options(Words const& words, Reader& reader) {
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
AllocateOptions allocate_options(Words const& words, Reader& reader) {
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
                                                  {"regret", Command::regret}};
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
  Reader reader;
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
  if (!reader.complaint().empty()) return wrong_usage(reader.complaint(), command);
  return arguments;
}

}  // namespace minefree::cli
