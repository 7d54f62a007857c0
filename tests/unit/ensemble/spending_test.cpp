#include <minefree/ensemble/spending.hpp>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

namespace minefree {
namespace {

TEST(Spending, ends_with_the_completion_of_a_certain_state) {
  auto state = testing::closed_form_state("XXA");
  state.funding = FundingData{.international_musd = 5, .national_musd = 1, .years = {}};
  auto const plan = make_plan(testing::certain_scenario_of({state}));
  auto const spending = spending_of(plan, 0, {.first = 0, .count = 2});
  EXPECT_EQ(spending.first_year, 2025);
  for (std::size_t n = 0; n < 2; ++n) {
    EXPECT_NEAR(spending.at(2025, n), 6, 1e-9);
    EXPECT_NEAR(spending.at(2037, n), 6, 1e-9);
    EXPECT_NEAR(spending.at(2038, n), 0.6, 1e-6);  // complete 13.1 years after the origin
    EXPECT_EQ(spending.at(2039, n), 0);
    EXPECT_EQ(spending.at(2060, n), 0);
  }
}

TEST(Spending, of_one_country_does_not_depend_on_the_others) {
  auto const scenario = testing::realistic_scenario();
  auto const plan = make_plan(scenario);
  auto alone = scenario;
  alone.states = {scenario.states[plan.state_index[1]]};
  Range const some{.first = 3, .count = 20};
  auto const among = spending_of(plan, 1, some);
  auto const by_itself = spending_of(make_plan(alone), 0, some);
  EXPECT_EQ(among.musd, by_itself.musd);
  for (double const musd : among.musd) EXPECT_GE(musd, 0);
}

}  // namespace
}  // namespace minefree
