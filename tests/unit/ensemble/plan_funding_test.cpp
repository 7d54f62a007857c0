#include <algorithm>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

#include <minefree/ensemble/money_flows.hpp>
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

FundingLever const by_results{.shape = FundingShape::pay_by_results, .value = 2, .cap_musd = 16};

/// Price and cap of a country's one payment in the first year; zeros without one.
Payment payment_of(model::CountryPlan const& country) {
  if (country.funding.payments == 0) return {};
  EXPECT_EQ(country.funding.payments, 1);
  return {country.funding.paid_musd_per_km2[0], country.funding.paid_cap_musd[0]};
}

TEST(PlanFunding, pays_all_states_one_price_and_shares_out_the_cap) {
  Scenario scenario = two_recipients();
  scenario.funding.world = {by_results};
  Plan const plan = make_plan(scenario);
  // 6 and 2 million from abroad.
  EXPECT_NEAR(payment_of(plan.countries[0]).musd_per_km2, 2, 1e-15);
  EXPECT_NEAR(payment_of(plan.countries[0]).cap_musd, 12, 1e-14);
  EXPECT_NEAR(payment_of(plan.countries[1]).musd_per_km2, 2, 1e-15);
  EXPECT_NEAR(payment_of(plan.countries[1]).cap_musd, 4, 1e-14);
}

TEST(PlanFunding, pays_those_whom_a_donor_supports) {
  Scenario scenario = two_recipients();
  scenario.funding.donors["USA"] = {by_results};
  scenario.funding.donors["NOR"] = {by_results};
  Plan const plan = make_plan(scenario);
  auto const& large = plan.countries[0].funding;
  ASSERT_EQ(large.payments, 2) << "both donors support the first";
  // The United States give it 3 of their 4 million, Norway all of its one.
  EXPECT_NEAR(large.paid_cap_musd[0] + large.paid_cap_musd[1], 12 + 16, 1e-14);
  EXPECT_EQ(large.paid_musd_per_km2[0], 2);
  EXPECT_EQ(large.paid_musd_per_km2[1], 2);
  auto const& small = plan.countries[1].funding;
  double caps = 0;
  for (int k = 0; k < small.payments; ++k) caps += small.paid_cap_musd[static_cast<std::size_t>(k)];
  EXPECT_NEAR(caps, 4, 1e-14) << "Norway gives the second nothing";
}

TEST(PlanFunding, scales_a_payment_to_all_where_a_donor_leaves) {
  Scenario scenario = two_recipients();
  scenario.funding.world = {by_results};
  scenario.funding.donors["USA"] = {{.shape = FundingShape::change, .value = -1}};
  Plan const plan = make_plan(scenario);
  EXPECT_NEAR(payment_of(plan.countries[0]).musd_per_km2, 1, 1e-15) << "half of its money";
  EXPECT_NEAR(payment_of(plan.countries[0]).cap_musd, 6, 1e-14);
}

TEST(PlanFunding, takes_the_release_before_the_first_year_from_the_record) {
  Scenario scenario = two_recipients();
  auto const released_before = [&] {
    return make_plan(scenario).countries[0].funding.released_before_km2;
  };
  EXPECT_EQ(released_before(), 0) << "nothing is reported";
  auto& history = scenario.states[0].history;
  history = {{.year = 2018, .released_km2 = 100, .source = testing::published(2019)},
             {.year = 2021, .released_km2 = 2, .source = testing::published(2022)},
             {.year = 2022, .released_km2 = 4, .source = testing::published(2023)}};
  EXPECT_EQ(released_before(), 3) << "the mean of the last five years";
  history.push_back(
      {.year = 2024, .cleared_km2 = 5, .cancelled_km2 = 2, .source = testing::published(2025)});
  EXPECT_EQ(released_before(), 7) << "the origin's own";
  scenario.state_overrides["XXA"].starts = 2028;
  EXPECT_EQ(released_before(), 0) << "a programme that has yet to begin";
}

}  // namespace
}  // namespace minefree
