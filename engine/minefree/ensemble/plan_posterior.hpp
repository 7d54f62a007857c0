#pragma once

#include <optional>

#include <minefree/ensemble/plan.hpp>

namespace minefree {

/// Whose draws of a calibration stand for a parameter of a state.
enum class DrawsOf {
  state,           // its own: it was in the panel
  between_states,  // a state like those of the panel: a mean and an sd in every draw
  all_states,      // one value for all
};

struct ChosenDraws {
  DrawsOf whose = DrawsOf::all_states;
  DrawColumn const* value = nullptr;
  DrawColumn const* sd = nullptr;  // of logs or log odds, between states
};

/// The draws that take the place of a default or an estimate; none where the scenario has no
/// calibration, where the scenario gives a value, or where `certain: true` silences the parameter.
/// A value of the state's file gives way to the state's own draws alone, of which it was the prior.
/// A state of the panel has its own, if it is read from a file in the counting that the file
/// chooses. Its undiscovered land is only as of the calibration's origin, and of the stock on
/// record. A state that was not in the panel has its capacity estimated as far as its own reports
/// go.
std::optional<ChosenDraws> chosen_draws(Scenario const&, StateData const&, KnownState const&,
                                        ParameterInfo const&);

/// Draws of the persistent deviation of output at the end of the origin, on the log scale; null
/// where the simulation does not start where the calibration ended, or where the scenario supposes
/// another capacity or another spread of it.
DrawColumn const* deviation_at_origin(Scenario const&, StateData const&);

/// Puts the chosen draws into a country's plan; under `certain: true`, their medians.
void plan_posterior(Scenario const&, StateData const&, KnownState const&, model::CountryPlan&);

/// The same for the parameters of the world.
void plan_world_posterior(Scenario const&, model::ParameterPlan&);

}  // namespace minefree
