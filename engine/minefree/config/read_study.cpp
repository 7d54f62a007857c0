#include <minefree/config/read_study.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/combine_changes.hpp>
#include <minefree/config/extends.hpp>
#include <minefree/config/provenance.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/config/study_fields.hpp>

namespace minefree::config {

namespace {

void set(std::string const& key, Tree value, Tree& map) {
  map = without(std::move(map), key);
  auto const place = value.place;
  map.entries.push_back({.key = key, .key_place = place, .value = std::move(value)});
}

// Reads the scenarios of one study.
class StudyReader {
 public:
  StudyReader(Tree const& tree, std::string path, Files const& files, std::string const& library)
      : tree_(tree), path_(std::move(path)), files_(remembered(files)), library_(library) {}

  StudyResult read() {
    auto const file = study_record().read(tree_, Reading(result_.problems, nullptr));
    auto const* const base = tree_.find("base");
    bool const has_base =
        base && names_a_scenario("base", *base, path_, files_, library_, result_.problems);
    if (!has_base) return std::move(result_);
    auto base_scenario = read_base();
    if (!file || !base_scenario) return std::move(result_);
    check_target(file->target, *base_scenario);

    Study study = made_of(*file, std::move(*base_scenario));
    for (auto const& strategy : file->strategies) {
      for (auto const& future : file->futures) read_cell(strategy, future, study);
    }
    if (result_.problems.empty()) result_.value = std::move(study);
    return std::move(result_);
  }

 private:
  // A scenario of the study extends the base with some changes.
  ScenarioOutcome read_with(Tree changes) {
    set("extends", *tree_.find("base"), changes);
    auto outcome = read_scenario_tree(std::move(changes), path_, files_, library_);
    result_.problems.add_all(outcome.problems);
    result_.notes.add_all(outcome.notes);
    return outcome;
  }

  Tree no_changes() const {
    Tree tree;
    tree.kind = Tree::Kind::map;
    tree.place = tree_.place;
    return tree;
  }

  std::optional<Scenario> read_base() {
    auto outcome = read_with(no_changes());
    if (!outcome) return std::nullopt;
    outcome.value->id = stem_of(tree_.find("base")->text);
    return std::move(outcome.value);
  }

  Study made_of(StudyFile const& file, Scenario base) const {
    Study study;
    study.id = stem_of(path_);
    study.name = file.name.empty() ? study.id : file.name;
    study.description = file.description;
    study.target = file.target;
    study.outcome = file.outcome;
    for (auto const& strategy : file.strategies) study.strategies.push_back(strategy.choice);
    for (auto const& future : file.futures) study.futures.push_back(future.choice);
    study.base = std::move(base);
    study.study_sha256 = scenario_sha256(tree_);
    return study;
  }

  void check_target(StudyTarget const& target, Scenario const& base) {
    auto const& tree = *tree_.find("target");
    if (target.by <= base.origin || target.by > base.horizon) {
      result_.problems.add(
          tree.find("by")->place,
          fmt::format("target.by is {}, outside the simulated years of the base, {} to {}. Change "
                      "it.",
                      target.by, base.origin + 1, base.horizon));
    }
    auto const states = base.states.size();
    if (target.states_complete && static_cast<std::size_t>(*target.states_complete) > states) {
      result_.problems.add(
          tree.find("states_complete")->place,
          fmt::format("target.states_complete is {}, and the base has {}. Ask for fewer.",
                      *target.states_complete,
                      states == 1 ? "1 state" : fmt::format("{} states", states)));
    }
    if (!target.state) return;
    std::vector<std::string> codes;
    for (auto const& state : base.states) codes.push_back(state.code);
    if (std::ranges::find(codes, *target.state) != codes.end()) return;
    result_.problems.add(tree.find("state")->place,
                         fmt::format("target.state is {}, which is not among the states of the "
                                     "base.{}",
                                     *target.state, did_you_mean(*target.state, codes)));
  }

  void read_cell(NamedChanges const& strategy, NamedChanges const& future, Study& study) {
    auto const problems_before = result_.problems.count();
    auto changes =
        combined({strategy.changes, "the strategy " + in_quotes(strategy.choice.name)},
                 {future.changes, "the future " + in_quotes(future.choice.name)}, result_.problems);
    if (result_.problems.count() > problems_before) return;
    if (!changes.is_map()) changes = no_changes();
    auto outcome = read_with(std::move(changes));
    if (!outcome) return;
    outcome.value->name = strategy.choice.name + " / " + future.choice.name;
    study.cells.push_back(std::move(*outcome.value));
  }

  Tree const& tree_;
  std::string path_;
  Files files_;
  std::string const& library_;
  StudyResult result_;
};

}  // namespace

StudyResult read_study(std::string const& path, Files const& files, std::string const& library) {
  auto const parsed = tree_of_file(path, files);
  if (!parsed.value) {
    StudyResult failed;
    failed.problems = parsed.problems;
    return failed;
  }
  return StudyReader(*parsed.value, path, files, library).read();
}

bool is_study(Tree const& tree) { return tree.find("strategies") || tree.find("futures"); }

}  // namespace minefree::config
