#include <minefree/decision/compare.hpp>

#include <algorithm>
#include <numeric>
#include <span>

#include <minefree/domain/known_casualties.hpp>

namespace minefree {
namespace {

constexpr double least_share_that_differs = 0.05;
constexpr double km2_per_m2 = 1e-6;
constexpr double musd_per_thousand_usd = 1e-3;

double share(std::uint64_t count, std::uint64_t of) {
  return static_cast<double>(count) / static_cast<double>(of);
}

/// Trajectories complete by the end of a year; all groups together.
std::uint64_t complete_by(Ensemble const& ensemble, StateCounts const& counts, int years) {
  auto const months = static_cast<std::size_t>(ensemble.months());
  std::uint64_t complete = 0;
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    auto const of_group = std::span(counts.completion)
                              .subspan(group * (months + 1), 12 * static_cast<std::size_t>(years));
    complete = std::accumulate(of_group.begin(), of_group.end(), complete);
  }
  return complete;
}

double share_complete_by(Ensemble const& ensemble, StateCounts const& counts, int years) {
  return share(complete_by(ensemble, counts, years), ensemble.trajectories);
}

std::optional<double> median_years_gained(PairCounts const& counts, std::uint64_t trajectories) {
  std::uint64_t differing = 0;
  for (auto const count : counts.months_gained) differing += count;
  if (share(differing, trajectories) < least_share_that_differs) return std::nullopt;
  std::uint64_t below = 0;
  for (std::size_t k = 0; k < counts.months_gained.size(); ++k) {
    below += counts.months_gained[k];
    if (2 * below < differing) continue;
    std::size_t const no_gain = counts.months_gained.size() / 2;
    return (static_cast<double>(k) - static_cast<double>(no_gain)) / 12;
  }
  return std::nullopt;
}

/// Two scenarios and the futures that they share.
struct Pair {
  ComparedSide base, other;
  PairedEnsemble const& counts;
  std::optional<int> price_year;  // common to both
  bool asks_for_people;

