#include <algorithm>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/regret.hpp>

namespace minefree::report {
namespace {

// Less than this is nothing that a table shows.
constexpr double hardly_any = 0.0005;

/// What an outcome is counted in.
std::string_view unit_of(StudyOutcome outcome) {
  switch (outcome) {
    case StudyOutcome::expected_completions:
      return "states";
    case StudyOutcome::target_probability:
      return "of the probability";
    case StudyOutcome::released_km2:
      break;
  }
  return "km2";
}

/// `'A' is the safest choice: it loses least where it is wrong, 0.120 states in the future 'B' (its
/// largest regret)`
std::string minimax_sentence(Study const& study, Regret const& regret) {
  auto const& choice = regret.minimax_regret;
  auto const& strategy = regret.strategies[choice.strategy];
  auto const& name = study.strategies[choice.strategy].name;
  if (strategy.largest_regret.value < hardly_any)
    return fmt::format("'{}' does at least as well as every other strategy in every future", name);
  return fmt::format(
      "'{}' is the safest choice: it loses least where it is wrong, {:.3f} {} in the future '{}' (its "
      "largest regret)",
      name, strategy.largest_regret.value, unit_of(study.outcome),
      study.futures[strategy.future_of_largest_regret].name);
}

std::string as_good(Study const& study, RegretChoice const& choice) {
  if (choice.as_good.empty()) return {};
  std::vector<std::string> names;
  for (auto const strategy : choice.as_good) names.push_back(study.strategies[strategy].name);
  return fmt::format("; {} cannot be told apart from it with these draws",
                     quoted_list(names, " and "));
}

std::string other_rule(Study const& study, RegretChoice const& choice, std::string_view rule) {
  return fmt::format(" {}: '{}'{}.", rule, study.strategies[choice.strategy].name,
                     as_good(study, choice));
}

}  // namespace

std::string outcome_key(StudyOutcome outcome) {
  switch (outcome) {
    case StudyOutcome::expected_completions:
      return "expected_completions";
    case StudyOutcome::target_probability:
      return "target_probability";
    case StudyOutcome::released_km2:
      break;
  }
  return "released_km2";
}

std::string outcome_in_words(Study const& study) {
  switch (study.outcome) {
    case StudyOutcome::expected_completions:
      return fmt::format("mean number of states complete by {}", study.target.by);
    case StudyOutcome::target_probability:
      return fmt::format("probability of {}", target_in_words(study.target));
    case StudyOutcome::released_km2:
      break;
  }
  return fmt::format("mean km2 released from {} to {}", study.base.origin + 1, study.target.by);
}

std::string target_in_words(StudyTarget const& target) {
  if (target.state) return fmt::format("{} complete by {}", *target.state, target.by);
  int const states = target.states_complete.value_or(0);
  return fmt::format("at least {} {} complete by {}", states, states == 1 ? "state" : "states",
                     target.by);
}

std::string answer(Study const& study, Regret const& regret) {
  auto text = minimax_sentence(study, regret) + as_good(study, regret.minimax_regret) + ".";
  text += other_rule(study, regret.maximin, "Largest worst outcome");
  text += other_rule(study, regret.equal_weights, "Largest mean over futures of equal weight");
  return text;
}

}  // namespace minefree::report
