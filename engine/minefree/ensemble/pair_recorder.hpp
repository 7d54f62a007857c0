#pragma once

#include <minefree/ensemble/recorder.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Of two scenarios: the rows that more trajectories share.
inline std::uint32_t fewer_rows(std::uint32_t base, std::uint32_t other) {
  if (base == 0 || other == 0) return base + other;
  return base < other ? base : other;
}

/// Land and money of one batch at the target years, kept until both scenarios have been simulated;
/// made once a thread, used for every batch.
template <class R>
struct TargetMarks {
  TargetMarks(std::vector<int> const& target_years, std::size_t countries)
      : targets(static_cast<std::ptrdiff_t>(target_years.size())),
        years(target_years),
        spent_musd(new R[countries + 1]),
        remaining_km2_at(new R[countries * target_years.size() + 1]),
        spent_musd_at(new R[countries * target_years.size() + 1]) {}
  ~TargetMarks() {
    delete[] spent_musd_at;
    delete[] remaining_km2_at;
    delete[] spent_musd;
  }
  TargetMarks(TargetMarks const&) = delete;
  TargetMarks& operator=(TargetMarks const&) = delete;

  std::ptrdiff_t targets;
  std::vector<int> const& years;
  R* spent_musd;        // [country], since the origin
  R* remaining_km2_at;  // [country * targets + target]
  R* spent_musd_at;     // likewise
};

/// Counts like a recorder, and marks what a comparison wants to know at the target years.
template <class R>
class PairRecorder {
 public:
  PairRecorder(Plan const& plan, Ensemble& out, std::uint64_t first, int active,
               TargetMarks<R>& marks)
      : recorder_(plan, out, first, active), plan_(plan), marks_(marks) {}

  void started(std::size_t k, CountryState<R> const& state) {
    recorder_.started(k, state);
    marks_.spent_musd[k] = broadcast<R>(0);
  }

  void lived(std::size_t k, int year, CountryState<R> const& state, Released<R> const& released) {
    recorder_.lived(k, year, state, released);
    // A programme that has not begun or that was complete before the year spends nothing in it.
    if (year >= plan_.countries.data()[k].first_year) {
      auto const& completion = state.completion;
      MaskOf<R> const complete =
          completion.finished & (completion.completed_at <= broadcast<R>(year));
      R const spent = state.money.funding_musd - state.money.unspent_musd;
      marks_.spent_musd[k] = marks_.spent_musd[k] + select(complete, broadcast<R>(0), spent);
    }
    for (std::ptrdiff_t target = 0; target < marks_.targets; ++target) {
      if (marks_.years.data()[target] != plan_.world.origin + 1 + year) continue;
      std::ptrdiff_t const place = static_cast<std::ptrdiff_t>(k) * marks_.targets + target;
      marks_.remaining_km2_at[place] = state.land.suspected_km2 + state.land.confirmed_km2;
      marks_.spent_musd_at[place] = marks_.spent_musd[k];
    }
  }

  void counted(std::size_t k, int year, OptionalParts<R> const& parts) {
    recorder_.counted(k, year, parts);
  }
  void ended(Batch<R> const& batch) { recorder_.ended(batch); }

 private:
  Recorder<R> recorder_;
  Plan const& plan_;
  TargetMarks<R>& marks_;
};

/// One scenario's side of a batch that has ended.
template <class R>
struct BatchSide {
  Batch<R> const& batch;
  TargetMarks<R> const& marks;
};

/// Counts of a batch that has ended under both scenarios, trajectory by trajectory.
template <class R>
class PairCounter {
 public:
  PairCounter(BatchSide<R> base, BatchSide<R> other, std::uint64_t first, int active,
              PairedEnsemble& out)
      : base_(base), other_(other), first_(first), active_(active), out_(out) {
    rows_ =
        fewer_rows(base.batch.plan.world.calibration_rows, other.batch.plan.world.calibration_rows);
  }

