#include <minefree/ensemble/plan_pledges.hpp>

#include <cmath>
#include <set>
#include <tuple>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/domain/donors.hpp>
#include <minefree/model/purposes.hpp>

namespace minefree {
namespace {

FundingLever pledge_of(int over, double default_risk, std::optional<int> from = std::nullopt) {
  return {.shape = FundingShape::pledge,
          .value = 10,
          .from = from,
          .years = over,
          .default_risk = default_risk};
}

/// From 2025 on.
std::vector<double> broken_by(FundingLever const& lever) {
  Scenario scenario = testing::scenario_of({});
  scenario.funding.world = {lever};
  return pledges_of(scenario).at(0).plan.broken_by;
}

TEST(Pledges, are_broken_with_an_equal_hazard_each_year) {
  auto const by = broken_by(pledge_of(4, 0.5, 2026));
  ASSERT_EQ(by.size(), 36U);
  EXPECT_EQ(by[0], 0);
  for (int years = 1; years <= 4; ++years) {
    EXPECT_NEAR(by[static_cast<std::size_t>(years)], 1 - std::pow(0.5, years / 4.0), 0x1p-24)
        << years;
  }
  EXPECT_EQ(by[4], 0.5) << "over its whole life";
  EXPECT_EQ(by[35], 0.5);
}

TEST(Pledges, without_risk_are_never_broken_and_with_certainty_in_their_first_year) {
  EXPECT_EQ(broken_by(pledge_of(4, 0)), std::vector<double>(36, 0.0));
  EXPECT_EQ(broken_by(pledge_of(4, 1)), std::vector<double>(36, 1.0));
  EXPECT_EQ(broken_by(pledge_of(4, 1, 2027)).at(1), 0);
  EXPECT_EQ(broken_by(pledge_of(4, 1, 2027)).at(2), 1);
}

TEST(Pledges, begun_before_the_simulation_were_kept_until_then) {
  auto const by = broken_by(pledge_of(4, 0.5, 2023));
  EXPECT_NEAR(by[0], 1 - std::pow(0.5, 0.25), 0x1p-24);
  EXPECT_NEAR(by[1], 1 - std::pow(0.5, 0.5), 0x1p-24);
  EXPECT_EQ(by[2], by[1]);
}

TEST(Pledges, are_decided_between_two_uniform_draws) {
  for (double const risk : {0.01, 0.3, 0.7, 0.99}) {
    for (double const probability : broken_by(pledge_of(7, risk))) {
      EXPECT_EQ(std::floor(probability * 0x1p23), probability * 0x1p23);
      EXPECT_EQ(static_cast<double>(static_cast<float>(probability)), probability);
    }
  }
}

using Address = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

std::vector<Address> addresses_of(Scenario const& scenario) {
  std::vector<Address> addresses;
  for (Pledge const& pledge : pledges_of(scenario)) {
    addresses.emplace_back(pledge.plan.code, pledge.plan.number, pledge.plan.purpose);
  }
  return addresses;
}

TEST(Pledges, have_an_address_of_their_own_each) {
  FundingLever const pledge = pledge_of(6, 0.3);
  FundingLever const change{.value = 0.1};
  Scenario scenario = testing::scenario_of({});
  auto& funding = scenario.funding;
  funding.world = {change, pledge, change, pledge};
  funding.donors["USA"] = {pledge, pledge};
  funding.donors["NOR"] = {pledge};
  funding.recipients["XXA"] = {pledge, pledge};
  funding.national["XXA"] = {pledge};
  funding.recipients["XXB"] = {pledge};
  auto const addresses = addresses_of(scenario);
  EXPECT_EQ(addresses.size(), 9U);
  EXPECT_EQ(std::set<Address>(addresses.begin(), addresses.end()).size(), 9U);
  EXPECT_EQ(addresses.front(), Address(model::world_code, 1, 0));
  EXPECT_EQ(addresses[2], Address(model::donors_code, 1, donor_named("NOR")->number));
}

TEST(Pledges, keep_their_address_when_another_follows_in_the_list_or_elsewhere) {
  Scenario scenario = testing::scenario_of({});
  scenario.funding.recipients["XXB"] = {pledge_of(6, 0.3)};
  auto const before = addresses_of(scenario).at(0);
  scenario.funding.recipients["XXB"].push_back(pledge_of(2, 0.9, 2030));
  scenario.funding.world = {pledge_of(6, 0.3)};
  scenario.funding.recipients["XXA"] = {pledge_of(6, 0.3)};
  auto const after = addresses_of(scenario);
  EXPECT_EQ(after.at(2), before);
}

}  // namespace
}  // namespace minefree
