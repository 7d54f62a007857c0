#pragma once

#include <cstddef>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

// Everything that results count, each once: what merges them, or sums them over processes, is
// written for a list of counts and for one. `visit(a, b)` gets the same member of both.

template <class Visit>
void walk_counts(ResidualCounts& a, ResidualCounts const& b, Visit const& visit) {
  visit(a.finds, b.finds);
  visit(a.finds_sum, b.finds_sum);
  visit(a.years, b.years);
  visit(a.alive, b.alive);
  visit(a.adequate, b.adequate);
  visit(a.keeps_up, b.keeps_up);
  visit(a.judged, b.judged);
  visit(a.always_alive, b.always_alive);
  visit(a.always_adequate, b.always_adequate);
}

template <class Visit>
void walk_counts(StateCounts& a, StateCounts const& b, Visit const& visit) {
  visit(a.completion, b.completion);
  visit(a.declaration, b.declaration);
  visit(a.remaining, b.remaining);
  visit(a.funding, b.funding);
  visit(a.unspent, b.unspent);
  visit(a.remaining_m2, b.remaining_m2);
  visit(a.cancelled_m2, b.cancelled_m2);
  visit(a.reduced_m2, b.reduced_m2);
  visit(a.cleared_m2, b.cleared_m2);
  visit(a.discovered_m2, b.discovered_m2);
  visit(a.initial_confirmed_m2, b.initial_confirmed_m2);
  visit(a.initial_suspected_m2, b.initial_suspected_m2);
  visit(a.initial_undiscovered_m2, b.initial_undiscovered_m2);
  visit(a.undiscovered_at_declaration_m2, b.undiscovered_at_declaration_m2);
  visit(a.declared, b.declared);
  visit(a.deadline_met, b.deadline_met);
  visit(a.extensions, b.extensions);
  visit(a.followed_up, b.followed_up);
  visit(a.reopened, b.reopened);
  walk_counts(a.residual, b.residual, visit);
  visit(a.casualties.casualties, b.casualties.casualties);
  visit(a.casualties.casualties_sum, b.casualties.casualties_sum);
}

template <class Visit>
void walk_counts(TargetSums& a, TargetSums const& b, Visit const& visit) {
  visit(a.base, b.base);
  visit(a.other, b.other);
}

template <class Visit>
void walk_counts(Ensemble& a, Ensemble const& b, Visit const& visit) {
  visit(a.trajectories, b.trajectories);
  for (std::size_t k = 0; k < a.states.size(); ++k) walk_counts(a.states[k], b.states[k], visit);
  visit(a.complete_by, b.complete_by);
}

template <class Visit>
void walk_counts(PairCounts& a, PairCounts const& b, Visit const& visit) {
  visit(a.earlier, b.earlier);
  visit(a.later, b.later);
  visit(a.same, b.same);
  visit(a.months_gained, b.months_gained);
  visit(a.only_base, b.only_base);
  visit(a.only_other, b.only_other);
  walk_counts(a.remaining_m2, b.remaining_m2, visit);
  walk_counts(a.spent_thousand_usd, b.spent_thousand_usd, visit);
}

template <class Visit>
void walk_counts(PairedEnsemble& a, PairedEnsemble const& b, Visit const& visit) {
  walk_counts(a.base, b.base, visit);
  walk_counts(a.other, b.other, visit);
  for (std::size_t k = 0; k < a.pairs.size(); ++k) walk_counts(a.pairs[k], b.pairs[k], visit);
  visit(a.group_size, b.group_size);
  walk_counts(a.complete, b.complete, visit);
}

}  // namespace minefree
