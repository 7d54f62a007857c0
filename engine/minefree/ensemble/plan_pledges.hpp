#pragma once

#include <vector>

#include <minefree/domain/scenario.hpp>
#include <minefree/model/country_plan.hpp>

namespace minefree {

/// A pledge of the scenario and its plan. Valid as long as the scenario.
struct Pledge {
  FundingLever const* lever = nullptr;
  model::PledgePlan plan;
};

/// Every pledge of a scenario, whoever it is for. Its place here is its place in
/// WorldPlan::pledges.
std::vector<Pledge> pledges_of(Scenario const&);

}  // namespace minefree