  std::size_t targets() const { return base.plan.targets.size(); }
  bool shares_rows() const {
    return base.plan.world.calibration_rows + other.plan.world.calibration_rows > 0;
  }
};

void compare_probabilities(Pair const& pair, std::size_t k, StateComparison& result) {
  auto const& base_counts =
      pair.counts.base.states[static_cast<std::size_t>(pair.counts.states[k].base)];
  auto const& other_counts =
      pair.counts.other.states[static_cast<std::size_t>(pair.counts.states[k].other)];
  std::uint64_t const trajectories = pair.counts.base.trajectories;
  for (std::size_t t = 0; t < pair.targets(); ++t) {
    int const target = pair.base.plan.targets[t];
    int const years = target - pair.base.plan.world.origin;
    auto const counts = one_sided_at(pair.counts.pairs[k], t);
    auto difference = difference_of_shares(counts, pair.counts.group_size, pair.shares_rows());
    difference.target = target;
    difference.base = share_complete_by(pair.counts.base, base_counts, years);
    difference.other = share_complete_by(pair.counts.other, other_counts, years);
    if (t == pair.targets() / 2) {
      result.variance_reduction = variance_reduction(counts, difference, trajectories);
    }
    result.probability.push_back(difference);
  }

  auto const country = static_cast<std::size_t>(pair.counts.states[k].base);
  if (!pair.base.plan.countries[country].treaty.has_deadline) return;
  auto deadline = difference_of_shares(one_sided_at(pair.counts.pairs[k], pair.targets()),
                                       pair.counts.group_size, pair.shares_rows());
  deadline.base = share(base_counts.deadline_met, trajectories);
  deadline.other = share(other_counts.deadline_met, trajectories);
  result.deadline_met = deadline;
}

/// People who live beside a km2 of recorded land; nothing where the record does not say.
std::optional<double> people_per_km2(Pair const& pair, std::size_t k) {
  if (!pair.asks_for_people) return std::nullopt;
  auto const country = static_cast<std::size_t>(pair.counts.states[k].base);
  Scenario const& scenario = pair.base.scenario;
  auto const& state = scenario.states[pair.base.plan.state_index[country]];
  auto const known = exposure_known_at(state, scenario.origin);
  if (!known) return std::nullopt;
  return *known->people.people_exposed / known->stock.total_km2();
}

/// Sums over the states, at each target.
struct WorldSums {
  std::vector<GroupSums> remaining_km2, spent_musd, people_exposed;
};

Difference difference_at(Pair const& pair, std::size_t t, GroupSums const& sums) {
  auto difference = difference_of_means(sums, pair.counts.group_size);
  difference.target = pair.base.plan.targets[t];
  return difference;
}

/// Appends the difference at a target, and adds the state's sums to the world's.
void compare_amount(Pair const& pair, std::size_t t, GroupSums const& sums,
                    std::vector<Difference>& differences, std::vector<GroupSums>& world) {
  differences.push_back(difference_at(pair, t, sums));
  world.resize(pair.targets());
  add(sums, world[t]);
}

void compare_amounts(Pair const& pair, std::size_t k, StateComparison& result, WorldSums& world) {
  PairCounts const& counts = pair.counts.pairs[k];
  auto const people = people_per_km2(pair, k);
  for (std::size_t t = 0; t < pair.targets(); ++t) {
    compare_amount(pair, t, sums_at(counts.remaining_m2, t, km2_per_m2), result.remaining_km2,
                   world.remaining_km2);
    if (pair.price_year) {
      compare_amount(pair, t, sums_at(counts.spent_thousand_usd, t, musd_per_thousand_usd),
                     result.spent_musd, world.spent_musd);
    }
    if (people) {
      compare_amount(pair, t, sums_at(counts.remaining_m2, t, *people * km2_per_m2),
                     result.people_exposed, world.people_exposed);
    }
  }
}

/// Futures in which one side alone completes within the horizon: their number is that of the
/// futures that move without two dates, and the sides' numbers of completions differ by as many as
/// the one side has more.
void share_out_never(Pair const& pair, std::size_t k, StateComparison& result) {
  PairCounts const& counts = pair.counts.pairs[k];
  auto const complete_in = [&](Ensemble const& ensemble, int state) {
    return complete_by(ensemble, ensemble.states[static_cast<std::size_t>(state)],
                       ensemble.months() / 12);
  };
  std::uint64_t one_sided = counts.earlier + counts.later;
  for (auto const count : counts.months_gained) one_sided -= count;
  auto const in_base = complete_in(pair.counts.base, pair.counts.states[k].base);
  auto const in_other = complete_in(pair.counts.other, pair.counts.states[k].other);
  std::uint64_t const trajectories = pair.counts.base.trajectories;
  result.no_longer_complete_share = share((one_sided + in_base - in_other) / 2, trajectories);
  result.newly_complete_share = share((one_sided + in_other - in_base) / 2, trajectories);
}

StateComparison compare_state(Pair const& pair, std::size_t k, WorldSums& world) {
  PairCounts const& counts = pair.counts.pairs[k];
  PairedState const place = pair.counts.states[k];
  std::uint64_t const trajectories = pair.counts.base.trajectories;
  auto const index = pair.base.plan.state_index[static_cast<std::size_t>(place.base)];
  StateComparison result;
  result.code = pair.base.scenario.states[index].code;
  result.name = pair.base.scenario.states[index].name;
  auto const other_index = pair.other.plan.state_index[static_cast<std::size_t>(place.other)];
  KnownState const& in_base = pair.base.plan.known[index];
  KnownState const& in_other = pair.other.plan.known[other_index];
  result.basis = std::max(in_base.basis, in_other.basis);  // from data to prior
  result.conditional = in_base.conditional || in_other.conditional;
  result.earlier_share = share(counts.earlier, trajectories);
  result.later_share = share(counts.later, trajectories);
  result.same_share = share(counts.same, trajectories);
  share_out_never(pair, k, result);
  result.median_years_gained = median_years_gained(counts, trajectories);
  result.median_date =
      difference_of_medians(pair.counts.base.states[static_cast<std::size_t>(place.base)],
                            pair.counts.other.states[static_cast<std::size_t>(place.other)],
                            pair.base.plan.world.origin, pair.counts.base.months());
  compare_probabilities(pair, k, result);
  compare_amounts(pair, k, result, world);
  return result;
}

std::vector<Difference> differences_of(Pair const& pair, std::vector<GroupSums> const& world) {
  std::vector<Difference> differences;
  for (std::size_t t = 0; t < world.size(); ++t)
    differences.push_back(difference_at(pair, t, world[t]));
  return differences;
}

/// Codes of the countries of one plan that the other lacks.
std::vector<std::string> missing_in(Plan const& other, Plan const& plan) {
  std::vector<std::string> codes;
  auto const others = std::span(other.countries).first(other.affected);
  for (auto const& country : std::span(plan.countries).first(plan.affected)) {
    auto const found = std::ranges::find(others, country.code, &model::CountryPlan::code);
    if (found == others.end()) codes.push_back(country.code);
  }
  return codes;
}

std::optional<int> common_price_year(Scenario const& base, Scenario const& other) {
  if (base.funding.price_year != other.funding.price_year) return std::nullopt;
  return base.funding.price_year;
}

}  // namespace

Comparison compare(ComparedSide base, ComparedSide other, PairedEnsemble const& counts) {
  Pair const pair{.base = base,
                  .other = other,
                  .counts = counts,
                  .price_year = common_price_year(base.scenario, other.scenario),
                  .asks_for_people = base.scenario.outputs.people || other.scenario.outputs.people};
  Comparison comparison;
  comparison.price_year = pair.price_year;
  comparison.changes_nothing = true;
  WorldSums world;
  for (std::size_t k = 0; k < counts.pairs.size(); ++k) {
    comparison.states.push_back(compare_state(pair, k, world));
    if (counts.pairs[k].same != counts.base.trajectories) comparison.changes_nothing = false;
  }
  comparison.only_in_base = missing_in(other.plan, base.plan);
  comparison.only_in_other = missing_in(base.plan, other.plan);

  std::vector<GroupSums> complete;
  for (std::size_t t = 0; t < pair.targets(); ++t)
    complete.push_back(sums_at(counts.complete, t, 1));
  comparison.world.states_complete = differences_of(pair, complete);
  comparison.world.remaining_km2 = differences_of(pair, world.remaining_km2);
  comparison.world.spent_musd = differences_of(pair, world.spent_musd);
  comparison.world.people_exposed = differences_of(pair, world.people_exposed);
  return comparison;
}

}  // namespace minefree
