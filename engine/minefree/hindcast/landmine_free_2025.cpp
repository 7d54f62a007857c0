#include <minefree/hindcast/landmine_free_2025.hpp>

#include <algorithm>

#include <minefree/hindcast/declarations.hpp>
#include <minefree/hindcast/scores.hpp>

namespace minefree::hindcast {
namespace {

std::optional<LikelihoodCall> newest_likelihood(std::vector<AnalystCall> const& calls,
                                                std::string const& state, int origin) {
  AnalystCall const* newest = nullptr;
  for (AnalystCall const& call : calls) {
    if (call.state != state || !call.on_2025 || call.edition > origin + 1) continue;
    if (!newest || call.edition >= newest->edition) newest = &call;
  }
  if (!newest) return std::nullopt;
  return newest->on_2025;
}

std::optional<double> probability_of(std::optional<LikelihoodCall> const& call,
                                     std::vector<AnalystCall> const& calls,
                                     std::vector<StateData> const& states, int origin) {
  if (!call || *call == LikelihoodCall::medium) return std::nullopt;
  auto const alike =
      *call == LikelihoodCall::high ? DeadlineCall::on_track : DeadlineCall::not_on_track;
  return met_when_called(alike, calls, states, origin).probability();
}

}  // namespace

std::vector<LandmineFree2025> landmine_free_2025(OriginRun const& run,
                                                 std::vector<AnalystCall> const& calls) {
  constexpr double end_of_2025 = 2026;
  auto const& states = run.scenario.states;
  std::vector<LandmineFree2025> rows;
  for (std::size_t k = 0; k < run.plan.affected; ++k) {
    StateData const& state = states[run.plan.state_index[k]];
    auto const& dates = run.samples[k].completed_at;
    auto const by_then =
        std::ranges::count_if(dates, [](double date) { return date <= end_of_2025; });
    auto const call = newest_likelihood(calls, state.code, run.scenario.origin);
    rows.push_back({.origin = run.scenario.origin,
                    .state = state.code,
                    .name = state.name,
                    .probability = static_cast<double>(by_then) / static_cast<double>(dates.size()),
                    .call = call,
                    .call_probability = probability_of(call, calls, states, run.scenario.origin),
                    .complete = declared(state).has_value()});
  }
  return rows;
}

LandmineFreeScores scores_of(std::vector<LandmineFree2025> const& rows) {
  LandmineFreeScores scores;
  for (LandmineFree2025 const& row : rows) {
    double const ours = brier_score({.probability = row.probability, .happened = row.complete});
    ++scores.all;
    scores.ours += ours;
    if (!row.call_probability) continue;
    ++scores.with_call;
    scores.ours_with_call += ours;
    scores.calls += brier_score({.probability = *row.call_probability, .happened = row.complete});
  }
  if (scores.all > 0) scores.ours /= static_cast<double>(scores.all);
  if (scores.with_call > 0) {
    scores.ours_with_call /= static_cast<double>(scores.with_call);
    scores.calls /= static_cast<double>(scores.with_call);
  }
  return scores;
}

}  // namespace minefree::hindcast
