#include <minefree/config/read_scenario.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/choose_posterior.hpp>
#include <minefree/config/extends.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/read_state.hpp>
#include <minefree/config/read_study.hpp>
#include <minefree/config/read_sweep.hpp>
#include <minefree/config/run_checks.hpp>
#include <minefree/config/scenario_fields.hpp>
#include <minefree/config/series_fields.hpp>
#include <minefree/config/state_choice.hpp>
#include <minefree/config/state_fields.hpp>
#include <minefree/config/state_folders.hpp>

namespace minefree::config {

namespace {

using Kind = StateChoice::Kind;

bool is_affected_at(StateData const& state, int origin) {
  auto const& status = state.status;
  return status.kind != StatusKind::declared || !status.declared || status.declared->year > origin;
}

// The states that a scenario asks for; nothing when one of them could not be read.
class StateReader {
 public:
  StateReader(StateFolders& folders, Problems& problems) : folders_(folders), problems_(problems) {}

  std::optional<std::vector<StateData>> read(StateChoice const& choice, Place const& asked,
                                             std::optional<int> origin) {
    if (choice.kind == Kind::listed) return read_listed(choice);

    auto const codes = folders_.codes();
    if (codes.empty()) {
      problems_.add(asked,
                    fmt::format("there are no state files (looked in {}). Give states whole in "
                                "the scenario, or keep it beside a folder 'states'.",
                                folders_.where()));
      return std::nullopt;
    }
    bool good = exceptions_exist(choice, codes);
    std::vector<StateData> states;
    for (auto const& code : codes) {
      bool const left_out = choice.kind == Kind::except &&
                            std::ranges::find(choice.entries, code, &StateChoice::Entry::code) !=
                                choice.entries.end();
      if (left_out) continue;
      auto state = folders_.read(code, asked);
      if (!state) good = false;
      if (state && origin && is_wanted(*state, choice.kind, *origin)) {
        states.push_back(std::move(*state));
      }
    }
    if (good && origin && states.empty()) {
      problems_.add(asked, "no state is left in this run. Ask for others.");
      good = false;
    }
    return good && origin ? std::optional(std::move(states)) : std::nullopt;
  }

 private:
  std::optional<std::vector<StateData>> read_listed(StateChoice const& choice) {
    std::vector<StateData> states;
    bool good = true;
    for (auto const& entry : choice.entries) {
      auto state =
          entry.is_inline ? read_inline(*entry.tree) : folders_.read(entry.code, entry.tree->place);
      if (state) {
        states.push_back(std::move(*state));
      } else {
        good = false;
      }
    }
    return good ? std::optional(std::move(states)) : std::nullopt;
  }

  std::optional<StateData> read_inline(Tree const& tree) {
    auto state =
        state_record(StateForm::inside_scenario).read(tree, Reading(problems_, folders_.sources()));
    if (!state) return std::nullopt;
    state->inline_state = true;
    if (state->name.empty()) state->name = state->code;
    return state;
  }

  bool exceptions_exist(StateChoice const& choice, std::vector<std::string> const& codes) {
    if (choice.kind != Kind::except) return true;
    bool good = true;
    for (auto const& entry : choice.entries) {
      if (std::ranges::find(codes, entry.code) != codes.end()) continue;
      good = folders_.read(entry.code, entry.tree->place).has_value() &&
             good;  // says that it is not there
    }
    return good;
  }

  static bool is_wanted(StateData const& state, Kind kind, int origin) {
    if (kind == Kind::all) return true;
    return is_affected_at(state, origin) && (kind != Kind::parties || state.treaty.party);
  }

