#include "chosen_states.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>

#include "terminal.hpp"

namespace minefree::cli {

void say_no_state(Scenario const& scenario, std::string const& code,
                  std::vector<std::string> known) {
  for (auto const& state : scenario.states) {
    if (std::ranges::find(known, state.code) == known.end()) known.push_back(state.code);
  }
  say(fmt::format("minefree: the scenario '{}' has no state {}.{}\n", scenario.id, code,
                  did_you_mean(code, known)));
}

bool has_states(Scenario const& scenario, std::vector<std::string> const& codes) {
  bool all = true;
  for (auto const& code : codes) {
    if (std::ranges::find(scenario.states, code, &StateData::code) != scenario.states.end())
      continue;
    say_no_state(scenario, code, {});
    all = false;
  }
  return all;
}

void keep_states(std::vector<std::string> const& codes, Scenario& scenario, Plan& plan) {
  constexpr auto gone = static_cast<std::size_t>(-1);
  std::vector<StateData> states;
  std::vector<KnownState> known;
  std::vector<std::size_t> new_index(scenario.states.size(), gone);
  for (std::size_t k = 0; k < scenario.states.size(); ++k) {
    if (std::ranges::find(codes, scenario.states[k].code) == codes.end()) continue;
    new_index[k] = states.size();
    states.push_back(std::move(scenario.states[k]));
    known.push_back(std::move(plan.known[k]));
  }
  scenario.states = std::move(states);
  plan.known = std::move(known);

  std::size_t kept = 0;
  std::size_t affected = 0;
  for (std::size_t k = 0; k < plan.countries.size(); ++k) {
    auto const index = new_index[plan.state_index[k]];
    if (index == gone) continue;
    if (kept != k) plan.countries[kept] = std::move(plan.countries[k]);
    plan.bins[kept] = plan.bins[k];
    plan.state_index[kept] = index;
    ++kept;
    if (k < plan.affected) ++affected;
  }
  plan.affected = affected;
  plan.countries.resize(kept);
  plan.bins.resize(kept);
  plan.state_index.resize(kept);
}

}  // namespace minefree::cli
