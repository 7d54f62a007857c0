#pragma once

#include <minefree/ensemble/batch.hpp>
#include <minefree/ensemble/ensemble.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The completion date that is published: that of the first declaration, or the one waiting for it; `never` when the
/// state is still affected at the horizon. Years from the start of the first simulated year.
template <class R>
R published_completion(Completion<R> const& completion) {
  return select(completion.ever_declared, completion.first_completed_at,
                select(completion.finished, completion.completed_at, broadcast<R>(never)));
}

/// The month bin of a date; a date at the very end of a month belongs to it. `months` is the bin of never.
template <class Scalar>
int month_bin(Scalar years, int months) {
  Scalar const limit = static_cast<Scalar>(months) / 12;
  if (!(years <= limit)) return months;
  if (years <= 0) return 0;
  Scalar const exact = years * 12;
  int const whole = static_cast<int>(exact);
  int const bin = static_cast<Scalar>(whole) == exact ? whole - 1 : whole;
  return bin < 0 ? 0 : (bin < months ? bin : months - 1);
}

template <class Scalar>
std::int64_t whole_m2(Scalar km2) {
  return static_cast<std::int64_t>(static_cast<double>(km2) * 1e6 + 0.5);
}

/// Counts the trajectories of a batch into an ensemble. Lanes beyond the range are simulated but not counted.
template <class R>
struct Recorder {
  Plan const& plan;
  Ensemble& out;
  std::uint64_t first = 0;  // trajectory of lane 0
  int active = lanes_in<R>;

  void started(std::size_t k, CountryState<R> const& state) {
    StateCounts& counts = out.states.data()[k];
    counts.initial_confirmed_m2 += sum_m2(state.land.confirmed_km2);
    counts.initial_suspected_m2 += sum_m2(state.land.suspected_km2);
    counts.initial_undiscovered_m2 += sum_m2(state.land.undiscovered_km2);
  }

  void lived(std::size_t k, int year, CountryState<R> const& state, Released<R> const& released) {
    StateCounts& counts = out.states.data()[k];
    StateBins const& bins = plan.bins.data()[k];
    R const remaining = state.land.suspected_km2 + state.land.confirmed_km2;
    count(bins.area_km2, year, remaining, counts.remaining.data());
    count(bins.money_musd, year, state.money.funding_musd, counts.funding.data());
    count(bins.money_musd, year, state.money.unspent_musd, counts.unspent.data());
    counts.remaining_m2.data()[year] += sum_m2(remaining);
    counts.cancelled_m2.data()[year] += sum_m2(released.cancelled_km2);
    counts.reduced_m2.data()[year] += sum_m2(released.reduced_km2);
    counts.cleared_m2.data()[year] += sum_m2(released.cleared_km2);
    counts.discovered_m2.data()[year] += sum_m2(released.discovered_km2);
  }

  void ended(CountryState<R> const* states) {
    auto const countries = plan.countries.size();
    for (std::size_t k = 0; k < countries; ++k) count_outcome(k, states[k].completion);
    for (int i = 0; i < active; ++i) count_complete_states(states, i);
    out.trajectories += static_cast<std::uint64_t>(active);
  }

 private:
  void count(numeric::LogBins const& bins, int year, R value, std::uint32_t* counts) const {
    IntOf<R> const bin = index(bins, value);
    for (int i = 0; i < active; ++i) ++counts[year * bins.count + lane(bin, i)];
  }

  std::int64_t sum_m2(R km2) const {
    std::int64_t sum = 0;
    for (int i = 0; i < active; ++i) sum += whole_m2(lane(km2, i));
    return sum;
  }

  void count_outcome(std::size_t k, Completion<R> const& completion) {
    StateCounts& counts = out.states.data()[k];
    TreatyPlan const& treaty = plan.countries.data()[k].treaty;
    R const completed_at = published_completion(completion);
    int const months = out.months();
    for (int i = 0; i < active; ++i) {
      auto const group = static_cast<int>((first + static_cast<std::uint64_t>(i)) % groups_of_trajectories);
      auto const completed = lane(completed_at, i);
      auto const declared = lane(completion.first_declared_at, i);
      ++counts.completion.data()[group * (months + 1) + month_bin(completed, months)];
      ++counts.declaration.data()[month_bin(declared, months)];
      counts.extensions += static_cast<std::uint64_t>(lane(completion.extensions, i));
      if (treaty.has_deadline && completed <= static_cast<ScalarOf<R>>(treaty.deadline)) ++counts.deadline_met;
      if (!lane(completion.ever_declared, i)) continue;
      ++counts.declared;
      counts.undiscovered_at_declaration_m2 += whole_m2(lane(completion.undiscovered_at_declaration_km2, i));
      if (declared > static_cast<ScalarOf<R>>(out.years - years_of_follow_up)) continue;
      ++counts.followed_up;
      if (lane(completion.reopened_at, i) < declared + years_of_follow_up) ++counts.reopened;
    }
  }

  /// How many states are complete by the end of each year in trajectory i: the whole distribution, not its mean.
  void count_complete_states(CountryState<R> const* states, int i) {
    auto const countries = static_cast<int>(plan.countries.size());
    int const years = out.years;
    for (int year = 0; year < years; ++year) {
      int complete = 0;
      for (int k = 0; k < countries; ++k) {
        complete += lane(published_completion(states[k].completion), i) <= static_cast<ScalarOf<R>>(year + 1) ? 1 : 0;
      }
      ++out.complete_by.data()[year * (countries + 1) + complete];
    }
  }
};

/// Counts how the completion dates of two scenarios differ, trajectory by trajectory.
template <class R>
void count_pairs(Plan const& base, CountryState<R> const* base_states, CountryState<R> const* other_states,
                 int active, PairedEnsemble& out) {
  int const months = out.base.months();
  for (std::size_t k = 0; k < out.states.size(); ++k) {
    PairedState const place = out.states.data()[k];
    PairCounts& counts = out.pairs.data()[k];
    R const in_base = published_completion(base_states[place.base].completion);
    R const in_other = published_completion(other_states[place.other].completion);
    for (int i = 0; i < active; ++i) {
      auto const base_at = lane(in_base, i);
      auto const other_at = lane(in_other, i);
      ++(other_at < base_at ? counts.earlier : other_at > base_at ? counts.later : counts.same);
      bool const both = base_at < never && other_at < never;
      if (both && base_at != other_at) {
        double const gained = 12.0 * (static_cast<double>(base_at) - static_cast<double>(other_at));
        int const whole = static_cast<int>(gained + (gained < 0 ? -0.5 : 0.5));
        int const bound = whole < -months ? -months : (whole > months ? months : whole);
        ++counts.months_gained.data()[bound + months];
      }
      for (std::size_t target = 0; target < base.targets.size(); ++target) {
        auto const by = static_cast<ScalarOf<R>>(base.targets.data()[target] - base.world.origin);
        bool const base_complete = base_at <= by;
        bool const other_complete = other_at <= by;
        if (base_complete && !other_complete) ++counts.only_base.data()[target];
        if (other_complete && !base_complete) ++counts.only_other.data()[target];
      }
    }
  }
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
