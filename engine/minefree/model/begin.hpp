#pragma once

#include <minefree/model/autoregression.hpp>
#include <minefree/model/capacity_estimate.hpp>
#include <minefree/model/starting_stock.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Capacity at the start, and every series at its stationary distribution.
template <class R>
Programme<R> begin_programme(CountryPlan const& plan, Traits<R> const& traits,
                             PeakWork<R> const& peak, StateParameterDraws<R> const& draws,
                             YearDraws<R> const& year_before) {
  Programme<R> programme;
  programme.reported_capacity_km2_per_year =
      plan.capacity.estimated ? estimated_capacity(plan.capacity, traits, peak,
                                                   draws.normal(Parameter::capacity_km2_per_year))
                              : traits[Parameter::capacity_km2_per_year];
  if (plan.capacity.of_peak_work) {
    programme.reported_capacity_km2_per_year =
        programme.reported_capacity_km2_per_year * peak.work_km2;
  }
  programme.capacity_km2_per_year = programme.reported_capacity_km2_per_year;
  programme.peak_work_km2 = peak.work_km2;
  programme.log_deviation =
      traits[Parameter::log_deviation_sd] * year_before.normal(YearPurpose::log_deviation);
  for (R& work : programme.recent_work_km2) work = programme.capacity_km2_per_year;
  return programme;
}

/// Money before the first year: the mean of the reported years, or what the capacity must have
/// cost.
template <class R>
Money<R> begin_money(FundingPlan const& plan, Traits<R> const& traits, R capacity_km2_per_year,
                     StateParameterDraws<R> const& draws, YearDraws<R> const& year_before) {
  Money<R> money;
  if (plan.mean_musd > 0) {
    R const error =
        traits[Parameter::funding_report_noise] * draws.normal(BeginPurpose::funding_report);
    money.mean_musd =
        broadcast<R>(plan.mean_musd) * (1 + broadcast<R>(plan.newest_year_weight) * expm1(error));
  } else {
    money.mean_musd = capacity_km2_per_year * traits[Parameter::cost_musd_per_km2] /
                      max(1 - traits[Parameter::overhead_share], broadcast<R>(0.01));
  }
  money.recipient_deviation =
      traits[Parameter::recipient_funding_sd] * year_before.normal(YearPurpose::recipient_funding);
  money.national_deviation =
      traits[Parameter::national_funding_sd] * year_before.normal(YearPurpose::national_funding);
  money.funding_musd = money.mean_musd;
  money.unspent_musd = broadcast<R>(0);
  money.released_km2 = broadcast<R>(plan.released_before_km2);
  return money;
}

template <class R>
Security<R> begin_security(SecurityPlan const& plan, Traits<R> const& traits, Land<R> const& land) {
  Security<R> security;
  security.regime = broadcast_int<R>(plan.first_regime);
  security.years_in_regime = broadcast_int<R>(plan.years_in_first_regime);
  security.output = broadcast<R>(plan.output.data()[plan.first_regime]);
  R const blocked_share = traits[Parameter::blocked_share];
  security.blocked = blocked_share > broadcast<R>(0);
  security.blocked_suspected_km2 = blocked_share * land.suspected_km2;
  security.blocked_confirmed_km2 = blocked_share * land.confirmed_km2;
  return security;
}

/// Nothing is complete yet, or the state was declared complete before the first year.
template <class R>
Completion<R> begin_completion(TreatyPlan const& plan,
                               std::optional<double> declared_before = std::nullopt) {
  R const not_reached = broadcast<R>(never);
  R const declared_at = broadcast<R>(declared_before.value_or(never));
  MaskOf<R> const declared = declared_at < not_reached;
  return {.finished = declared,
          .declared = declared,
          .ever_declared = declared,
          .completed_at = declared_at,
          .declared_at = declared_at,
          .first_completed_at = declared_at,
          .first_declared_at = declared_at,
          .reopened_at = not_reached,
          .undiscovered_at_declaration_km2 = broadcast<R>(0),
          .deadline = broadcast<R>(plan.has_deadline ? plan.deadline : never),
          .extensions = broadcast<R>(0)};
}

/// A state as it stands before its first simulated year.
template <class R>
CountryState<R> begin_country(CountryPlan const& plan, CommonNormals<R> const& common,
                              StateParameterDraws<R> const& draws, YearDraws<R> const& year_before,
                              UintOf<R> const& trajectory) {
  CountryState<R> state;
  state.traits = sample_traits(plan.parameters, draws, common, trajectory);
  R const report = report_factor(plan.land, state.traits, draws);
  state.land = recorded_land(plan.land, state.traits, draws, report);
  state.land.undiscovered_km2 = undiscovered_land(plan.land, state.traits, draws, state.land);
  PeakWork<R> const peak{peak_work(plan.land, state.traits, state.land, report), report};
  state.programme = begin_programme(plan, state.traits, peak, draws, year_before);
  state.money = begin_money(plan.funding, state.traits, state.programme.capacity_km2_per_year,
                            draws, year_before);
  state.security = begin_security(plan.security, state.traits, state.land);
  state.completion = begin_completion<R>(plan.treaty, plan.declared_at);
  return state;
}

/// At the start of the first printed year: output deviates as the record of the last years says,
/// where a calibration has read it.
template <class R>
void begin_forecast(CountryPlan const& plan, UintOf<R> const& trajectory, CountryState<R>& state) {
  DrawnParameter const& drawn = plan.capacity.log_deviation;
  if (!drawn.value) return;
  state.programme.log_deviation =
      gather<R>(drawn.value, calibration_row<R>(drawn.rows, trajectory));
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
