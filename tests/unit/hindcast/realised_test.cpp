#include <minefree/hindcast/realised.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree::hindcast {
namespace {

using testing::published;

/// Seen from the end of 2017: money of 2017 was known, that of 2018 and 2019 came later.
Scenario with_money_after_the_origin() {
  auto state = testing::closed_form_state("AGO");
  state.funding = FundingData{};
  state.funding->years = {{2017, 10, 2, published(2018)},
                          {2018, 20, std::nullopt, published(2019)},
                          {2019, std::nullopt, 5, published(2020)}};
  state.security = {{2010, 2018, Regime::open, published(2020)},
                    {2019, 2040, Regime::conflict, published(2025)}};
  auto scenario = testing::scenario_of({state});
  scenario.origin = 2017;
  scenario.horizon = 2030;
  scenario.targets = {2025};
  scenario.funding.price_year = 2017;
  scenario.price_index = {{2017, 100}, {2018, 125}, {2019, 100}};
  return scenario;
}

TEST(Realised, money_and_security_are_told_where_they_are_known) {
  auto scenario = with_money_after_the_origin();
  auto const count = tell_what_happened(scenario);
  EXPECT_EQ(count.funding_state_years, 2);
  EXPECT_EQ(count.security_state_years, 8) << "2018 to 2025, and no further";
  auto const& international = scenario.funding.recipients.at("AGO");
  ASSERT_EQ(international.size(), 1u);
  EXPECT_EQ(international[0].shape, FundingShape::set_musd);
  EXPECT_DOUBLE_EQ(international[0].value, 16) << "20 in prices of 2017";
  EXPECT_EQ(international[0].from, 2018);
  EXPECT_EQ(international[0].to, 2018);
  EXPECT_DOUBLE_EQ(scenario.funding.national.at("AGO")[0].value, 5);
  auto const& regimes = scenario.security.at("AGO");
  ASSERT_EQ(regimes.size(), 2u);
  EXPECT_EQ(regimes[1].regime, Regime::conflict);
  EXPECT_EQ(regimes[1].to, 2025);
}

TEST(Realised, money_has_no_scale_where_none_was_known_at_the_origin) {
  auto scenario = with_money_after_the_origin();
  std::erase_if(scenario.states[0].funding->years,
                [](FundingYear const& row) { return row.year == 2017; });
  EXPECT_EQ(tell_what_happened(scenario).funding_state_years, 0);
  EXPECT_TRUE(scenario.funding.recipients.empty());
}

}  // namespace
}  // namespace minefree::hindcast
