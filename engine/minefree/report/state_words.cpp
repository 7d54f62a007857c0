#include <minefree/report/state_words.hpp>

namespace minefree::report {

namespace {

std::string word_of(Need need) {
  switch (need) {
    case Need::authority:
      return "authority";
    case Need::access:
      return "access";
    case Need::survey:
      return "survey";
    case Need::baseline:
      return "baseline";
    case Need::capacity:
      break;
  }
  return "capacity";
}

}  // namespace

std::vector<std::string> reasons_of(StateData const& state, KnownState const& known) {
  if (known.complete) return {"declared complete on " + to_text(*state.status.declared)};
  return known.reasons;
}

std::string basis_text(ResultBasis basis) {
  switch (basis) {
    case ResultBasis::data:
      return "data";
    case ResultBasis::mixed:
      return "mixed";
    case ResultBasis::prior:
      break;
  }
  return "prior";
}

std::vector<std::string> words_of(std::vector<Need> const& needs) {
  std::vector<std::string> words;
  for (auto const need : needs) words.push_back(word_of(need));
  return words;
}

std::optional<Date> deadline_in_force(Scenario const& scenario, StateData const& state) {
  auto const* const supposed = override_of(scenario, state.code);
  if (supposed && supposed->deadline) return supposed->deadline;
  return deadline_known_at(state.treaty, scenario.origin);
}

}  // namespace minefree::report
