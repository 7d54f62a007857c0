#include <minefree/hindcast/chances.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <minefree/hindcast/declarations.hpp>

namespace minefree::hindcast {
namespace {

/// Counts a deadline that fell due, as known a year after the origin; not one that may have been
/// met or not.
void count_outcome(StateData const& state, Date const& deadline, int origin, Frequency& frequency) {
  auto const met = deadline_met(state, deadline, origin + 1);
  if (!met) return;
  ++frequency.of;
  if (*met) ++frequency.came;
}

bool fallen_due(Date const& deadline, int origin) {
  return decimal_year_at_end_of(deadline) <= origin + 1;
}

bool says_yes_or_no(AnalystCall const& call) {
  return call.on_deadline && *call.on_deadline != DeadlineCall::unclear;
}

}  // namespace

Frequency deadlines_met_by(std::vector<StateData> const& states, int origin) {
  Frequency frequency;
  for (StateData const& state : states) {
    if (!state.treaty.party) continue;
    for (GrantedDeadline const& granted : state.treaty.deadlines) {
      if (!fallen_due(granted.date, origin) || granted.granted > origin + 1) continue;
      count_outcome(state, granted.date, origin, frequency);
    }
  }
  return frequency;
}

std::optional<DeadlineCall> call_known_at(std::vector<AnalystCall> const& calls,
                                          StateData const& state, int origin) {
  auto const deadline = deadline_known_at(state.treaty, origin);
  AnalystCall const* newest = nullptr;
  for (AnalystCall const& call : calls) {
    bool const known = call.state == state.code && call.edition <= origin + 1;
    if (!known || !says_yes_or_no(call) || !call.deadline || call.deadline != deadline) continue;
    if (!newest || call.edition >= newest->edition) newest = &call;
  }
  if (!newest) return std::nullopt;
  return newest->on_deadline;
}

Frequency met_when_called(DeadlineCall called, std::vector<AnalystCall> const& calls,
                          std::vector<StateData> const& states, int origin) {
  Frequency frequency;
  std::set<std::pair<std::string, Date>> counted;
  std::vector<AnalystCall> by_edition = calls;
  std::ranges::stable_sort(by_edition, {}, &AnalystCall::edition);
  for (AnalystCall const& call : by_edition) {
    if (!says_yes_or_no(call) || !call.deadline || call.edition > origin + 1) continue;
    auto const state = std::ranges::find(states, call.state, &StateData::code);
    if (state == states.end() || !fallen_due(*call.deadline, origin)) continue;
    if (!counted.emplace(call.state, *call.deadline).second || call.on_deadline != called) continue;
    count_outcome(*state, *call.deadline, origin, frequency);
  }
  return frequency;
}

}  // namespace minefree::hindcast
