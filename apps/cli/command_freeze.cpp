#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include <minefree/config/extends.hpp>
#include <minefree/config/frozen_draws.hpp>
#include <minefree/config/json_tree.hpp>
#include <minefree/config/read_frozen.hpp>
#include <minefree/report/freeze.hpp>
#include <minefree/version.hpp>

#include "commands.hpp"
#include "input_files.hpp"
#include "results.hpp"
#include "scenario_file.hpp"
#include "simulated_run.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// A forecast is worth something later only if nobody could have made it again in the meantime.
bool is_free(std::string const& path) {
  std::error_code error;
  if (path.empty() || !std::filesystem::exists(path, error)) return true;
  say(fmt::format(
      "minefree: {} is there already, and a frozen forecast is never overwritten: it is to be held "
      "against what is reported later, as it was. Name another file, or remove this one yourself.\n",
      path));
  return false;
}

/// The scenario as one JSON text, with all that it extends.
std::string whole_scenario(std::string const& path) {
  Problems problems;  // none: it was read before
  auto const whole = config::read_with_extends(path, input_files(), scenario_library(), problems);
  return whole ? config::canonical_json(whole->tree) : std::string{};
}

config::Tree tree_of(FrozenForecast const& frozen) {
  return *config::parse_json(report::to_json(frozen), "the frozen forecast");
}

/// With the hashes of its states and of all of it, by which a later change of the file shows.
std::string sealed(FrozenForecast& frozen) {
  frozen.states_sha256 = config::sha256_of_frozen_states(tree_of(frozen));
  frozen.file_sha256 = config::sha256_of_frozen_file(tree_of(frozen));
  return report::to_json(frozen);
}

/// A frozen forecast holds the hash of the draws, not the draws. Those of the library are found
/// again, and those beside the frozen file.
void say_how_to_keep_draws(Arguments const& arguments, FrozenForecast const& frozen) {
  std::vector<std::string> folders;
  if (!arguments.out.empty()) folders.push_back(config::folder_of(arguments.out));
  if (auto const library = scenario_library(); !library.empty()) folders.push_back(library);
  auto const scenario = config::parse_json(frozen.scenario_json, "the scenario");
  auto const draws = config::find_frozen_draws(*scenario, frozen.provenance.posterior_sha256,
                                               folders, input_files());
  if (draws.name.empty() || draws.same) return;
  say(fmt::format(
      "note: the frozen forecast holds the hash of {}, not its draws: keep a copy beside "
      "the frozen file, so that 'minefree overlay' can say why its dates moved\n",
      draws.name));
}

}  // namespace

int freeze(Arguments const& arguments) {
  if (!is_free(arguments.out)) return exit_failed;
  auto const simulated = simulate_run(arguments);
  if (!simulated.result) return simulated.exit_code;
  auto const& [scenario, plan, ensemble, summary] = *simulated.result;

  report::FreezeOptions const options{.build = {std::string(version()), std::string(commit())},
                                      .scenario_json = whole_scenario(arguments.files.front()),
                                      .years = arguments.years};
  auto frozen = report::freeze(scenario, plan, ensemble, options);
  auto const& wanted = arguments.run.states;
  std::erase_if(frozen.states, [&](FrozenState const& state) {
    return !wanted.empty() && std::ranges::find(wanted, state.code) == wanted.end();
  });
  if (std::ranges::none_of(frozen.states, &FrozenState::estimable)) {
    say("minefree: no date can be given for any of these states, so there is nothing to freeze\n");
    return exit_nothing_estimable;
  }
  auto const text = sealed(frozen);
  bool const kept = arguments.out.empty() ? print(text) : write_new_file(arguments.out, text);
  if (kept && !arguments.quiet) say_how_to_keep_draws(arguments, frozen);
  return kept ? exit_done : exit_failed;
}

}  // namespace minefree::cli