  StateFolders& folders_;
  Problems& problems_;
};

void complete(Scenario& scenario, Tree const& tree, std::string const& path) {
  scenario.id = stem_of(path);
  if (scenario.name.empty()) scenario.name = scenario.id;
  if (!tree.find("trajectories")) scenario.trajectories = usual_trajectories;
  std::ranges::sort(scenario.targets);
}

// The origin alone, since the states to read depend on it even when other fields are wrong.
std::optional<int> origin_of(Tree const& tree) {
  auto const* const origin = tree.find("origin");
  Problems reported_already;
  if (!origin) return std::nullopt;
  return year().read(*origin, Reading(reported_already, nullptr));
}

// Beside the scenario, beside each that it extends, and in the library.
std::vector<std::string> folders_of(WholeScenario const& whole, std::string const& library) {
  std::vector<std::string> folders;
  for (auto const& file : whole.files) folders.push_back(folder_of(file));
  if (!library.empty()) folders.push_back(library);
  return folders;
}

ScenarioOutcome failed(Problems problems) {
  ScenarioOutcome outcome;
  outcome.problems = std::move(problems);
  return outcome;
}

}  // namespace

ScenarioOutcome read_whole_scenario(WholeScenario const& whole, Files const& files,
                                    std::string const& library) {
  ScenarioOutcome outcome;
  auto& problems = outcome.problems;
  auto const& tree = whole.tree;
  StateFolders folders(folders_of(whole, library), files, problems);

  auto const* const states_tree = tree.find("states");
  Reading const reading(problems, tree.is_map() ? folders.sources() : nullptr);
  auto scenario = scenario_record().read(tree, reading);
  auto const choice =
      states_tree ? state_choice().read(*states_tree, reading.inside("states")) : std::nullopt;
  std::optional<std::vector<StateData>> states;
  if (choice)
    states = StateReader(folders, problems).read(*choice, states_tree->place, origin_of(tree));
  if (states) check_codes(tree, *states, problems);
  if (scenario && states) choose_series(*scenario, tree, *states, problems);
  if (scenario) {
    scenario->price_index = folders.price_index();
    if (problems.empty()) scenario->donor_record = folders.donor_record();
    scenario->funding.price_year = price_year_of(*scenario, tree, problems);
    check_run(*scenario, tree, problems, outcome.notes);
  }
  if (scenario && states) {
    choose_posterior(*scenario, tree, *states, folders_of(whole, library), library, files,
                     problems);
  }
  if (!scenario || !states || !problems.empty()) return outcome;

  complete(*scenario, tree, whole.files.front());
  scenario->states = std::move(*states);
  if (auto const* const sources = folders.sources()) {
    scenario->source_years.insert(sources->years().begin(), sources->years().end());
  }
  scenario->scenario_sha256 = scenario_sha256(tree);
  scenario->data_sha256 = folders.used().sha256();
  outcome.value = std::move(*scenario);
  outcome.tree = tree;
  return outcome;
}

ScenarioOutcome read_scenario(std::string const& path, Files const& files,
                              std::string const& library) {
  Problems problems;
  auto const whole = read_with_extends(path, files, library, problems);
  if (whole && (is_sweep(whole->tree) || is_study(whole->tree))) {
    problems.add(Place::whole(path),
                 fmt::format("this is no scenario but a {0}. Run it with 'minefree {1}'.",
                             is_sweep(whole->tree) ? "sweep" : "study of strategies",
                             is_sweep(whole->tree) ? "sweep" : "regret"));
    return failed(std::move(problems));
  }
  return whole ? read_whole_scenario(*whole, files, library) : failed(std::move(problems));
}

ScenarioOutcome read_scenario_tree(Tree tree, std::string const& path, Files const& files,
                                   std::string const& library) {
  Problems problems;
  auto const whole = extend(std::move(tree), path, files, library, problems);
  return whole ? read_whole_scenario(*whole, files, library) : failed(std::move(problems));
}

StateBeside read_state_beside(std::string const& scenario_path, std::string const& code,
                              Files const& files, std::string const& library) {
  StateBeside beside;
  auto& problems = beside.state.problems;
  auto const whole = read_with_extends(scenario_path, files, library, problems);
  if (!whole) return beside;
  StateFolders folders(folders_of(*whole, library), files, problems);
  beside.codes = folders.codes();
  if (std::ranges::find(beside.codes, code) == beside.codes.end()) return beside;
  auto state = folders.read(code, Place::whole(scenario_path));
  if (problems.empty()) beside.state.value = std::move(state);
  return beside;
}

Problems check_file(std::string const& path, Files const& files, std::string const& library) {
  auto const bytes = files.read(path);
  auto const parsed = bytes ? files.parse(*bytes, path) : Outcome<Tree>{};
  bool const is_state = parsed.value && parsed.value->find("code") && !parsed.value->find("states");
  if (parsed.value && is_study(*parsed.value)) return read_study(path, files, library).problems;
  if (parsed.value && is_sweep(*parsed.value)) return read_sweep(path, files, library).problems;
  if (is_state) return read_state(path, files).problems;
  return read_scenario(path, files, library).problems;
}

}  // namespace minefree::config
