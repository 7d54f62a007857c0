#pragma once

#include <minefree/ensemble/plan.hpp>
#include <minefree/model/step_optional_parts.hpp>
#include <minefree/model/step_year.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The addresses of R's trajectories, side by side.
template <class R>
UintOf<R> trajectories_from(std::uint64_t first) {
  UintOf<R> trajectory{};
  for (int i = 0; i < lanes_in<R>; ++i)
    set_lane(trajectory, i, static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(i));
  return trajectory;
}

/// The address of a year; never that of the parameters, 0.
inline std::uint32_t year_address(WorldPlan const& plan, int year) {
  return static_cast<std::uint32_t>(plan.origin + 1 + year);
}

/// The completion date that is published: that of the first declaration, or the one waiting for it;
/// `never` when the state is still affected at the horizon. Years from the start of the first
/// simulated year.
template <class R>
R published_completion(Completion<R> const& completion) {
  return select(completion.ever_declared, completion.first_completed_at,
                select(completion.finished, completion.completed_at, broadcast<R>(never)));
}

/// Memory for one batch of trajectories of one plan; made once a thread, used for every batch.
template <class R>
struct Batch {
  explicit Batch(Plan const& compiled)
      : plan(compiled),
        states(new CountryState<R>[compiled.countries.size()]),
        parts(compiled.asks_for_parts ? new OptionalParts<R>[compiled.countries.size()] : nullptr),
        donor_deviation(new R[compiled.world.donor_numbers.size() + 1]),
        donor_factor(new R[compiled.world.donor_numbers.size() + 1]),
        donor_left(new R[compiled.world.donor_numbers.size() + 1]),
        donor_gain(new R[compiled.world.donor_numbers.size() + 1]),
        pledge_luck(new R[compiled.world.pledges.size() + 1]),
        pledge_kept(new R[compiled.world.pledges.size() + 1]),
        completed_at(new R[compiled.countries.size() + 1]) {}
  ~Batch() {
    delete[] completed_at;
    delete[] parts;
    delete[] states;
    delete[] donor_deviation;
    delete[] donor_factor;
    delete[] donor_left;
    delete[] donor_gain;
    delete[] pledge_luck;
    delete[] pledge_kept;
  }
  Batch(Batch const&) = delete;
  Batch& operator=(Batch const&) = delete;

  Plan const& plan;
  CountryState<R>* states;
  OptionalParts<R>* parts;  // of each country, or null when nothing optional is asked for
  R* donor_deviation;
  R* donor_factor;
  R* donor_left;
  R* donor_gain;
  R* pledge_luck;
  R* pledge_kept;
  R* completed_at;  // of each country, once the batch has ended: see published_completion
};

/// What finished states leave over of each donor's reported money goes to the donor's other states,
/// pro rata. Where no other is left, it stays where it is. What completes by the start of the year
/// has been declared then.
template <class R>
void share_released_money(Plan const& plan, int year, CountryState<R> const* states,
                          World<R>& world) {
  R const zero = broadcast<R>(0);
  R const one = broadcast<R>(1);
  R const share = broadcast<R>(plan.world.reallocate_share);
  for (int donor = 0; donor < world.donors; ++donor) {
    R freed = zero;
    R kept = zero;
    for (std::size_t k = 0; k < plan.countries.size(); ++k) {
      CountryPlan const& country = plan.countries.data()[k];
      FundingPlan const& funding = country.funding;
      if (year < country.first_year || funding.constant || funding.mean_musd <= 0) continue;
      auto const donors = static_cast<int>(funding.donors.size());
      for (int place = 0; place < donors; ++place) {
        if (funding.donors.data()[place] != donor) continue;
        double const part =
            funding.donor_share.data()[(year - country.first_year) * donors + place];
        R const musd = states[k].money.mean_musd * broadcast<R>(part);
        freed = freed + select(states[k].completion.declared, share * musd, zero);
        kept = kept + select(states[k].completion.declared, zero, musd);
      }
    }
    auto const others = kept > zero;
    world.donor_left[donor] = select(others, one - share, one);
    world.donor_gain[donor] = select(others, one + freed / max(kept, broadcast<R>(tiny)), one);
  }
}

