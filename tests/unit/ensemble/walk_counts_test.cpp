// The walk visits every member of what results count. Its members are listed here a second time, by
// structured bindings: with a member more, this file no longer compiles until it is walked too.
#include <minefree/ensemble/walk_counts.hpp>

#include <algorithm>
#include <initializer_list>
#include <vector>

#include <gtest/gtest.h>

namespace minefree {
namespace {

using Addresses = std::vector<void const*>;

template <class Counts>
Addresses visited(Counts& counts) {
  Addresses addresses;
  walk_counts(counts, counts, [&](auto& member, auto const&) { addresses.push_back(&member); });
  std::ranges::sort(addresses);
  return addresses;
}

Addresses sorted(Addresses addresses) {
  std::ranges::sort(addresses);
  return addresses;
}

/// Puts the members of parts beside the others.
Addresses with(Addresses addresses, std::initializer_list<Addresses> parts) {
  for (auto const& part : parts) addresses.insert(addresses.end(), part.begin(), part.end());
  return sorted(std::move(addresses));
}

TEST(WalkCounts, visits_all_that_is_counted_after_the_declaration) {
  ResidualCounts counts;
  auto& [a, b, c, d, e, f, g, h, i] = counts;
  EXPECT_EQ(visited(counts), sorted({&a, &b, &c, &d, &e, &f, &g, &h, &i}));
}

TEST(WalkCounts, visits_all_that_is_counted_of_a_state) {
  StateCounts counts;
  auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, residual, casualties] = counts;
  auto& [people, people_sum] = casualties;
  EXPECT_EQ(visited(counts),
            with({&a, &b, &c, &d, &e, &f, &g, &h, &i, &j, &k, &l, &m, &n, &o, &p, &q, &r, &s},
                 {visited(residual), {&people, &people_sum}}));
}

TEST(WalkCounts, visits_all_of_a_run) {
  Ensemble ensemble;
  ensemble.states.resize(2);
  auto& [trajectories, years, states, complete_by] = ensemble;
  EXPECT_EQ(visited(ensemble),
            with({&trajectories, &complete_by}, {visited(states[0]), visited(states[1])}));
  static_cast<void>(years);  // of the plan, no count
}

TEST(WalkCounts, visits_all_of_a_pair) {
  PairCounts counts;
  auto& [a, b, c, d, e, f, remaining, spent] = counts;
  auto& [remaining_base, remaining_other] = remaining;
  auto& [spent_base, spent_other] = spent;
  EXPECT_EQ(visited(counts), sorted({&a, &b, &c, &d, &e, &f, &remaining_base, &remaining_other,
                                     &spent_base, &spent_other}));
}

TEST(WalkCounts, visits_all_of_a_paired_run) {
  PairedEnsemble pair;
  pair.pairs.resize(2);
  auto& [base, other, states, pairs, group_size, complete] = pair;
  EXPECT_EQ(visited(pair), with({&group_size}, {visited(base), visited(other), visited(pairs[0]),
                                                visited(pairs[1]), visited(complete)}));
  static_cast<void>(states);  // places of the plans, no counts
}

}  // namespace
}  // namespace minefree
