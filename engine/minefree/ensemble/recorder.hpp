#pragma once

#include <cstddef>

#include <minefree/ensemble/batch.hpp>
#include <minefree/ensemble/ensemble.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The month bin of a date; a date at the very end of a month belongs to it. `months` is the bin of
/// never.
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

/// An area in whole m2, the nearest: adding 2^52 leaves the whole number in the last bits of a
/// double.
template <class Scalar>
std::int64_t whole_m2(Scalar km2) {
  double const shifted = static_cast<double>(km2) * 1e6 + 0x1p52;
  return __builtin_bit_cast(std::int64_t, shifted) - __builtin_bit_cast(std::int64_t, 0x1p52);
}

/// An amount in whole thousandths, the nearest.
template <class Scalar>
std::int64_t whole_thousandths(Scalar amount) {
  double const shifted = static_cast<double>(amount) * 1000 + 0x1p52;
  return __builtin_bit_cast(std::int64_t, shifted) - __builtin_bit_cast(std::int64_t, 0x1p52);
}

/// The same as whole m2 for every lane at once.
template <class R>
auto rounded_m2(R km2) {
  using Wide = typename numeric::detail::VectorOf<double, lanes_in<R>>::type;
  using Whole = typename numeric::detail::VectorOf<std::int64_t, lanes_in<R>>::type;
  Wide const shift = 0x1p52 - Wide{};
  Wide const shifted = __builtin_convertvector(km2, Wide) * 1e6 + shift;
  return __builtin_bit_cast(Whole, shifted) - __builtin_bit_cast(Whole, shift);
}

/// Trajectories that share a row of a calibration share a group, so that a row which is used again
/// is not counted as new. No rows: no calibration.
inline int group_of(std::uint64_t trajectory, std::uint32_t calibration_rows) {
  std::uint64_t const draw = calibration_rows > 0 ? trajectory % calibration_rows : trajectory;
  return static_cast<int>(draw % groups_of_trajectories);
}

/// Counts that will be one higher once their cache lines have come: they lie far apart, and waiting
/// for each would cost more than simulating the year.
class PendingCounts {
 public:
  void add(std::uint32_t* count) {
    __builtin_prefetch(count, 1);
    counts_[size_++] = count;
  }
  void flush() {
    for (int k = 0; k < size_; ++k) ++*counts_[k];
    size_ = 0;
  }

 private:
  static constexpr int capacity = 3 * 16;
  std::uint32_t* counts_[capacity];
  int size_ = 0;
};

/// Counts the trajectories of a batch into an ensemble. Lanes beyond the range are simulated but
/// not counted.
template <class R>
class Recorder {
 public:
  Recorder(Plan const& plan, Ensemble& out, std::uint64_t first, int active)
      : plan_(plan), out_(out), first_(first), active_(active) {}

  void started(std::size_t k, CountryState<R> const& state) {
    StateCounts& counts = out_.states.data()[k];
    counts.initial_confirmed_m2 += sum_m2(state.land.confirmed_km2);
    counts.initial_suspected_m2 += sum_m2(state.land.suspected_km2);
    counts.initial_undiscovered_m2 += sum_m2(state.land.undiscovered_km2);
  }

  void lived(std::size_t k, int year, CountryState<R> const& state, Released<R> const& released) {
    StateCounts& counts = out_.states.data()[k];
    StateBins const& bins = plan_.bins.data()[k];
    R const remaining = state.land.suspected_km2 + state.land.confirmed_km2;
    pending_.flush();
    count(bins.area_km2, year, remaining, counts.remaining.data());
    count(bins.money_musd, year, state.money.funding_musd, counts.funding.data());
    count(bins.money_musd, year, state.money.unspent_musd, counts.unspent.data());
    counts.remaining_m2.data()[year] += sum_m2(remaining);
    counts.cancelled_m2.data()[year] += sum_m2(released.cancelled_km2);
    counts.reduced_m2.data()[year] += sum_m2(released.reduced_km2);
    counts.cleared_m2.data()[year] += sum_m2(released.cleared_km2);
    counts.discovered_m2.data()[year] += sum_m2(released.discovered_km2);
  }

  void counted(std::size_t k, int year, OptionalParts<R> const& parts) {
    OptionalPlan const& asked = plan_.countries.data()[k].optional;
    StateCounts& counts = out_.states.data()[k];
    numeric::LogBins const& bins = plan_.bins.data()[k].count;
    if (asked.residual.asked) count_residual_year(bins, parts.residual, counts.residual);
    if (asked.casualties.asked) {
      pending_.flush();
      count(bins, year, parts.casualties.casualties, counts.casualties.casualties.data());
      counts.casualties.casualties_sum.data()[year] += sum_thousandths(parts.casualties.casualties);
    }
  }

  void ended(Batch<R> const& batch) {
    pending_.flush();
    for (std::size_t k = 0; k < plan_.countries.size(); ++k) {
      count_outcome(k, batch.completed_at[k], batch.states[k].completion);
      if (plan_.countries.data()[k].optional.residual.asked) {
        count_residual_window(batch.parts[k].residual, out_.states.data()[k].residual);
      }
    }
    count_complete_states(batch.completed_at);
    out_.trajectories += static_cast<std::uint64_t>(active_);
  }

