#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/version.hpp>

#include "argument_words.hpp"
#include "command_options.hpp"
#include "help.hpp"

namespace minefree::cli {

namespace {

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

/// A first word that is no command: a slip, or a scenario without `run`.
std::optional<Answer> unknown_command(std::string const& word) {
  if (word.empty() || word.front() == '-' || commands().contains(word)) return std::nullopt;
  if (word.ends_with(".yaml") || word.ends_with(".yml")) {
    return wrong_usage(fmt::format("'{}' is not a command. Did you mean 'minefree run {}'?", word,
                                   shell_word(word)),
                       "");
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
  return values_of(words, command->get_name(), environment_set);
}

}  // namespace minefree::cli
