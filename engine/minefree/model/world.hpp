#pragma once

#include <minefree/model/autoregression.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// What all states of a trajectory share: the mood of donors, and good and bad years for all
/// programmes.
template <class R>
struct World {
  Traits<R> traits;
  R funding_deviation;
  R productivity;  // of the year, mean one
  int donors;
  R* donor_deviation;        // [donors], owned by the batch
  R* donor_factor;           // [donors], mean one
  bool reallocates = false;  // donors hand on what finished states leave over
  R* donor_left = nullptr;   // [donors], of the year: what stays with a finished state
  R* donor_gain =
      nullptr;  // [donors], of the year: what the donor's other states get of it, and one
  int pledges = 0;
  R* pledge_luck = nullptr;  // [pledges], uniform: a pledge breaks the earlier, the smaller it is
  R* pledge_kept = nullptr;  // [pledges], of the year: 1, or 0 once the pledge is broken
};

/// The stationary start of the shared series, in the year before the first.
template <class R>
void begin_world(WorldPlan const& plan, WorldDraws<R> const& draws,
                 DonorDraws<R> const& donor_draws, World<R>& world) {
  world.funding_deviation =
      world.traits[Parameter::world_funding_sd] * draws.normal(WorldPurpose::funding);
  for (int k = 0; k < world.donors; ++k) {
    auto const number = static_cast<DonorNumber>(plan.donor_numbers.data()[k]);
    world.donor_deviation[k] =
        world.traits[Parameter::donor_funding_sd] * donor_draws.normal(number);
  }
}

/// One draw for the whole life of each pledge, so that scenarios share it whatever its years and
/// its risk.
template <class R>
void draw_pledges(WorldPlan const& plan, random::Key const& seed, UintOf<R> const& trajectory,
                  World<R>& world) {
  for (int k = 0; k < world.pledges; ++k) {
    PledgePlan const& pledge = plan.pledges.data()[k];
    PledgeDraws<R> const draws(seed, trajectory, pledge.number, pledge.code);
    world.pledge_luck[k] = draws.uniform(static_cast<PledgePurpose>(pledge.purpose));
    world.pledge_kept[k] = broadcast<R>(1);
  }
}

/// Which pledges are still kept in a printed year.
template <class R>
void keep_pledges(WorldPlan const& plan, int year, World<R>& world) {
  for (int k = 0; k < world.pledges; ++k) {
    R const broken_by = broadcast<R>(plan.pledges.data()[k].broken_by.data()[year]);
    world.pledge_kept[k] =
        select(world.pledge_luck[k] < broken_by, broadcast<R>(0), broadcast<R>(1));
  }
}

/// One year of the shared series: world money, donors, productivity.
template <class R>
void step_world(WorldPlan const& plan, WorldDraws<R> const& draws, DonorDraws<R> const& donor_draws,
                World<R>& world) {
  Traits<R> const& traits = world.traits;
  R const autocorrelation = traits[Parameter::funding_autocorrelation];
  world.funding_deviation =
      next_deviation(world.funding_deviation, autocorrelation, traits[Parameter::world_funding_sd],
                     draws.normal(WorldPurpose::funding));
  R const donor_sd = traits[Parameter::donor_funding_sd];
  for (int k = 0; k < world.donors; ++k) {
    auto const number = static_cast<DonorNumber>(plan.donor_numbers.data()[k]);
    world.donor_deviation[k] = next_deviation(world.donor_deviation[k], autocorrelation, donor_sd,
                                              donor_draws.normal(number));
    world.donor_factor[k] = mean_one(world.donor_deviation[k], donor_sd * donor_sd);
  }
  R const productivity_sd = traits[Parameter::world_productivity_sd];
  world.productivity = mean_one(productivity_sd * draws.normal(WorldPurpose::productivity),
                                productivity_sd * productivity_sd);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
