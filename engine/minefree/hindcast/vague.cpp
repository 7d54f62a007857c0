#include <minefree/hindcast/vague.hpp>

#include <algorithm>

namespace minefree::hindcast {
namespace {

double odds(double share) { return share / (1 - share); }
double share_of_odds(double odds) { return odds / (1 + odds); }

/// As far from the best value again, as a factor.
double twice_as_far(double best, double end) { return end * (end / best); }

bool is_uncertain(std::vector<Spread> const& values) {
  return values.size() == 1 && values.front().low < values.front().high;
}

Spread doubled(Spread const& spread, ParameterKind kind) {
  if (kind == ParameterKind::positive) {
    return {twice_as_far(spread.best, spread.low), spread.best,
            twice_as_far(spread.best, spread.high)};
  }
  double const best = odds(spread.best);
  return {share_of_odds(twice_as_far(best, odds(spread.low))), spread.best,
          share_of_odds(twice_as_far(best, odds(spread.high)))};
}

void double_all(ParameterValues& values) {
  for (ParameterValue& value : values) {
    if (is_uncertain(value.values))
      value.values.front() = doubled(value.values.front(), info(value.id).kind);
  }
}

bool has(ParameterValues const& values, Parameter id) {
  return std::ranges::find(values, id, &ParameterValue::id) != values.end();
}

/// A state's own values go before those of a scenario only as overrides.
void keep_own_values(StateData const& state, Scenario& scenario) {
  for (ParameterValue const& value : state.programme) {
    auto& overrides = scenario.state_overrides[state.code].parameters;
    if (!has(overrides, value.id)) overrides.push_back(value);
  }
}

}  // namespace

void double_the_spreads(Scenario& scenario) {
  for (StateData& state : scenario.states) {
    double_all(state.programme);
    keep_own_values(state, scenario);
  }
  double_all(scenario.parameters);
  for (ParameterInfo const& row : parameter_table()) {
    if (!is_uncertain(row.fallback) || has(scenario.parameters, row.id)) continue;
    ParameterValue value;
    value.id = row.id;
    value.values = {doubled(row.fallback.front(), row.kind)};
    value.basis = Basis::prior;
    scenario.parameters.push_back(std::move(value));
  }
}

}  // namespace minefree::hindcast
