#include <minefree/ensemble/plan.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree {
namespace {

numeric::TwoPiece certain_value(double value) { return numeric::TwoPiece{.best = value}; }

numeric::SpreadShape shape_of(ParameterInfo const& parameter) {
  return parameter.kind == ParameterKind::share ? numeric::SpreadShape::share
                                                : numeric::SpreadShape::positive;
}

void set(model::ParameterPlan& plan, ParameterInfo const& parameter, Spread const& spread,
         bool certain) {
  auto const k = static_cast<std::size_t>(parameter.id);
  bool const uncertain = !certain && spread.low < spread.high;
  plan.spread[k] =
      uncertain ? numeric::two_piece(spread, shape_of(parameter)) : certain_value(spread.best);
  plan.uncertain[k] = uncertain;
}

bool is_list(ParameterInfo const& parameter) {
  return parameter.kind == ParameterKind::per_regime ||
         parameter.kind == ParameterKind::jump_matrix;
}

/// A share that the state's own reports estimate: around their mean, the narrower the more years
/// there are.
void set_estimated(model::ParameterPlan& plan, ParameterInfo const& parameter,
                   EstimatedShare const& estimate, bool certain) {
  if (estimate.years == 0) return;
  auto const k = static_cast<std::size_t>(parameter.id);
  if (certain) {
    plan.spread[k] = certain_value(estimate.best);
    return;
  }
  double const narrowing = 1 / numeric::square_root(1.0 + estimate.years);
  plan.spread[k].best = estimate.best;
  plan.spread[k].sd_low *= narrowing;
  plan.spread[k].sd_high *= narrowing;
}

template <class ValueOf>
model::ParameterPlan plan_all(Scenario const& scenario, ValueOf value_of) {
  model::ParameterPlan plan;
  for (ParameterInfo const& parameter : parameter_table()) {
    if (is_list(parameter)) continue;
    ParameterValue const* value = value_of(parameter.id);
    bool const stated = value && value->stated_by_scenario;
    bool const silenced = scenario.certain && parameter.zero_when_certain && !stated;
    if (silenced) {
      set(plan, parameter, Spread{0, 0, 0}, true);
    } else if (value) {
      set(plan, parameter, value->values.front(), scenario.certain);
    } else if (!parameter.fallback.empty()) {
      set(plan, parameter, parameter.fallback.front(), scenario.certain);
    }
  }
  return plan;
}

}  // namespace

model::ParameterPlan plan_parameters(Scenario const& scenario, StateData const& state,
                                     KnownState const& known) {
  auto const given = [&](Parameter id) { return value_given(scenario, state, id); };
  model::ParameterPlan plan = plan_all(scenario, given);

  auto const& reduced = info(Parameter::reduced_share);
  auto const& confirmed = info(Parameter::confirmed_share);
  if (!given(Parameter::reduced_share)) {
    auto const estimate = estimate_reduced_share(known.history, reduced.fallback.front().best);
    set_estimated(plan, reduced, estimate, scenario.certain);
  }
  if (!given(Parameter::confirmed_share)) {
    auto const estimate = estimate_confirmed_share(known.history, confirmed.fallback.front().best);
    set_estimated(plan, confirmed, estimate, scenario.certain);
  }
  return plan;
}

model::ParameterPlan plan_world_parameters(Scenario const& scenario) {
  return plan_all(scenario, [&](Parameter id) -> ParameterValue const* {
    for (ParameterValue const& value : scenario.parameters) {
      if (value.id == id) return &value;
    }
    return nullptr;
  });
}

}  // namespace minefree
