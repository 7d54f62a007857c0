#include <algorithm>

#include <minefree/ensemble/plan.hpp>

namespace minefree {
namespace {

constexpr int years_of_peak = 10;

/// Undiscovered mined land as a ratio to the known mined land, by how much a baseline survey has
/// covered (docs/model.md, section 5; *prior*, from Mozambique, Cambodia, Kosovo and others found
/// after surveys).
Spread undiscovered_ratio(Baseline baseline) {
  switch (baseline) {
    case Baseline::complete:
      return {0.03, 0.15, 0.7};
    case Baseline::partial:
      return {0.1, 0.35, 1.3};
    case Baseline::none:
      break;
  }
  return {0.13, 0.5, 1.9};
}

numeric::TwoPiece distribution(Spread const& spread, bool certain) {
  if (certain || spread.low == spread.high) return {.best = spread.best};
  return numeric::two_piece(spread, numeric::SpreadShape::positive);
}

/// Stocks of the last ten years that are counted by today's rule.
std::vector<RecordedStock> comparable_stocks(KnownState const& known, int origin) {
  int since = origin - years_of_peak + 1;
  for (YearFigures const& year : known.history) {
    if (year.redefined) since = std::max(since, year.year);
  }
  std::vector<RecordedStock> result;
  for (RecordedStock const& stock : stocks_of(known.history)) {
    if (stock.year >= since) result.push_back(stock);
  }
  return result;
}

void take_by_hand(InitialStock const& stock, bool certain, model::LandPlan& land) {
  if (stock.confirmed_km2) land.confirmed_by_hand = distribution(*stock.confirmed_km2, certain);
  if (stock.suspected_km2) land.suspected_by_hand = distribution(*stock.suspected_km2, certain);
  if (stock.undiscovered_km2)
    land.undiscovered_by_hand = distribution(*stock.undiscovered_km2, certain);
  if (!stock.confirmed_km2 && !stock.suspected_km2) return;
  // A stock given by hand stands for all of the record.
  land.reported = false;
  land.confirmed_km2 = land.suspected_km2 = land.unsplit_km2 = 0;
  land.peak_candidates.clear();
}

}  // namespace

model::LandPlan plan_land(Scenario const& scenario, StateData const& state,
                          KnownState const& known) {
  model::LandPlan land;
  if (known.stock) {
    land.confirmed_km2 = known.stock->confirmed_km2;
    land.suspected_km2 = known.stock->suspected_km2;
    land.unsplit_km2 = known.stock->unsplit_km2;
  }
  land.peak_candidates = comparable_stocks(known, scenario.origin);
  land.undiscovered_ratio = distribution(undiscovered_ratio(state.baseline), scenario.certain);

  auto const finds = reported_finds(known.history);
  if (finds.mean_km2 > 0) {
    land.yearly_finds_km2 = finds.mean_km2;
    land.finds_weight = finds.years / (finds.years + 1.0);
  }

  if (auto const* given = value_given(scenario, state, Parameter::undiscovered_km2)) {
    land.undiscovered_by_hand = distribution(given->values.front(), scenario.certain);
  }
  take_by_hand(state.initial, scenario.certain, land);
  if (auto const* override_ = override_of(scenario, state.code)) {
    take_by_hand(override_->stock, scenario.certain, land);
  }
  return land;
}

model::CapacityPlan plan_capacity(Scenario const& scenario, StateData const& state,
                                  KnownState const& known) {
  model::CapacityPlan capacity;
  capacity.estimated = value_given(scenario, state, Parameter::capacity_km2_per_year) == nullptr;
  capacity.certain = scenario.certain;
  capacity.work = known.work;
  auto const* output = value_given(scenario, state, Parameter::regime_output);
  auto const& values = output ? output->values : info(Parameter::regime_output).fallback;
  for (std::size_t k = 0; k < 3; ++k) capacity.regime_output[k] = values[k].best;
  return capacity;
}

}  // namespace minefree
