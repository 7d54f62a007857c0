// Money that comes sooner, pledges, and payments by results: what follows from their definition
// without any chance.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>
#include <support/compare_ensembles.hpp>
#include <support/simulate.hpp>

namespace minefree {
namespace {

using testing::given;

/// Two states, certain in everything, with money from two donors and their own; effort follows
/// money at once and in proportion.
Scenario two_states() {
  StateData large = testing::closed_form_state("XXA");
  large.funding = FundingData{.international_musd = 6, .national_musd = 2};
  large.donor_shares = {{.donor = "USA", .year = 2024, .musd = 3},
                        {.donor = "NOR", .year = 2024, .musd = 1}};
  StateData small = testing::closed_form_state("XXB");
  small.funding = FundingData{.international_musd = 2};
  small.donor_shares = {{.donor = "USA", .year = 2024, .musd = 1}};
  for (StateData* state : {&large, &small}) {
    for (Parameter const one :
         {Parameter::funding_elasticity, Parameter::hiring_speed, Parameter::firing_speed}) {
      state->programme.push_back(given(one, 1.0));
    }
    state->programme.push_back(given(Parameter::max_growth, 10.0));
  }
  return testing::certain_scenario_of({large, small});
}

struct Money : testing::Onlooker<double> {
  explicit Money(Plan const& plan) : musd(plan.countries.size()) {}
  void lived(std::size_t country, int, model::CountryState<double> const& state,
             model::Released<double> const&) {
    musd[country].push_back(state.money.funding_musd);
  }
  std::vector<std::vector<double>> musd;  // [country][year]
};

std::vector<std::vector<double>> money_of(Scenario const& scenario) {
  Plan const plan = make_plan(scenario);
  Money money(plan);
  testing::simulate<double>(plan, {.first = 0, .count = 1}, money);
  return money.musd;
}

double sum_from(std::vector<double> const& musd, int first_year, int last_year) {
  double sum = 0;
  for (int year = first_year; year <= last_year; ++year)
    sum += musd.at(static_cast<std::size_t>(year - 2025));
  return sum;
}

FundingLever const sooner{
    .shape = FundingShape::front_load, .value = 0.5, .from = 2026, .to = 2035, .years = 4};

Scenario with_all_money_sooner() {
  Scenario scenario = two_states();
  scenario.funding.world = {sooner};
  scenario.funding.national["XXA"] = {sooner};
  return scenario;
}

TEST(FrontLoad, keeps_the_total_and_brings_half_of_it_in_four_of_ten_years) {
  auto const plain = money_of(two_states());
  auto const moved = money_of(with_all_money_sooner());
  for (std::size_t k : {0, 1}) {
    double const level = k == 0 ? 8 : 2;
    EXPECT_NEAR(plain[k].front(), level, 1e-12);
    EXPECT_NEAR(sum_from(moved[k], 2026, 2035), 10 * level, 1e-11);
    EXPECT_NEAR(sum_from(moved[k], 2026, 2029), 5 * level, 1e-11);
    for (int const year : {2026, 2029})
      EXPECT_NEAR(sum_from(moved[k], year, year), 1.25 * level, 1e-12);
    for (int const year : {2030, 2035})
      EXPECT_NEAR(sum_from(moved[k], year, year), level * 5 / 6, 1e-12);
    EXPECT_EQ(sum_from(moved[k], 2025, 2025), sum_from(plain[k], 2025, 2025));
    EXPECT_EQ(sum_from(moved[k], 2036, 2060), sum_from(plain[k], 2036, 2060));
  }
}

TEST(FrontLoad, of_the_world_leaves_national_money_alone) {
  Scenario scenario = two_states();
  scenario.funding.world = {sooner};
  auto const moved = money_of(scenario);
  EXPECT_NEAR(sum_from(moved[0], 2026, 2026), 2 + 1.25 * 6, 1e-12);
  EXPECT_NEAR(sum_from(moved[0], 2026, 2035), 80, 1e-11);
}

TEST(FrontLoad, does_the_same_work_by_the_end_when_effort_follows_money_in_proportion) {
  // 13.1 years of work remain in 2024: more than ends in 2035, so the date stays, though more is
  // done before.
  for (Scenario const& scenario : {two_states(), with_all_money_sooner()}) {
    Plan const plan = make_plan(scenario);
    testing::CompletionDates<double> dates(plan);
    testing::simulate<double>(plan, {.first = 0, .count = 1}, dates);
    for (auto const& of_state : dates.of_country) EXPECT_NEAR(of_state.at(0), 13.1, 1e-6);
  }
}

Ensemble counts_of(Scenario const& scenario) {
  return run(make_plan(scenario), {.first = 0, .count = 64});
}

/// Puts a lever in each of the four places in turn.
template <class Check>
void in_every_place(Check check) {
  auto const at = [](std::vector<FundingLever> FundingLevers::* list) {
    return [list](FundingLevers& levers) -> std::vector<FundingLever>& { return levers.*list; };
  };
  check("world", at(&FundingLevers::world));
  check("donor",
        [](FundingLevers& levers) -> std::vector<FundingLever>& { return levers.donors["USA"]; });
  check("recipient", [](FundingLevers& levers) -> std::vector<FundingLever>& {
    return levers.recipients["XXB"];
  });
  check("national",
        [](FundingLevers& levers) -> std::vector<FundingLever>& { return levers.national["XXA"]; });
}

FundingLever pledge_at(double default_risk) {
  return {.shape = FundingShape::pledge,
          .value = 25,
          .from = 2027,
          .years = 7,
          .default_risk = default_risk};
}

TEST(Pledge, without_risk_is_an_added_amount_bit_for_bit) {
  in_every_place([](char const* place, auto list) {
    Scenario pledged = two_states();
    list(pledged.funding) = {pledge_at(0)};
    Scenario added = two_states();
    list(added.funding) = {
        {.shape = FundingShape::add_musd, .value = 25.0 / 7, .from = 2027, .to = 2033}};
    EXPECT_EQ(money_of(pledged), money_of(added)) << place;
    EXPECT_TRUE(testing::same_counts(counts_of(pledged), counts_of(added))) << place;
    EXPECT_FALSE(testing::same_counts(counts_of(pledged), counts_of(two_states()))) << place;
  });
}

TEST(Pledge, that_is_certain_to_be_broken_brings_nothing_bit_for_bit) {
  in_every_place([](char const* place, auto list) {
    Scenario pledged = two_states();
    list(pledged.funding) = {pledge_at(1)};
    EXPECT_EQ(money_of(pledged), money_of(two_states())) << place;
    EXPECT_TRUE(testing::same_counts(counts_of(pledged), counts_of(two_states()))) << place;
  });
}

TEST(Pledge, keeps_its_risk_in_a_scenario_that_is_certain_otherwise) {
  Scenario scenario = two_states();
  scenario.funding.recipients["XXA"] = {pledge_at(0.5)};
  auto const dates = [&] {
    Plan const plan = make_plan(scenario);
    testing::CompletionDates<double> all(plan);
    testing::simulate<double>(plan, {.first = 0, .count = 200}, all);
    return all.of_country;
  }();
  std::vector<double> different = dates[0];
  std::ranges::sort(different);
  different.erase(std::ranges::unique(different).begin(), different.end());
  // Kept, or broken in one of seven years: eight futures at most, and one alone for the state
  // without a pledge.
  EXPECT_GT(different.size(), 4U);
  EXPECT_LE(different.size(), 8U);
  EXPECT_EQ(std::ranges::count(dates[1], dates[1][0]), 200);
}

// Confirmed land alone: a capacity of 1.7 is 2 km2 a year, since technical survey costs a quarter
// of clearance and spares 0.4 of it.
constexpr double released_km2_per_year = 2;

/// Money moves capacity by `elasticity`, at once.
Scenario straight_line(double confirmed_km2, double elasticity, FundingLever const& payment) {
  StateData state = testing::simple_state("XXA", {.confirmed_km2 = confirmed_km2}, 1.7);
  state.funding = FundingData{.international_musd = 6, .national_musd = {}};
  state.programme.push_back(given(Parameter::reduced_share, 0.4));
  state.programme.push_back(given(Parameter::technical_survey_cost_ratio, 0.25));
  state.programme.push_back(given(Parameter::maturity_penalty, 0.0));
  state.programme.push_back(given(Parameter::funding_elasticity, elasticity));
  for (Parameter const one : {Parameter::hiring_speed, Parameter::firing_speed})
    state.programme.push_back(given(one, 1.0));
  state.programme.push_back(given(Parameter::max_growth, 10.0));
  auto scenario = testing::certain_scenario_of({state});
  scenario.funding.recipients["XXA"] = {payment};
  return scenario;
}

FundingLever payment_of(double musd_per_km2, double cap_musd) {
  return {.shape = FundingShape::pay_by_results, .value = musd_per_km2, .cap_musd = cap_musd};
}

TEST(PayByResults, follows_a_straight_line_a_year_behind) {
  auto const musd = money_of(straight_line(21, 0, payment_of(1.5, 20))).at(0);
  EXPECT_NEAR(musd[0], 6, 1e-12) << "nothing is reported before";
  for (std::size_t year = 1; year <= 10; ++year)
    EXPECT_NEAR(musd[year], 6 + 1.5 * released_km2_per_year, 1e-9) << year;
  EXPECT_NEAR(musd[11], 6 + 1.5, 1e-9) << "the last km2";
  EXPECT_NEAR(musd[12], 6, 1e-9);
  EXPECT_NEAR(sum_from(musd, 2025, 2060), 36 * 6 + 1.5 * 21, 1e-8) << "every km2 is paid for once";
}

TEST(PayByResults, stops_at_the_cap) {
  auto const musd = money_of(straight_line(21, 0, payment_of(1.5, 1.25))).at(0);
  for (std::size_t year = 1; year <= 11; ++year) EXPECT_NEAR(musd[year], 7.25, 1e-9) << year;
}

TEST(PayByResults, pays_for_the_year_before_the_first_as_reported) {
  auto scenario = straight_line(21, 0, payment_of(1.5, 20));
  scenario.states[0].history = {
      {.year = 2024, .released_km2 = 4, .source = testing::published(2025)}};
  EXPECT_NEAR(money_of(scenario).at(0)[0], 6 + 1.5 * 4, 1e-12);
}

// Money m + p r makes r' = r0 (1 + p r / m): from 2 km2, 2 (1 + 2 r / 6), and so on up to the cap.
TEST(PayByResults, pays_for_more_work_where_work_follows_money) {
  auto const musd = money_of(straight_line(1000, 1, payment_of(2, 5))).at(0);
  double released = 2;
  for (std::size_t year = 1; year <= 10; ++year) {
    double const paid = std::min(2 * released, 5.0);
    EXPECT_NEAR(musd[year], 6 + paid, 1e-9) << year;
    released = 2 * (1 + paid / 6);
  }
}

TEST(PayByResults, at_a_price_of_nothing_changes_nothing_bit_for_bit) {
  in_every_place([](char const* place, auto list) {
    Scenario paid = two_states();
    list(paid.funding) = {payment_of(0, 20)};
    EXPECT_TRUE(testing::same_counts(counts_of(paid), counts_of(two_states()))) << place;
    list(paid.funding) = {payment_of(1.5, 20)};
    EXPECT_FALSE(testing::same_counts(counts_of(paid), counts_of(two_states()))) << place;
  });
}

}  // namespace
}  // namespace minefree
