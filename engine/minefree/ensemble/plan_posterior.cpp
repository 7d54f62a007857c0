#include <minefree/ensemble/plan_posterior.hpp>

#include <algorithm>

#include <minefree/numeric/portable_math.hpp>

namespace minefree {

namespace {

bool silenced(Scenario const& scenario, ParameterInfo const& parameter) {
  return scenario.certain && parameter.zero_when_certain;
}

/// The state's draws, if the calibration's panel holds it as the scenario reads it.
StateDraws const* draws_of_state(Scenario const& scenario, StateData const& state) {
  if (state.inline_state) return nullptr;
  auto const* const override_ = override_of(scenario, state.code);
  bool const other_counting =
      override_ && override_->series && *override_->series != state.series.use;
  auto const found = scenario.posterior->states.find(state.code);
  return other_counting || found == scenario.posterior->states.end() ? nullptr : &found->second;
}

/// The simulation starts where the calibration ended: from the stock on record at its origin.
bool starts_where_calibration_ends(Scenario const& scenario, StateData const& state) {
  auto const gives = [](InitialStock const& stock) {
    return stock.confirmed_km2 || stock.suspected_km2 || stock.undiscovered_km2;
  };
  auto const* const override_ = override_of(scenario, state.code);
  bool const supposed =
      gives(state.initial) || (override_ && (gives(override_->stock) || override_->starts));
  return scenario.posterior->origin == scenario.origin && !supposed;
}

/// The median of what the draws stand for.
double median_of(ChosenDraws const& draws, numeric::SpreadShape shape) {
  double const median = draws.value->quantile(0.5);
  if (!draws.sd) return median;
  return shape == numeric::SpreadShape::share ? numeric::logistic(median) : numeric::exp(median);
}

std::uint32_t rows_of(Scenario const& scenario) {
  return static_cast<std::uint32_t>(scenario.posterior->draws);
}

void take(ChosenDraws const& draws, ParameterInfo const& parameter, Scenario const& scenario,
          model::ParameterPlan& plan) {
  auto const k = static_cast<std::size_t>(parameter.id);
  auto const shape = parameter.kind == ParameterKind::share ? numeric::SpreadShape::share
                                                            : numeric::SpreadShape::positive;
  plan.spread[k] = numeric::TwoPiece{.best = median_of(draws, shape), .shape = shape};
  plan.uncertain[k] = false;
  if (scenario.certain) return;
  plan.drawn[k] = {.value = draws.value->data(),
                   .sd = draws.sd ? draws.sd->data() : nullptr,
                   .rows = rows_of(scenario)};
}

}  // namespace

std::optional<ChosenDraws> chosen_draws(Scenario const& scenario, StateData const& state,
                                        KnownState const& known, ParameterInfo const& parameter) {
  if (!scenario.posterior || silenced(scenario, parameter)) return std::nullopt;
  if (value_of_scenario(scenario, state, parameter.id)) return std::nullopt;
  auto const k = static_cast<std::size_t>(parameter.id);
  bool const is_capacity = parameter.id == Parameter::capacity_km2_per_year;
  bool const is_undiscovered = parameter.id == Parameter::undiscovered_km2;
  if (is_undiscovered && !starts_where_calibration_ends(scenario, state)) return std::nullopt;

  Posterior const& posterior = *scenario.posterior;
  if (k < state_parameter_count) {
    auto const* const own = draws_of_state(scenario, state);
    if (own && !own->parameters[k].empty()) {
      return ChosenDraws{.whose = DrawsOf::state, .value = &own->parameters[k]};
    }
    // A value in the state's file was the prior of the state's own draws, and of no others.
    if (value_given(scenario, state, parameter.id)) return std::nullopt;
    if (is_capacity && !known.work.empty()) return std::nullopt;
    auto const& between = posterior.between_states[k];
    if (!between.empty()) {
      return ChosenDraws{
          .whose = DrawsOf::between_states, .value = &between.mean, .sd = &between.sd};
    }
  }
  if (value_given(scenario, state, parameter.id)) return std::nullopt;
  if (posterior.common[k].empty() || is_undiscovered) return std::nullopt;
  return ChosenDraws{.whose = DrawsOf::all_states, .value = &posterior.common[k]};
}

DrawColumn const* deviation_at_origin(Scenario const& scenario, StateData const& state) {
  if (!scenario.posterior || scenario.certain) return nullptr;
  auto const* const own = draws_of_state(scenario, state);
  if (!own || own->log_deviation.empty()) return nullptr;
  // It belongs to the state's own capacity and to the spread that it was read with.
  for (auto const id : {Parameter::capacity_km2_per_year, Parameter::log_deviation_sd,
                        Parameter::log_deviation_autocorrelation}) {
    if (value_of_scenario(scenario, state, id)) return nullptr;
  }
  return starts_where_calibration_ends(scenario, state) ? &own->log_deviation : nullptr;
}

void plan_posterior(Scenario const& scenario, StateData const& state, KnownState const& known,
                    model::CountryPlan& country) {
  if (!scenario.posterior) return;
  for (ParameterInfo const& parameter : parameter_table()) {
    auto const draws = chosen_draws(scenario, state, known, parameter);
    if (!draws) continue;
    take(*draws, parameter, scenario, country.parameters);
    if (parameter.id == Parameter::capacity_km2_per_year) {
      country.capacity.estimated = false;
      country.capacity.of_peak_work = draws->whose == DrawsOf::between_states;
    }
    if (parameter.id == Parameter::undiscovered_km2) country.land.undiscovered_calibrated = true;
  }
  if (auto const* const deviation = deviation_at_origin(scenario, state)) {
    country.capacity.log_deviation = {.value = deviation->data(), .rows = rows_of(scenario)};
  }
}

void plan_world_posterior(Scenario const& scenario, model::ParameterPlan& plan) {
  if (!scenario.posterior) return;
  for (ParameterInfo const& parameter : parameter_table()) {
    auto const& column = scenario.posterior->common[static_cast<std::size_t>(parameter.id)];
    bool const given = std::ranges::find(scenario.parameters, parameter.id, &ParameterValue::id) !=
                       scenario.parameters.end();
    if (column.empty() || given || silenced(scenario, parameter)) continue;
    take({.value = &column}, parameter, scenario, plan);
  }
}

}  // namespace minefree
