#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minefree/hindcast/chances.hpp>
#include <minefree/hindcast/fitted_spreads.hpp>
#include <minefree/hindcast/realised.hpp>
#include <minefree/hindcast/samples.hpp>

namespace minefree::hindcast {

/// What a run at one origin is told of the years after it.
enum class Mode {
  unconditional,  // nothing: money and security are simulated
  conditional,    // money and regimes as they were, where known
};
std::string_view name_of(Mode);

inline constexpr std::string_view our_model = "minefree";

/// One thing that was forecast, by several models, and what came of it.
struct Case {
  int origin = 0;
  Mode mode = Mode::unconditional;
  std::string state;  // WLD for the world
  Variable variable = Variable::stock;
  std::optional<int> horizon;  // years
  double truth = 0;            // of an event 0 or 1; of a date never before it is censored
  double offset = 0;           // of the log score of a quantity
  double last_stock_km2 = 0;   // known at the origin
  bool redefined = false;
  ResultBasis basis = ResultBasis::data;
  std::map<std::string, Distribution, std::less<>> forecasts;  // of an event: its probability alone
};

/// The record beyond the states themselves.
struct HindcastRecord {
  std::vector<AnalystCall> calls;
  std::vector<WorldFundingYear> world_funding;
};

/// A run at an origin and all that is scored of it. `scenario` holds all states of the record.
struct OriginRun {
  Scenario const& scenario;
  Plan const& plan;
  std::vector<StateSamples> const& samples;
  Mode mode = Mode::unconditional;
};

/// The scored cases of a run: of every state that the run could estimate, and of the world.
std::vector<Case> cases_of(OriginRun const&, HindcastRecord const&, FittedSpreads&);

/// Adds what the simple forecasts say of a quantity, as points and with fitted spreads.
void add_simple_forecasts(KnownRecord const&, FittedSpreads&, Case&);

}  // namespace minefree::hindcast
