#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/frozen_forecast.hpp>
#include <minefree/ensemble/run.hpp>
#include <minefree/hindcast/mixed_plans.hpp>

namespace minefree::hindcast {

/// What a movement is measured in. Half of the futures where that date lies within the horizon all
/// the way; else the largest smaller share whose date does; else the probability of a year.
struct Measure {
  enum class Kind { date, probability };
  Kind kind = Kind::date;
  double share = 0.5;  // of a date
  int by_end_of = 0;   // of a probability
};

/// One exchange: years later (or probability gained), with its Monte Carlo error.
struct StepMovement {
  Step step = Step::engine;
  double change = 0;
  std::optional<double> standard_error;
};

/// How a state's forecast moved between two origins. `then` plus all changes is `now`.
struct Movement {
  std::string state;
  Measure measure;
  double then = 0;  // decimal year or probability, as it was frozen
  double now = 0;
  std::optional<double> median_then, median_now;  // decimal years; none: beyond the horizon
  std::vector<StepMovement> steps;                // one for each of all_steps
  StockMovement stock;
};

/// A state that has no movement, and why.
struct NoMovement {
  std::string state;
  std::string why;
};

struct Movements {
  std::vector<Movement> moved;
  std::vector<NoMovement> left_out;
};

/// Runs a plan; nothing when it was stopped.
using Simulate = std::function<std::optional<Ensemble>(Plan const&)>;
/// How often `movements_of` simulates.
inline constexpr int runs_of_movements = static_cast<int>(all_steps.size());

/// Why forecasts moved from the frozen one to a run of the later scenario. Both scenarios must have
/// the seed and the trajectories of the frozen forecast, so that random numbers are shared. Nothing
/// when it was stopped.
std::optional<Movements> movements_of(FrozenForecast const&, TwoVintages const&, Simulate const&);

}  // namespace minefree::hindcast