 private:
  void count(numeric::LogBins const& bins, int year, R value, std::uint32_t* counts) {
    IntOf<R> const bin = index(bins, value);
    std::uint32_t* const of_year = counts + static_cast<std::ptrdiff_t>(year) * bins.count;
    for (int i = 0; i < active_; ++i) pending_.add(of_year + lane(bin, i));
  }

  /// Exact: each lane is rounded to whole m2 before it is added.
  std::int64_t sum_m2(R km2) const {
    std::int64_t sum = 0;
    if constexpr (lanes_in<R> > 1) {
      if (active_ == lanes_in<R>) {
        auto const whole = rounded_m2(km2);
        for (int i = 0; i < lanes_in<R>; ++i) sum += whole[i];
        return sum;
      }
    }
    for (int i = 0; i < active_; ++i) sum += whole_m2(lane(km2, i));
    return sum;
  }

  /// Exact, since each amount is rounded before it is added: a certain scenario has means.
  std::int64_t sum_thousandths(R amounts) const {
    std::int64_t sum = 0;
    for (int i = 0; i < active_; ++i) sum += whole_thousandths(lane(amounts, i));
    return sum;
  }

  void count_residual_year(numeric::LogBins const& bins, Residual<R> const& residual,
                           ResidualCounts& counts) {
    IntOf<R> const bin = index(bins, residual.finds);
    for (int i = 0; i < active_; ++i) {
      int const year = static_cast<int>(lane(residual.window_year, i)) - 1;
      if (year < 0 || year >= years_of_residual_window) continue;
      ++counts.finds.data()[year * bins.count + lane(bin, i)];
      counts.finds_sum.data()[year] += whole_thousandths(lane(residual.finds, i));
      ++counts.years.data()[year];
      if (lane(residual.team_alive, i)) ++counts.alive.data()[year];
      if (lane(residual.adequate, i)) ++counts.adequate.data()[year];
    }
  }

  /// Only trajectories that live through the whole window are judged.
  void count_residual_window(Residual<R> const& residual, ResidualCounts& counts) {
    for (int i = 0; i < active_; ++i) {
      if (static_cast<int>(lane(residual.window_year, i)) < years_of_residual_window) continue;
      ++counts.judged;
      if (lane(residual.always_alive, i)) ++counts.always_alive;
      if (lane(residual.always_adequate, i)) ++counts.always_adequate;
      for (int teams = 0; teams < most_sized_teams; ++teams) {
        if (lane(residual.keeps_up[teams], i)) ++counts.keeps_up.data()[teams];
      }
    }
  }

  void count_outcome(std::size_t k, R completed_at, Completion<R> const& completion) {
    StateCounts& counts = out_.states.data()[k];
    TreatyPlan const& treaty = plan_.countries.data()[k].treaty;
    int const months = out_.months();
    for (int i = 0; i < active_; ++i) {
      int const group =
          group_of(first_ + static_cast<std::uint64_t>(i), plan_.world.calibration_rows);
      auto const completed = lane(completed_at, i);
      auto const declared = lane(completion.first_declared_at, i);
      ++counts.completion.data()[group * (months + 1) + month_bin(completed, months)];
      ++counts.declaration.data()[month_bin(declared, months)];
      counts.extensions += static_cast<std::uint64_t>(lane(completion.extensions, i));
      if (treaty.has_deadline && completed <= static_cast<ScalarOf<R>>(treaty.deadline))
        ++counts.deadline_met;
      if (!lane(completion.ever_declared, i)) continue;
      ++counts.declared;
      counts.undiscovered_at_declaration_m2 +=
          whole_m2(lane(completion.undiscovered_at_declaration_km2, i));
      // A state declared before the origin is followed from the origin on.
      auto const followed_from = declared > 0 ? declared : ScalarOf<R>{0};
      if (followed_from > static_cast<ScalarOf<R>>(out_.years - years_of_follow_up)) continue;
      ++counts.followed_up;
      if (lane(completion.reopened_at, i) < followed_from + years_of_follow_up) ++counts.reopened;
    }
  }

  /// How many states are complete by the end of each year, in each trajectory: the distribution,
  /// not its mean.
  void count_complete_states(R const* completed_at) {
    auto const countries = static_cast<int>(plan_.affected);
    for (int year = 0; year < out_.years; ++year) {
      R const end = broadcast<R>(year + 1);
      IntOf<R> complete{};
      for (int k = 0; k < countries; ++k) {
        complete =
            complete + select(completed_at[k] <= end, broadcast_int<R>(1), broadcast_int<R>(0));
      }
      for (int i = 0; i < active_; ++i)
        ++out_.complete_by.data()[year * (countries + 1) + lane(complete, i)];
    }
  }

  Plan const& plan_;
  Ensemble& out_;
  std::uint64_t first_;  // trajectory of lane 0
  int active_;
  PendingCounts pending_;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
