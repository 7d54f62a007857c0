#pragma once

#include <cstdint>
#include <vector>

#include <minefree/ensemble/plan.hpp>

namespace minefree {

/// Monte Carlo error comes from groups of trajectories: trajectory n is in group n mod 16, or the
/// row of the calibration that it takes is.
inline constexpr int groups_of_trajectories = 16;
/// A relapse within so many years of the declaration is counted.
inline constexpr int years_of_follow_up = 10;

/// What was counted of the years after the declaration, over the window of the residual phase.
struct ResidualCounts {
  std::vector<std::uint32_t> finds;            // [window year * count bins + bin]
  std::vector<std::int64_t> finds_sum;         // [window year], thousandths of a find
  std::vector<std::uint64_t> years;            // [window year]: trajectories that reach it
  std::vector<std::uint64_t> alive, adequate;  // [window year]
  std::uint64_t judged = 0;                    // trajectories with a whole window
  std::uint64_t always_alive = 0;
  std::uint64_t always_adequate = 0;
  std::vector<std::uint64_t> keeps_up;  // [teams - 1]: that many never fall behind

  friend bool operator==(ResidualCounts const&, ResidualCounts const&) = default;
};

/// What was counted of people killed or injured.
struct CasualtyCounts {
  std::vector<std::uint32_t> casualties;     // [year * count bins + bin]
  std::vector<std::int64_t> casualties_sum;  // [year], thousandths of a person

  friend bool operator==(CasualtyCounts const&, CasualtyCounts const&) = default;
};

/// What was counted of one state. Sums are whole m2 and counts are whole numbers, so they add up
/// exactly in any order. Years run from origin + 1, months from its January; the last month bin is
/// "never within the horizon".
struct StateCounts {
  std::vector<std::uint32_t> completion;   // [group * (months + 1) + month]
  std::vector<std::uint32_t> declaration;  // [month], with one for never
  std::vector<std::uint32_t> remaining;    // [year * area bins + bin], at the end of the year
  std::vector<std::uint32_t> funding;      // [year * money bins + bin]
  std::vector<std::uint32_t> unspent;      // [year * money bins + bin]

  std::vector<std::int64_t> remaining_m2, cancelled_m2, reduced_m2, cleared_m2,
      discovered_m2;  // [year]
  std::int64_t initial_confirmed_m2 = 0;
  std::int64_t initial_suspected_m2 = 0;
  std::int64_t initial_undiscovered_m2 = 0;
  std::int64_t undiscovered_at_declaration_m2 = 0;

  std::uint64_t declared = 0;      // trajectories with a declaration within the horizon
  std::uint64_t deadline_met = 0;  // completed by the deadline in force at the origin
  std::uint64_t extensions = 0;
  std::uint64_t followed_up = 0;  // declared at least ten years before the horizon
  std::uint64_t reopened = 0;     // of those, affected again within ten years

  ResidualCounts residual;    // empty when not asked for
  CasualtyCounts casualties;  // likewise

  friend bool operator==(StateCounts const&, StateCounts const&) = default;
};

/// The result of a run: counts of a range of trajectories. Two ranges merge to the bits of one.
struct Ensemble {
  std::uint64_t trajectories = 0;
  int years = 0;
  std::vector<StateCounts> states;  // of each country of the plan
  std::vector<std::uint32_t>
      complete_by;  // [year * (affected states + 1) + number of them complete]

  int months() const { return 12 * years; }
  /// Entries of `complete_by` for one year: none complete, one, ... all that are affected.
  std::size_t complete_by_width() const {
    return complete_by.size() / static_cast<std::size_t>(years);
  }
};

/// All counts at zero, with the bins of the plan.
Ensemble empty_ensemble(Plan const&);
/// Adds what another range of the same plan counted.
void merge(Ensemble& into, Ensemble const& from);

/// A quantity under both scenarios, summed over trajectories at each target year: whole numbers, by
/// group, so that the difference carries an error. Trajectories that share a row of a calibration
/// in either scenario share a group.
struct TargetSums {
  std::vector<std::int64_t> base;   // [target * groups + group]
  std::vector<std::int64_t> other;  // likewise
};

/// Two scenarios under the same draws, for one state that both have.
struct PairCounts {
  std::uint64_t earlier =
      0;  // the other scenario completes before the base; never is later than any date
  std::uint64_t later = 0;
  std::uint64_t same = 0;
  std::vector<std::uint32_t> months_gained;  // [gain + months]: both complete, dates differ
  // Complete by the target in the base alone, or in the other alone. After the targets comes the
  // deadline in force at the origin, of either scenario.
  std::vector<std::uint64_t> only_base;   // [target * groups + group]
  std::vector<std::uint64_t> only_other;  // likewise
  TargetSums remaining_m2;                // recorded land left at the end of the target year
  TargetSums spent_thousand_usd;  // on land release, from origin + 1 through the target year
};

/// A state's place in the plans of base and other scenario.
struct PairedState {
  int base = 0;
  int other = 0;
};

struct PairedEnsemble {
  Ensemble base;
  Ensemble other;
  std::vector<PairedState> states;
  std::vector<PairCounts> pairs;
  std::vector<std::uint64_t> group_size;  // [group], trajectories
  TargetSums complete;  // states complete by the target, of all that each scenario simulates
};

PairedEnsemble empty_pair(Plan const& base, Plan const& other);
void merge(PairedEnsemble& into, PairedEnsemble const& from);

}  // namespace minefree
