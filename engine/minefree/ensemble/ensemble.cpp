#include <minefree/ensemble/ensemble.hpp>

#include <algorithm>
#include <span>

#include <minefree/base/contract.hpp>
#include <minefree/ensemble/walk_counts.hpp>

namespace minefree {
namespace {

/// Adds what another result counted.
struct Add {
  template <class Count>
  void operator()(std::vector<Count>& into, std::vector<Count> const& from) const {
    MINEFREE_EXPECT(into.size() == from.size());
    std::ranges::transform(into, from, into.begin(), std::plus<Count>());
  }
  template <class Count>
  void operator()(Count& into, Count const& from) const {
    into += from;
  }
};

/// Empty optional parts where they are not asked for, so that they take no memory.
void make_optional_counts(model::OptionalPlan const& asked, std::size_t years,
                          StateBins const& bins, StateCounts& counts) {
  auto const count_bins = static_cast<std::size_t>(bins.count.count);
  if (asked.residual.asked) {
    auto& residual = counts.residual;
    auto const window = static_cast<std::size_t>(model::years_of_residual_window);
    residual.finds.resize(window * count_bins);
    residual.finds_sum.resize(window);
    for (auto* counted : {&residual.years, &residual.alive, &residual.adequate})
      counted->resize(window);
    residual.keeps_up.resize(model::most_sized_teams);
  }
  if (asked.casualties.asked) {
    counts.casualties.casualties.resize(years * count_bins);
    counts.casualties.casualties_sum.resize(years);
  }
}

StateCounts empty_counts(int years, StateBins const& bins, model::OptionalPlan const& asked) {
  auto const year_count = static_cast<std::size_t>(years);
  auto const month_count = 12 * year_count + 1;
  auto const area_bins = static_cast<std::size_t>(bins.area_km2.count);
  auto const money_bins = static_cast<std::size_t>(bins.money_musd.count);
  StateCounts counts;
  counts.completion.resize(groups_of_trajectories * month_count);
  counts.declaration.resize(month_count);
  counts.remaining.resize(year_count * area_bins);
  counts.funding.resize(year_count * money_bins);
  counts.unspent.resize(year_count * money_bins);
  for (auto* sums : {&counts.remaining_m2, &counts.cancelled_m2, &counts.reduced_m2,
                     &counts.cleared_m2, &counts.discovered_m2}) {
    sums->resize(year_count);
  }
  make_optional_counts(asked, year_count, bins, counts);
  return counts;
}

TargetSums empty_sums(std::size_t size) {
  return {.base = std::vector<std::int64_t>(size), .other = std::vector<std::int64_t>(size)};
}

}  // namespace

Ensemble empty_ensemble(Plan const& plan) {
  Ensemble ensemble;
  ensemble.years = plan.world.years;
  for (std::size_t k = 0; k < plan.countries.size(); ++k) {
    ensemble.states.push_back(
        empty_counts(ensemble.years, plan.bins[k], plan.countries[k].optional));
  }
  ensemble.complete_by.resize(static_cast<std::size_t>(ensemble.years) * (plan.affected + 1));
  return ensemble;
}

void merge(Ensemble& into, Ensemble const& from) {
  MINEFREE_EXPECT(into.states.size() == from.states.size());
  walk_counts(into, from, Add{});
}

PairedEnsemble empty_pair(Plan const& base, Plan const& other) {
  PairedEnsemble pair;
  pair.base = empty_ensemble(base);
  pair.other = empty_ensemble(other);
  pair.group_size.resize(groups_of_trajectories);
  std::size_t const at_targets = base.targets.size() * groups_of_trajectories;
  pair.complete = empty_sums(at_targets);
  auto const others = std::span(other.countries).first(other.affected);
  for (std::size_t k = 0; k < base.affected; ++k) {
    auto const found = std::ranges::find(others, base.countries[k].code, &model::CountryPlan::code);
    if (found == others.end()) continue;
    pair.states.push_back({static_cast<int>(k), static_cast<int>(found - others.begin())});
    auto const months = static_cast<std::size_t>(pair.base.months());
    PairCounts counts;
    counts.months_gained.resize(2 * months + 1);
    counts.only_base.resize(at_targets + groups_of_trajectories);
    counts.only_other.resize(at_targets + groups_of_trajectories);
    counts.remaining_m2 = empty_sums(at_targets);
    counts.spent_thousand_usd = empty_sums(at_targets);
    pair.pairs.push_back(std::move(counts));
  }
  return pair;
}

void merge(PairedEnsemble& into, PairedEnsemble const& from) { walk_counts(into, from, Add{}); }

}  // namespace minefree
