// Pledges (docs/model.md, section 4, step 4): when they are broken, and whose are broken together.
// Each check is also shown a mistake, which it must reject.
#include "model_samples.hpp"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include <minefree/ensemble/plan_pledges.hpp>
#include <support/build_scenario.hpp>
#include <support/statistics.hpp>

namespace minefree::model {
namespace {

FundingLever pledge_of(int over, double default_risk, int from = 2025) {
  return {.shape = FundingShape::pledge,
          .value = 60,
          .from = from,
          .years = over,
          .default_risk = default_risk};
}

/// The year in which each pledge is broken, from 2025 on; 9999 for those that are kept.
/// [pledge][trajectory]
std::vector<std::vector<double>> broken_in(FundingLevers const& levers,
                                           std::size_t count = usual_count) {
  Scenario scenario = testing::scenario_of({});
  scenario.funding = levers;
  WorldPlan plan;
  for (Pledge const& pledge : pledges_of(scenario)) plan.pledges.push_back(pledge.plan);
  std::vector<R> luck(plan.pledges.size());
  std::vector<R> kept(plan.pledges.size());
  World<R> world;
  world.pledges = static_cast<int>(plan.pledges.size());
  world.pledge_luck = luck.data();
  world.pledge_kept = kept.data();

  std::vector<std::vector<double>> years(plan.pledges.size());
  for (std::size_t first = 0; first < count; first += numeric::lanes_in<R>) {
    draw_pledges(plan, test_seed, trajectories_from<R>(first), world);
    std::vector<R> broken(plan.pledges.size(), broadcast<R>(9999));
    for (int year = 11; year >= 0; --year) {
      keep_pledges(plan, year, world);
      for (std::size_t k = 0; k < broken.size(); ++k) {
        broken[k] = select(kept[k] > broadcast<R>(0), broken[k], broadcast<R>(2025 + year));
      }
    }
    for (std::size_t k = 0; k < broken.size(); ++k) append(broken[k], years[k]);
  }
  return years;
}

/// How often a pledge over six years is broken in each of them, and how often never.
std::vector<double> counts_by_year(std::vector<double> const& years) {
  std::vector<double> counts(7);
  for (double const year : years)
    counts[year == 9999 ? 6 : static_cast<std::size_t>(year - 2025)] += 1;
  return counts;
}

/// What is expected of that when the hazard is the same in each year.
std::vector<double> expected_counts(double hazard) {
  std::vector<double> expected;
  double left = usual_count;
  for (int year = 0; year < 6; ++year) {
    expected.push_back(left * hazard);
    left *= 1 - hazard;
  }
  expected.push_back(left);
  return expected;
}

TEST(PledgeDraws, break_with_an_equal_hazard_in_each_year) {
  for (double const risk : {0.3, 0.5, 0.8}) {
    SCOPED_TRACE(risk);
    auto const years = broken_in({.world = {pledge_of(6, risk)}}).at(0);
    auto const counts = counts_by_year(years);
    EXPECT_TRUE(testing::counts_agree(counts, expected_counts(1 - std::pow(1 - risk, 1.0 / 6))));
    EXPECT_TRUE(agrees(share_of(years, [](double year) { return year < 9999; }), risk));

    EXPECT_FALSE(testing::counts_agree(counts, expected_counts(risk / 6)))
        << "the risk divided by the years";
    EXPECT_FALSE(testing::counts_agree(counts, expected_counts(1 - std::pow(1 - risk, 1.0 / 5))))
        << "a year less";
    auto even = std::vector<double>(6, usual_count * risk / 6);
    even.push_back(usual_count * (1 - risk));
    EXPECT_FALSE(testing::counts_agree(counts, even)) << "as many in each year";
  }
}

TEST(PledgeDraws, break_within_the_years_of_the_pledge_alone) {
  auto const years = broken_in({.world = {pledge_of(3, 0.6, 2028)}}).at(0);
  auto const outside = [](double year) { return year < 2028 || (year > 2030 && year < 9999); };
  EXPECT_EQ(share_of(years, outside).value, 0);
  EXPECT_TRUE(agrees(share_of(years, [](double year) { return year < 9999; }), 0.6));
}

TEST(PledgeDraws, of_different_pledges_are_independent) {
  FundingLever const pledge = pledge_of(6, 0.5);
  FundingLevers levers{.world = {pledge, pledge}};
  levers.donors["USA"] = {pledge};
  levers.donors["NOR"] = {pledge};
  levers.recipients["XXA"] = {pledge};
  levers.recipients["XXB"] = {pledge};
  levers.national["XXA"] = {pledge};
  auto const years = broken_in(levers);
  std::vector<std::vector<double>> broken;
  for (auto const& of_pledge : years)
    broken.push_back(each(of_pledge, [](double year) { return year < 9999 ? 1.0 : 0.0; }));
  for (std::size_t one = 0; one < broken.size(); ++one) {
    for (std::size_t other = 0; other < one; ++other) {
      EXPECT_TRUE(testing::uncorrelated(broken[one], broken[other])) << one << " and " << other;
    }
  }
  EXPECT_FALSE(testing::uncorrelated(broken[0], broken[0])) << "one draw for both";
}

TEST(PledgeDraws, break_the_riskier_pledge_no_later) {
  auto const safe = broken_in({.world = {pledge_of(6, 0.2)}}).at(0);
  auto const risky = broken_in({.world = {pledge_of(6, 0.5)}}).at(0);
  std::size_t earlier = 0;
  for (std::size_t n = 0; n < safe.size(); ++n) {
    ASSERT_LE(risky[n], safe[n]);
    earlier += risky[n] < safe[n];
  }
  EXPECT_GT(earlier, usual_count / 4);
}

/// Money of two states, of which each gets 5 million USD a year by a pledge over four years.
std::array<std::vector<double>, 2> money_in_the_last_year(FundingLevers const& levers) {
  std::vector<StateData> states;
  for (char const* const code : {"XXA", "XXB"}) {
    StateData state = testing::closed_form_state(code);
    state.funding = FundingData{.international_musd = 10};
    state.donor_shares = {{.donor = "USA", .year = 2024, .musd = 4}};
    states.push_back(state);
  }
  Scenario scenario = testing::certain_scenario_of(states);
  scenario.funding = levers;
  Plan const plan = make_plan(scenario);
  struct Money {
    std::array<std::vector<double>, 2> musd;
    void started(std::size_t, CountryState<R> const&) {}
    void lived(std::size_t country, int year, CountryState<R> const& state, Released<R> const&) {
      if (year == 3) append(state.money.funding_musd, musd[country]);
    }
    void counted(std::size_t, int, OptionalParts<R> const&) {}
    void ended(Batch<R> const&) {}
  } money;
  Batch<R> batch(plan);
  for (std::size_t first = 0; first < 20'000; first += numeric::lanes_in<R>)
    simulate_batch(batch, first, money);
  return money.musd;
}

FundingLever pledge_to(int states) {
  return {.shape = FundingShape::pledge, .value = 20.0 * states, .years = 4, .default_risk = 0.4};
}

void expect_broken_together(FundingLevers const& levers) {
  auto const [one, other] = money_in_the_last_year(levers);
  EXPECT_EQ(one, other);
  EXPECT_TRUE(agrees(share_of(one, [](double musd) { return musd == 10; }), 0.4));
  EXPECT_TRUE(agrees(share_of(one, [](double musd) { return musd == 15; }), 0.6));
  EXPECT_FALSE(agrees(share_of(one, [](double musd) { return musd == 15; }), std::pow(0.6, 0.75)))
      << "the last year paid before the pledge may break in it";
}

TEST(PledgeDraws, break_a_pledge_to_all_or_of_a_donor_for_all_at_once) {
  expect_broken_together({.world = {pledge_to(2)}});
  expect_broken_together({.donors = {{"USA", {pledge_to(2)}}}});
}

TEST(PledgeDraws, break_pledges_to_single_states_apart) {
  FundingLevers levers;
  levers.recipients["XXA"] = {pledge_to(1)};
  levers.recipients["XXB"] = {pledge_to(1)};
  auto const [one, other] = money_in_the_last_year(levers);
  EXPECT_TRUE(testing::uncorrelated(one, other));
  EXPECT_TRUE(agrees(share_of(one, [](double musd) { return musd == 15; }), 0.6));
  EXPECT_TRUE(agrees(share_of(other, [](double musd) { return musd == 15; }), 0.6));
}

}  // namespace
}  // namespace minefree::model
