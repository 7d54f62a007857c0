#pragma once

#include <minefree/model/capacity_estimate.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Error of the report: the recorded stock times this. One report in ten is three times as wrong.
template <class R>
R report_factor(LandPlan const& plan, Traits<R> const& traits,
                StateParameterDraws<R> const& draws) {
  if (!plan.reported) return broadcast<R>(1);
  R const sd = traits[Parameter::stock_report_noise];
  R const normal = draws.normal(BeginPurpose::stock_report);
  R const tail = draws.uniform(BeginPurpose::stock_report_tail);
  R const widened = select(tail < broadcast<R>(0.1), 3 * sd, sd);
  return exp(widened * normal);
}

/// Land on record at the start: the reported stock with its error, or what was given by hand.
template <class R>
Land<R> recorded_land(LandPlan const& plan, Traits<R> const& traits,
                      StateParameterDraws<R> const& draws, R report) {
  R const confirmed_part = traits[Parameter::recorded_confirmed_share];
  R const unsplit = broadcast<R>(plan.unsplit_km2);
  Land<R> land;
  land.confirmed_km2 = report * (broadcast<R>(plan.confirmed_km2) + confirmed_part * unsplit);
  land.suspected_km2 = report * (broadcast<R>(plan.suspected_km2) + (1 - confirmed_part) * unsplit);
  land.undiscovered_km2 = broadcast<R>(0);
  if (plan.confirmed_by_hand) {
    land.confirmed_km2 =
        sample(*plan.confirmed_by_hand, draws.normal(BeginPurpose::starting_confirmed));
  }
  if (plan.suspected_by_hand) {
    land.suspected_km2 =
        sample(*plan.suspected_by_hand, draws.normal(BeginPurpose::starting_suspected));
  }
  return land;
}

/// Mined land in no record: a ratio to the known mined land, drawn towards what past finds say.
template <class R>
R undiscovered_land(LandPlan const& plan, Traits<R> const& traits,
                    StateParameterDraws<R> const& draws, Land<R> const& land) {
  R const normal = draws.normal(Parameter::undiscovered_km2);
  if (plan.undiscovered_by_hand) return sample(*plan.undiscovered_by_hand, normal);
  if (plan.undiscovered_calibrated) return traits[Parameter::undiscovered_km2];
  R const by_ratio = sample(plan.undiscovered_ratio, normal) *
                     known_mined_km2(traits, land.suspected_km2, land.confirmed_km2);
  if (plan.finds_weight <= 0) return by_ratio;
  R const found_share = -expm1(-traits[Parameter::discovery_per_year]);
  R const by_finds = broadcast<R>(plan.yearly_finds_km2) / max(found_share, broadcast<R>(tiny));
  R const weight = broadcast<R>(plan.finds_weight);
  R const floor_km2 = broadcast<R>(counts_as_done_km2);
  R const log_mean =
      (1 - weight) * log(max(by_ratio, floor_km2)) + weight * log(max(by_finds, floor_km2));
  return exp(log_mean);
}

/// The largest work of the recorded last ten years or now; reports of those years share today's
/// error.
template <class R>
R peak_work(LandPlan const& plan, Traits<R> const& traits, Land<R> const& land, R report) {
  R peak = work_of(traits, land.suspected_km2, land.confirmed_km2);
  auto const* stocks = plan.peak_candidates.data();
  for (std::size_t k = 0; k < plan.peak_candidates.size(); ++k) {
    peak = max(peak, report * recorded_work(stocks[k], traits));
  }
  return peak;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
