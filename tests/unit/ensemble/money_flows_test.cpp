#include <minefree/ensemble/money_flows.hpp>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

namespace minefree {
namespace {

/// Origin 2024, horizon 2034: ten simulated years.
Scenario ten_years(std::vector<FundingLever> levers) {
  Scenario scenario = testing::scenario_of({});
  scenario.horizon = 2034;
  scenario.funding.world = std::move(levers);
  return scenario;
}

/// A flow of two shares, 0.3 and 0.1 a year, after the levers for the world; half of an amount is
/// for it, and a quarter of a price.
Flows flows_of(Scenario const& scenario) {
  Flows flows(static_cast<std::size_t>(years_of_flows(scenario)), Flow{.shares = {0.3, 0.1}});
  apply(scenario.funding.world, money_levers_of(scenario), {.of_amounts = 0.5, .of_prices = 0.25},
        flows);
  return flows;
}

double sum_of_shares(Flows const& flows, std::size_t place) {
  double sum = 0;
  for (Flow const& flow : flows) sum += flow.shares[place];
  return sum;
}

FundingLever sooner(double share, int years, int from, int to) {
  return {
      .shape = FundingShape::front_load, .value = share, .from = from, .to = to, .years = years};
}

FundingLever pledge_of(double musd, int over, int from) {
  return {.shape = FundingShape::pledge,
          .value = musd,
          .from = from,
          .years = over,
          .default_risk = 0.4};
}

TEST(FrontLoad, brings_a_share_of_the_same_total_in_the_first_years) {
  auto const flows = flows_of(ten_years({sooner(0.6, 2, 2026, 2033)}));  // eight years
  ASSERT_EQ(flows.size(), 10U);
  for (std::size_t place : {0, 1}) {
    double const level = place == 0 ? 0.3 : 0.1;
    EXPECT_EQ(flows[0].shares[place], level) << "2025 is not moved";
    for (std::size_t year : {1, 2})
      EXPECT_NEAR(flows[year].shares[place], 8 * level * 0.6 / 2, 1e-15);
    for (std::size_t year = 3; year <= 8; ++year) {
      EXPECT_NEAR(flows[year].shares[place], 8 * level * 0.4 / 6, 1e-15) << year;
    }
    EXPECT_EQ(flows[9].shares[place], level) << "2034 is not moved";
    EXPECT_NEAR(sum_of_shares(flows, place), 10 * level, 1e-14);
  }
}

TEST(FrontLoad, keeps_the_total_of_what_entries_before_it_left) {
  std::vector<FundingLever> const before{
      {.shape = FundingShape::change, .value = -0.5, .from = 2030},
      {.shape = FundingShape::add_musd, .value = 12, .from = 2032},
  };
  auto const plain = flows_of(ten_years(before));
  auto levers = before;
  levers.push_back(sooner(0.7, 3, 2025, 2034));
  auto const flows = flows_of(ten_years(levers));
  double plain_musd = 0;
  double musd = 0;
  for (std::size_t year = 0; year < 10; ++year) {
    plain_musd += plain[year].added_musd;
    musd += flows[year].added_musd;
  }
  EXPECT_NEAR(plain_musd, 18, 1e-12);
  EXPECT_NEAR(musd, plain_musd, 1e-12);
  EXPECT_NEAR(flows[0].added_musd, 0.7 * 18 / 3, 1e-12);
  for (std::size_t place : {0, 1})
    EXPECT_NEAR(sum_of_shares(flows, place), sum_of_shares(plain, place), 1e-14);
}

TEST(FrontLoad, moves_money_from_beyond_the_horizon) {
  auto const flows = flows_of(ten_years({sooner(0.5, 2, 2033, 2042)}));
  ASSERT_EQ(flows.size(), 18U);
  EXPECT_NEAR(flows[8].shares[0], 10 * 0.3 * 0.5 / 2, 1e-15);
  EXPECT_NEAR(sum_of_shares(flows, 0), 18 * 0.3, 1e-14);
}

TEST(PledgedMoney, comes_evenly_over_its_years_and_no_other_money_moves) {
  auto const flows = flows_of(ten_years({pledge_of(24, 4, 2026)}));
  for (std::size_t year = 0; year < 10; ++year) {
    bool const paid = year >= 1 && year <= 4;
    EXPECT_EQ(flows[year].pledged_musd, paid ? std::vector<double>{3} : std::vector<double>{})
        << year;
    EXPECT_EQ(flows[year].added_musd, 0);
    EXPECT_EQ(flows[year].shares, (std::vector<double>{0.3, 0.1}));
  }
}

TEST(PledgedMoney, is_changed_and_replaced_by_later_entries_of_the_list_but_not_moved) {
  auto const flows = flows_of(ten_years({
      pledge_of(24, 4, 2026),
      sooner(0.6, 2, 2026, 2034),
      {.shape = FundingShape::change, .value = 1, .from = 2027, .to = 2027},
      {.shape = FundingShape::set_musd, .value = 7, .from = 2028, .to = 2028},
  }));
  EXPECT_EQ(flows[1].pledged_musd.at(0), 3);
  EXPECT_EQ(flows[2].pledged_musd.at(0), 6);
  EXPECT_EQ(flows[3].pledged_musd.at(0), 0);
  EXPECT_EQ(flows[3].added_musd, 3.5);
  EXPECT_EQ(flows[4].pledged_musd.at(0), 3);
}

TEST(PledgedMoney, of_years_before_the_simulation_has_come_already) {
  auto const flows = flows_of(ten_years({pledge_of(24, 4, 2022)}));
  EXPECT_EQ(flows[0].pledged_musd, std::vector<double>{3}) << "2025 is its fourth year";
  EXPECT_TRUE(flows[1].pledged_musd.empty());
}

FundingLever pay_by_results(double musd_per_km2, double cap_musd, int from) {
  return {.shape = FundingShape::pay_by_results,
          .value = musd_per_km2,
          .from = from,
          .cap_musd = cap_musd};
}

TEST(PayByResults, has_a_price_and_a_cap_from_its_first_year_on) {
  auto const flows = flows_of(ten_years({pay_by_results(2, 30, 2027)}));
  for (std::size_t year = 0; year < 10; ++year) {
    ASSERT_EQ(flows[year].payments.size(), year < 2 ? 0U : 1U) << year;
    if (year < 2) continue;
    EXPECT_EQ(flows[year].payments[0].musd_per_km2, 0.5) << year;
    EXPECT_EQ(flows[year].payments[0].cap_musd, 15) << year;
  }
}

TEST(PayByResults, is_scaled_or_replaced_by_what_comes_after_it_in_the_list) {
  auto const flows = flows_of(ten_years({
      pay_by_results(2, 30, 2025),
      {.shape = FundingShape::change, .value = 1, .from = 2026, .to = 2026},
      {.shape = FundingShape::set_musd, .value = 7, .from = 2027, .to = 2027},
      pay_by_results(4, 8, 2028),
      {.shape = FundingShape::front_load, .value = 0.6, .from = 2029, .to = 2032, .years = 2},
  }));
  EXPECT_EQ(flows[0].payments.at(0).musd_per_km2, 0.5);
  EXPECT_EQ(flows[1].payments.at(0).musd_per_km2, 1);
  EXPECT_EQ(flows[1].payments.at(0).cap_musd, 30);
  EXPECT_EQ(flows[2].payments.at(0).musd_per_km2, 0);
  EXPECT_EQ(flows[2].payments.at(0).cap_musd, 0);
  ASSERT_EQ(flows[3].payments.size(), 2U) << "two levers keep their own caps";
  EXPECT_EQ(flows[3].payments[1].cap_musd, 4);
  EXPECT_EQ(flows[4].payments[0].musd_per_km2, 0.5) << "moving money forward moves no results";
}

}  // namespace
}  // namespace minefree
