#pragma once

#include <vector>

#include <minefree/ensemble/plan_pledges.hpp>

namespace minefree {

/// What is paid for land released the year before, at most so much a year.
struct Payment {
  double musd_per_km2 = 0;
  double cap_musd = 0;
};

/// One flow of money in one year: shares of the state's mean funding, and fixed amounts.
struct Flow {
  std::vector<double> shares;
  double added_musd = 0;
  std::vector<double> pledged_musd = {};  // of each pledge, as long as it is kept
  std::vector<Payment> payments = {};     // of each lever that pays by results
};

/// A flow year by year, from the first simulated year on.
using Flows = std::vector<Flow>;

/// How many years of a flow its levers look at: to the horizon, or as far as money is moved forward
/// from.
int years_of_flows(Scenario const&);

/// A scenario with those of its levers of money that flows keep apart. Valid as long as the
/// scenario.
struct MoneyLevers {
  Scenario const& scenario;
  std::vector<Pledge> pledges;
  std::vector<FundingLever const*> payments;  // by results
};
MoneyLevers money_levers_of(Scenario const&);

/// A flow's part of what a lever is for: of a fixed amount, and of a price per km2.
struct Part {
  double of_amounts = 1;
  double of_prices = 1;
};

/// Applies the levers of a list in turn.
void apply(std::vector<FundingLever> const& list, MoneyLevers const&, Part, Flows& flows);

}  // namespace minefree
