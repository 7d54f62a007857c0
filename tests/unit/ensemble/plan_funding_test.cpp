#include <algorithm>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/ensemble/plan.hpp>

namespace minefree {
namespace {

/// Two recipients, of 6 and 2 million USD from abroad; the first gets half of it from the United
/// States.
Scenario two_recipients() {
  StateData large = testing::closed_form_state("XXA");
  large.funding = FundingData{.international_musd = 6, .national_musd = 1};
  large.donor_shares = {{.donor = "USA", .year = 2024, .musd = 3},
                        {.donor = "NOR", .year = 2024, .musd = 1}};
  StateData small = testing::closed_form_state("XXB");
  small.funding = FundingData{.international_musd = 2};
  small.donor_shares = {{.donor = "USA", .year = 2024, .musd = 1}};
  return testing::scenario_of({large, small});
}

FundingLever const pledge{
    .shape = FundingShape::pledge, .value = 24, .from = 2026, .years = 6, .default_risk = 0.3};
FundingLever const same_amount{
    .shape = FundingShape::add_musd, .value = 4, .from = 2026, .to = 2031};

/// The one pledge of a country, year by year.
std::vector<double> pledged(model::CountryPlan const& country) {
  if (country.funding.pledges.empty()) return std::vector<double>(country.years.size(), 0.0);
  EXPECT_EQ(country.funding.pledges.size(), 1U);
  return country.funding.pledged_musd;
}

std::vector<double> added(model::CountryPlan const& country) {
  std::vector<double> amounts;
  for (model::CountryYear const& year : country.years) amounts.push_back(year.added_musd);
  return amounts;
}

/// Puts the lever where a test wants it.
template <class Put>
void expect_shared_out_like_an_added_amount(Put put) {
  Scenario with_pledge = two_recipients();
  put(with_pledge.funding, pledge);
  Scenario with_amount = two_recipients();
  put(with_amount.funding, same_amount);
  Plan const one = make_plan(with_pledge);
  Plan const other = make_plan(with_amount);
  for (std::size_t k : {0, 1}) {
    EXPECT_EQ(pledged(one.countries[k]), added(other.countries[k])) << one.countries[k].code;
    EXPECT_EQ(added(one.countries[k]), std::vector<double>(one.countries[k].years.size(), 0.0));
  }
}

TEST(PlanFunding, shares_pledges_out_like_added_amounts) {
  expect_shared_out_like_an_added_amount(
      [](FundingLevers& levers, FundingLever const& lever) { levers.world = {lever}; });
  expect_shared_out_like_an_added_amount(
      [](FundingLevers& levers, FundingLever const& lever) { levers.donors["USA"] = {lever}; });
  expect_shared_out_like_an_added_amount(
      [](FundingLevers& levers, FundingLever const& lever) { levers.donors["NOR"] = {lever}; });
  expect_shared_out_like_an_added_amount(
      [](FundingLevers& levers, FundingLever const& lever) { levers.recipients["XXB"] = {lever}; });
  expect_shared_out_like_an_added_amount(
      [](FundingLevers& levers, FundingLever const& lever) { levers.national["XXA"] = {lever}; });
}

TEST(PlanFunding, gives_a_pledge_to_all_by_what_each_gets) {
  Scenario scenario = two_recipients();
  scenario.funding.world = {pledge};
  Plan const plan = make_plan(scenario);
  EXPECT_EQ(plan.world.pledges.size(), 1U);
  EXPECT_DOUBLE_EQ(pledged(plan.countries[0])[1], 3) << "2026";
  EXPECT_DOUBLE_EQ(pledged(plan.countries[1])[1], 1);
  EXPECT_EQ(pledged(plan.countries[1])[0], 0) << "2025";
}

TEST(PlanFunding, adds_a_pledge_without_risk) {
  Scenario scenario = two_recipients();
  scenario.funding.recipients["XXA"] = {pledge};
  scenario.funding.recipients["XXA"].front().default_risk = 0;
  Plan const plan = make_plan(scenario);
  EXPECT_TRUE(plan.countries[0].funding.pledges.empty());
  EXPECT_EQ(added(plan.countries[0])[1], 4);
}

TEST(PlanFunding, of_a_scenario_without_pledges_knows_of_none) {
  Plan const plan = make_plan(two_recipients());
  EXPECT_TRUE(plan.world.pledges.empty());
  for (auto const& country : plan.countries) {
    EXPECT_TRUE(country.funding.pledges.empty());
    EXPECT_TRUE(country.funding.pledged_musd.empty());
  }
}

TEST(PlanFunding, moves_a_donors_money_forward_for_all_who_get_it) {
  Scenario scenario = two_recipients();
  scenario.funding.donors["USA"] = {
      {.shape = FundingShape::front_load, .value = 0.6, .from = 2026, .to = 2035, .years = 4}};
  Plan const plain = make_plan(two_recipients());
  Plan const plan = make_plan(scenario);
  for (std::size_t k : {0, 1}) {
    auto const& funding = plan.countries[k].funding;
    auto const donors = funding.donors.size();
    for (std::size_t year = 0; year < plan.countries[k].years.size(); ++year) {
      for (std::size_t d = 0; d < donors; ++d) {
        auto const number = plan.world.donor_numbers[static_cast<std::size_t>(funding.donors[d])];
        bool const moved = number == 43 && year >= 1 && year <= 10;  // the United States
        double const factor = !moved ? 1 : year <= 4 ? 1.5 : 2.0 / 3;
        EXPECT_NEAR(funding.donor_share[year * donors + d],
                    factor * plain.countries[k].funding.donor_share[year * donors + d], 1e-15)
            << plan.countries[k].code << " year " << year << " donor " << number;
      }
    }
  }
}

}  // namespace
}  // namespace minefree
