#include <minefree/decision/stress.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

#include <minefree/decision/part_of_plan.hpp>
#include <minefree/domain/donors.hpp>

namespace minefree {
namespace {

using Places = std::vector<std::size_t>;

bool asked_for(StressQuestion const& question, std::string const& code) {
  return question.states.empty() ||
         std::ranges::find(question.states, code) != question.states.end();
}

/// The states that are counted: those asked for, or all where money moves between them.
Places counted_places(Plan const& plan, StressQuestion const& question) {
  bool const coupled = plan.world.reallocate_share > 0;
  Places places;
  for (std::size_t k = 0; k < plan.affected; ++k) {
    if (coupled || asked_for(question, plan.countries[k].code)) places.push_back(k);
  }
  return places;
}

/// Of these states, those that the lever gives other money.
Places places_moved(Plan const& base, Plan const& dropped, Places const& places) {
  Places moved;
  for (std::size_t const k : places) {
    if (money_differs(base.countries[k], dropped.countries[k])) moved.push_back(k);
  }
  return moved;
}

void take_money(Plan const& base, Plan const& dropped, StressQuestion const& question,
                Places const& moved, DonorStress& result) {
  for (std::size_t const k : moved) {
    auto const before = mean_musd_from(base.countries[k], base.world.origin, question.from);
    auto const after = mean_musd_from(dropped.countries[k], base.world.origin, question.from);
    if (before && after) {
      result.musd_per_year += *before - *after;
    } else {
      result.amount_unknown.push_back(base.countries[k].code);
    }
  }
}

/// The pair of a donor without money: no state needs to be simulated.
std::optional<PairedEnsemble> nothing_moves(Plan const& base, Plan const& other,
                                            std::uint64_t trajectories) {
  auto pair = empty_pair(base, other);
  pair.base.trajectories = trajectories;
  pair.other.trajectories = trajectories;
  pair.group_size.front() = trajectories;
  return pair;
}

/// Places in a pair of the states that are counted as moving.
Places all_of(PairedEnsemble const& pair) {
  Places all(pair.pairs.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}
Places where_reported(Plan const& base, PairedEnsemble const& pair) {
  auto places = all_of(pair);
  std::erase_if(places, [&](std::size_t k) {
    auto const& country = base.countries[static_cast<std::size_t>(pair.states[k].base)];
    return country.funding.mean_musd <= 0;
  });
  return places;
}

/// Largest effect first: the fewest states complete by the main target, of those whose money is
/// reported and then of all; at last the most futures in which something is later.
void rank(std::vector<DonorStress>& donors) {
  auto const effect = [](DonorStress const& donor) {
    double later = 0;
    for (StateComparison const& state : donor.states) later += state.later_share;
    auto const main = [](std::vector<Difference> const& complete) {
      return complete.empty() ? 0 : complete[complete.size() / 2].value;
    };
    return std::tuple(main(donor.complete_where_reported), main(donor.complete), -later);
  };
  std::ranges::stable_sort(donors, {}, effect);
}

}  // namespace

int usual_stress_year(Scenario const& scenario) {
  return std::min(scenario.origin + 2, scenario.horizon);
}

Scenario with_donor_dropped(Scenario scenario, std::string const& donor, int from, double share) {
  scenario.funding.donors[donor].push_back(
      {.shape = FundingShape::change, .value = -share, .from = from});
  return scenario;
}

std::optional<Stress> stress(Scenario const& scenario, Plan const& plan,
                             StressQuestion const& question, StressRuns const& runs) {
  Stress result;
  result.from = question.from;
  result.share = question.share;
  result.coupled = plan.world.reallocate_share > 0;
  auto const counted = counted_places(plan, question);
  result.states = donors_of_states(scenario, part_of_plan(plan, counted), question.from);
  result.named_share = named_share_of_money(result.states);
  result.imputed_share = imputed_share_of_money(result.states);
  if (counted.empty()) return result;

  auto const alone = runs.one(part_of_plan(plan, counted));
  if (!alone) return std::nullopt;
  std::vector<std::uint64_t> base_completions;
  for (int const target : plan.targets) {
    base_completions.push_back(completions_by(*alone, target - plan.world.origin));
  }

  DonorMatrices matrices;
  for (std::string const& donor : question.donors) {
    auto const changed = with_donor_dropped(scenario, donor, question.from, question.share);
    auto const dropped = make_plan(changed, matrices);
    auto const moved = places_moved(plan, dropped, counted);
    DonorStress of_donor;
    of_donor.donor = donor;
    of_donor.name = donor_named(donor)->name;
    take_money(plan, dropped, question, moved, of_donor);

    // Money that finished states hand on reaches states without this donor.
    auto const simulated = result.coupled && !moved.empty() ? counted : moved;
    auto const base = part_of_plan(plan, simulated);
    auto const other = part_of_plan(dropped, simulated);
    auto const pair = simulated.empty() ? nothing_moves(base, other, alone->trajectories)
                                        : runs.pair(base, other);
    if (!pair) return std::nullopt;
    of_donor.states = compare({scenario, base}, {changed, other}, *pair).states;
    std::erase_if(of_donor.states,
                  [&](StateComparison const& state) { return !asked_for(question, state.code); });
    of_donor.complete = mean_states_complete(plan.targets, base_completions, *pair, all_of(*pair));
    of_donor.complete_where_reported =
        mean_states_complete(plan.targets, base_completions, *pair, where_reported(base, *pair));
    result.donors.push_back(std::move(of_donor));
  }
  rank(result.donors);
  std::erase_if(result.states,
                [&](StateDonors const& state) { return !asked_for(question, state.code); });
  return result;
}

}  // namespace minefree