/// Simulates the trajectories from `first` on, one for each lane. `recorder` sees every state after
/// it begins
/// (`started`), after each printed year (`lived`, and `counted` where optional parts are asked for)
/// and the whole batch at the end (`ended`).
template <class R, class Recorder>
void simulate_batch(Batch<R>& batch, std::uint64_t first, Recorder& recorder) {
  Plan const& plan = batch.plan;
  auto const trajectory = trajectories_from<R>(first);
  random::Key const seed(plan.world.seed);
  auto const common = draw_common_normals<R>(
      plan.world, CommonParameterDraws<R>(seed, trajectory, year_of_parameters, world_code));

  World<R> world;
  world.traits = sample_traits(
      plan.world.parameters,
      StateParameterDraws<R>(seed, trajectory, year_of_parameters, world_code), common, trajectory);
  world.donors = static_cast<int>(plan.world.donor_numbers.size());
  world.donor_deviation = batch.donor_deviation;
  world.donor_factor = batch.donor_factor;
  world.donor_left = batch.donor_left;
  world.donor_gain = batch.donor_gain;
  world.pledges = static_cast<int>(plan.world.pledges.size());
  world.pledge_luck = batch.pledge_luck;
  world.pledge_kept = batch.pledge_kept;
  draw_pledges(plan.world, seed, trajectory, world);
  auto const world_draws = [&](int year) {
    return WorldDraws<R>(seed, trajectory, year_address(plan.world, year), world_code);
  };
  auto const donor_draws = [&](int year) {
    return DonorDraws<R>(seed, trajectory, year_address(plan.world, year), donors_code);
  };
  begin_world(plan.world, world_draws(plan.world.first_year - 1),
              donor_draws(plan.world.first_year - 1), world);

  auto const countries = plan.countries.size();
  for (std::size_t k = 0; k < countries; ++k) {
    CountryPlan const& country = plan.countries.data()[k];
    StateParameterDraws<R> const draws(seed, trajectory, year_of_parameters, country.address);
    YearDraws<R> const year_before(
        seed, trajectory, year_address(plan.world, country.first_year - 1), country.address);
    batch.states[k] = begin_country(country, common, draws, year_before, trajectory);
    if (country.optional.asked()) {
      OptionalBeginDraws<R> const more(seed, trajectory, year_of_parameters, country.address);
      batch.parts[k] = begin_optional_parts(country, more, batch.states[k]);
    }
  }

  for (int year = plan.world.first_year; year < plan.world.years; ++year) {
    step_world(plan.world, world_draws(year), donor_draws(year), world);
    if (year >= 0) keep_pledges(plan.world, year, world);
    world.reallocates = plan.world.reallocate_share > 0 && year >= 0;
    if (world.reallocates) {
      for (std::size_t k = 0; k < countries; ++k) {
        declare_completion(year, batch.states[k].land, batch.states[k].completion);
      }
      share_released_money(plan, year, batch.states, world);
    }
    for (std::size_t k = 0; k < countries; ++k) {
      CountryPlan const& country = plan.countries.data()[k];
      CountryState<R>& state = batch.states[k];
      if (year == 0) {
        begin_forecast(country, trajectory, state);
        recorder.started(k, state);
      }
      Released<R> released{};
      if (year >= country.first_year) {
        YearDraws<R> const draws(seed, trajectory, year_address(plan.world, year), country.address);
        step_year(year, country, world, draws, state, released);
      }
      if (year >= 0) recorder.lived(k, year, state, released);
      if (year >= 0 && country.optional.asked()) {
        OptionalDraws<R> const draws(seed, trajectory, year_address(plan.world, year),
                                     country.address);
        step_optional_parts(country.optional, draws, state, batch.parts[k]);
        recorder.counted(k, year, batch.parts[k]);
      }
    }
  }
  for (std::size_t k = 0; k < countries; ++k) {
    Completion<R>& completion = batch.states[k].completion;
    declare_completion(plan.world.years, batch.states[k].land, completion);
    batch.completed_at[k] = published_completion(completion);
  }
  recorder.ended(batch);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
