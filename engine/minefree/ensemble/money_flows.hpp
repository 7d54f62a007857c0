#pragma once

#include <vector>

#include <minefree/ensemble/plan_pledges.hpp>

namespace minefree {

/// One flow of money in one year: shares of the state's mean funding, and fixed amounts.
struct Flow {
  std::vector<double> shares;
  double added_musd = 0;
  std::vector<double> pledged_musd = {};  // of each pledge, as long as it is kept
};

/// A flow year by year, from the first simulated year on.
using Flows = std::vector<Flow>;

/// How many years of a flow its levers look at: to the horizon, or as far as money is moved forward
/// from.
int years_of_flows(Scenario const&);

/// Applies the levers of a list in turn. `part` is this flow's part of a fixed amount.
void apply(std::vector<FundingLever> const& levers, Scenario const&,
           std::vector<Pledge> const& pledges, double part, Flows& flows);

}  // namespace minefree
