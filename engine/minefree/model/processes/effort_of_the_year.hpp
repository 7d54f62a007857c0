#pragma once

#include <minefree/model/world.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// What the programme can do this year, clearance-equivalent km2.
template <class R>
struct Effort {
  R available_km2;  // effort, as if all land cost what the first did
  R work_km2;       // the work it does, the last land being dearer
  R done_before;    // progress at the start of the year, 0..1
};

/// Capacity, access, luck and the world's year make the effort; a paused programme has none.
template <class R>
Effort<R> effort_of_the_year(Traits<R> const& traits, World<R> const& world,
                             YearDraws<R> const& draws, Security<R> const& security,
                             Completion<R> const& completion, Land<R> const& land,
                             Programme<R>& programme) {
  R const zero = broadcast<R>(0);
  R const deviation_sd = traits[Parameter::log_deviation_sd];
  R const noise_sd = traits[Parameter::output_noise_sd];
  programme.log_deviation =
      next_deviation(programme.log_deviation, traits[Parameter::log_deviation_autocorrelation],
                     deviation_sd, draws.normal(YearPurpose::log_deviation));
  R const noise = noise_sd * draws.normal(YearPurpose::output_noise);
  R const luck =
      mean_one(programme.log_deviation + noise, deviation_sd * deviation_sd + noise_sd * noise_sd);

  R const pause_probability = traits[Parameter::pause_probability];
  auto const idle = (draws.uniform(YearPurpose::pause) < pause_probability) | completion.declared;
  R const running = security.output * programme.capacity_km2_per_year * luck * world.productivity /
                    max(1 - pause_probability, broadcast<R>(tiny));

  R const work_left = work_of(traits, land.suspected_km2, land.confirmed_km2);
  programme.peak_work_km2 = max(programme.peak_work_km2, work_left);
  Effort<R> effort;
  effort.available_km2 = select(idle, zero, running);
  effort.done_before = progress(work_left, programme.peak_work_km2);
  effort.work_km2 = work_done(effort.available_km2, effort.done_before, programme.peak_work_km2,
                              traits[Parameter::maturity_penalty]);
  return effort;
}

/// Before the origin a state that is not reported complete had land left: a year of which nothing
/// is reported does at most half of the work there is.
template <class R>
void leave_work_for_the_origin(Traits<R> const& traits, Land<R> const& land, Effort<R>& effort) {
  R const half_of_work =
      broadcast<R>(0.5) * work_of(traits, land.suspected_km2, land.confirmed_km2);
  effort.work_km2 = min(effort.work_km2, half_of_work);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
