#pragma once

#include <string>

#include <minefree/domain/frozen_forecast.hpp>
#include <minefree/ensemble/ensemble.hpp>

namespace minefree::report {

/// What a forecast is kept with.
struct FreezeOptions {
  Build build;
  std::string scenario_json;  // canonical, after `extends`
  int years = 6;              // of yearly values from origin + 1; fewer where the horizon is nearer
};

/// The forecast of a run, in the scenario's order of states. Its `states_sha256` and
/// `file_sha256` are left empty.
FrozenForecast freeze(Scenario const&, Plan const&, Ensemble const&, FreezeOptions const&);

/// The file of a frozen forecast: one line a state, no clock time inside.
std::string to_json(FrozenForecast const&);

}  // namespace minefree::report