  void count() {
    for (int i = 0; i < active_; ++i) ++out_.group_size.data()[group_of_lane(i)];
    count_complete(base_.batch, out_.complete.base.data());
    count_complete(other_.batch, out_.complete.other.data());
    for (std::size_t k = 0; k < out_.states.size(); ++k) {
      count_dates(out_.states.data()[k], out_.pairs.data()[k]);
      count_targets(out_.states.data()[k], out_.pairs.data()[k]);
    }
  }

 private:
  int group_of_lane(int i) const { return group_of(first_ + static_cast<std::uint64_t>(i), rows_); }
  std::ptrdiff_t entry(std::ptrdiff_t target, int i) const {
    return target * groups_of_trajectories + group_of_lane(i);
  }
  /// Years from the start of the first simulated year to the end of a target year.
  ScalarOf<R> years_to(std::ptrdiff_t target) const {
    return static_cast<ScalarOf<R>>(base_.marks.years.data()[target] -
                                    base_.batch.plan.world.origin);
  }

  void count_complete(Batch<R> const& batch, std::int64_t* complete) const {
    for (std::ptrdiff_t target = 0; target < base_.marks.targets; ++target) {
      auto const by = years_to(target);
      for (std::size_t k = 0; k < batch.plan.affected; ++k) {
        for (int i = 0; i < active_; ++i)
          complete[entry(target, i)] += lane(batch.completed_at[k], i) <= by;
      }
    }
  }

  void count_dates(PairedState place, PairCounts& counts) const {
    int const months = out_.base.months();
    R const in_base = base_.batch.completed_at[place.base];
    R const in_other = other_.batch.completed_at[place.other];
    for (int i = 0; i < active_; ++i) {
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
      for (std::ptrdiff_t target = 0; target < base_.marks.targets; ++target) {
        auto const by = years_to(target);
        count_one_side(base_at <= by, other_at <= by, entry(target, i), counts);
      }
      count_one_side(meets_deadline(base_.batch.plan, place.base, base_at),
                     meets_deadline(other_.batch.plan, place.other, other_at),
                     entry(base_.marks.targets, i), counts);
    }
  }

  static bool meets_deadline(Plan const& plan, int country, ScalarOf<R> completed_at) {
    TreatyPlan const& treaty = plan.countries.data()[country].treaty;
    return treaty.has_deadline && completed_at <= static_cast<ScalarOf<R>>(treaty.deadline);
  }

  static void count_one_side(bool in_base, bool in_other, std::ptrdiff_t entry,
                             PairCounts& counts) {
    if (in_base && !in_other) ++counts.only_base.data()[entry];
    if (in_other && !in_base) ++counts.only_other.data()[entry];
  }

  void count_targets(PairedState place, PairCounts& counts) const {
    for (std::ptrdiff_t target = 0; target < base_.marks.targets; ++target) {
      std::ptrdiff_t const in_base = place.base * base_.marks.targets + target;
      std::ptrdiff_t const in_other = place.other * base_.marks.targets + target;
      sum_m2(base_.marks.remaining_km2_at[in_base], target, counts.remaining_m2.base.data());
      sum_m2(other_.marks.remaining_km2_at[in_other], target, counts.remaining_m2.other.data());
      sum_thousands(base_.marks.spent_musd_at[in_base], target,
                    counts.spent_thousand_usd.base.data());
      sum_thousands(other_.marks.spent_musd_at[in_other], target,
                    counts.spent_thousand_usd.other.data());
    }
  }

  void sum_m2(R km2, std::ptrdiff_t target, std::int64_t* sums) const {
    for (int i = 0; i < active_; ++i) sums[entry(target, i)] += whole_m2(lane(km2, i));
  }
  /// Of million USD: a thousandth of one is a thousand.
  void sum_thousands(R musd, std::ptrdiff_t target, std::int64_t* sums) const {
    for (int i = 0; i < active_; ++i) sums[entry(target, i)] += whole_thousandths(lane(musd, i));
  }

  BatchSide<R> base_, other_;
  std::uint64_t first_;  // trajectory of lane 0
  int active_;
  PairedEnsemble& out_;
  std::uint32_t rows_ = 0;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
