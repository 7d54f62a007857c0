#include <minefree/decision/part_of_plan.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>

namespace minefree {

Plan part_of_plan(Plan const& plan, std::vector<std::size_t> const& places) {
  MINEFREE_EXPECT(std::ranges::is_sorted(places));
  MINEFREE_EXPECT(places.empty() || places.back() < plan.affected);
  Plan part;
  part.world = plan.world;
  part.known = plan.known;
  part.targets = plan.targets;
  part.trajectories = plan.trajectories;
  part.asks_for_parts = plan.asks_for_parts;
  part.posterior = plan.posterior;
  part.affected = places.size();
  for (std::size_t const place : places) {
    part.countries.push_back(plan.countries[place]);
    part.bins.push_back(plan.bins[place]);
    part.state_index.push_back(plan.state_index[place]);
  }
  return part;
}

}  // namespace minefree
