#include <minefree/hindcast/world_money.hpp>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree::hindcast {
namespace {

TEST(WorldMoney, goes_around_the_mean_of_the_last_three_years) {
  Scenario scenario;
  scenario.origin = 2017;
  std::vector<WorldFundingYear> const rows{{2014, 400, 2015},
                                           {2015, 300, 2016},
                                           {2016, 500, 2017},
                                           {2017, 700, 2018},
                                           {2018, 650, 2019}};
  auto const cases = world_money_cases(scenario, rows);
  ASSERT_EQ(cases.size(), 1u) << "2020 and 2022 are not reported";
  EXPECT_EQ(cases[0].truth, 650);
  auto const& ours = cases[0].forecasts.find(our_model)->second;
  double mean = 0;
  for (double const musd : ours.values()) mean += musd / static_cast<double>(ours.values().size());
  EXPECT_NEAR(mean, 500, 1);
  EXPECT_EQ(cases[0].forecasts.find("persistence")->second.values().front(), 700);
  EXPECT_FALSE(cases[0].forecasts.contains("persistence_spread")) << "three errors are too few";
}

TEST(WorldMoney, is_in_prices_of_the_origin) {
  Scenario scenario;
  scenario.origin = 2017;
  scenario.price_index = {{2017, 100}, {2018, 125}};
  auto const cases = world_money_cases(scenario, {{2017, 700, 2018}, {2018, 650, 2019}});
  ASSERT_EQ(cases.size(), 1u);
  EXPECT_DOUBLE_EQ(cases[0].truth, 520);
}

}  // namespace
}  // namespace minefree::hindcast
