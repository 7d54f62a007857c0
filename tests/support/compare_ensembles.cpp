#include <support/compare_ensembles.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace minefree::testing {
namespace {

using Result = ::testing::AssertionResult;

template <class Count>
Result same(char const* name, std::vector<Count> const& one, std::vector<Count> const& other) {
  if (one.size() != other.size()) {
    return ::testing::AssertionFailure()
           << name << " has " << one.size() << " and " << other.size() << " entries";
  }
  for (std::size_t k = 0; k < one.size(); ++k) {
    if (one[k] != other[k]) {
      return ::testing::AssertionFailure()
             << name << "[" << k << "] is " << one[k] << " and " << other[k];
    }
  }
  return ::testing::AssertionSuccess();
}

template <class Count>
Result same(char const* name, Count one, Count other) {
  if (one == other) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << name << " is " << one << " and " << other;
}

/// The first of several comparisons that fails.
Result first_failure(std::initializer_list<Result> results) {
  for (Result const& result : results) {
    if (!result) return result;
  }
  return ::testing::AssertionSuccess();
}

Result same_land(StateCounts const& one, StateCounts const& other) {
  return first_failure({
      same("completion", one.completion, other.completion),
      same("declaration", one.declaration, other.declaration),
      same("remaining", one.remaining, other.remaining),
      same("remaining_m2", one.remaining_m2, other.remaining_m2),
      same("cancelled_m2", one.cancelled_m2, other.cancelled_m2),
      same("reduced_m2", one.reduced_m2, other.reduced_m2),
      same("cleared_m2", one.cleared_m2, other.cleared_m2),
      same("discovered_m2", one.discovered_m2, other.discovered_m2),
      same("initial_confirmed_m2", one.initial_confirmed_m2, other.initial_confirmed_m2),
      same("initial_suspected_m2", one.initial_suspected_m2, other.initial_suspected_m2),
      same("initial_undiscovered_m2", one.initial_undiscovered_m2, other.initial_undiscovered_m2),
      same("undiscovered_at_declaration_m2", one.undiscovered_at_declaration_m2,
           other.undiscovered_at_declaration_m2),
      same("declared", one.declared, other.declared),
      same("deadline_met", one.deadline_met, other.deadline_met),
      same("extensions", one.extensions, other.extensions),
      same("followed_up", one.followed_up, other.followed_up),
      same("reopened", one.reopened, other.reopened),
  });
}

Result same_residual(ResidualCounts const& one, ResidualCounts const& other) {
  return first_failure(
      {same("finds", one.finds, other.finds), same("finds_sum", one.finds_sum, other.finds_sum),
       same("years", one.years, other.years), same("alive", one.alive, other.alive),
       same("adequate", one.adequate, other.adequate), same("judged", one.judged, other.judged),
       same("always_alive", one.always_alive, other.always_alive),
       same("always_adequate", one.always_adequate, other.always_adequate),
       same("keeps_up", one.keeps_up, other.keeps_up)});
}

using Comparison = Result (*)(StateCounts const&, StateCounts const&);

Result same_states(Ensemble const& one, Ensemble const& other, Comparison compare) {
  auto const shape = first_failure({same("trajectories", one.trajectories, other.trajectories),
                                    same("years", one.years, other.years),
                                    same("states", one.states.size(), other.states.size())});
  if (!shape) return shape;
  for (std::size_t k = 0; k < one.states.size(); ++k) {
    auto result = compare(one.states[k], other.states[k]);
    if (!result) return result << " (state " << k << ")";
  }
  return same("complete_by", one.complete_by, other.complete_by);
}

Result same_sums(char const* name, TargetSums const& one, TargetSums const& other) {
  return first_failure({same(name, one.base, other.base), same(name, one.other, other.other)});
}

Result same_pair(PairCounts const& one, PairCounts const& other) {
  return first_failure(
      {same("earlier", one.earlier, other.earlier), same("later", one.later, other.later),
       same("same", one.same, other.same),
       same("months_gained", one.months_gained, other.months_gained),
       same("only_base", one.only_base, other.only_base),
       same("only_other", one.only_other, other.only_other),
       same_sums("remaining_m2", one.remaining_m2, other.remaining_m2),
       same_sums("spent_thousand_usd", one.spent_thousand_usd, other.spent_thousand_usd)});
}

}  // namespace

Result same_dates_and_money(StateCounts const& one, StateCounts const& other) {
  return first_failure({same_land(one, other), same("funding", one.funding, other.funding),
                        same("unspent", one.unspent, other.unspent)});
}

Result same_counts(StateCounts const& one, StateCounts const& other) {
  return first_failure(
      {same_dates_and_money(one, other), same_residual(one.residual, other.residual),
       same("casualties", one.casualties.casualties, other.casualties.casualties),
       same("casualties_sum", one.casualties.casualties_sum, other.casualties.casualties_sum)});
}

Result same_counts(Ensemble const& one, Ensemble const& other) {
  return same_states(one, other,
                     [](StateCounts const& a, StateCounts const& b) { return same_counts(a, b); });
}

Result same_but_for_money(Ensemble const& one, Ensemble const& other) {
  return same_states(one, other, same_land);
}

Result same_counts(PairedEnsemble const& one, PairedEnsemble const& other) {
  auto const alone =
      first_failure({same_counts(one.base, other.base), same_counts(one.other, other.other),
                     same("group_size", one.group_size, other.group_size),
                     same_sums("complete", one.complete, other.complete),
                     same("pairs", one.pairs.size(), other.pairs.size())});
  if (!alone) return alone;
  for (std::size_t k = 0; k < one.pairs.size(); ++k) {
    auto result = same_pair(one.pairs[k], other.pairs[k]);
    if (!result) return result << " (pair " << k << ")";
  }
  return ::testing::AssertionSuccess();
}

}  // namespace minefree::testing
