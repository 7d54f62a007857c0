#include <minefree/decision/value_of_survey.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>

namespace minefree {
namespace {

std::vector<CountrySamples> sampled(Plan const& plan, std::size_t trajectories) {
  auto samples = empty_samples(plan, trajectories);
  sample_into(plan, {.first = 0, .count = trajectories}, 0, samples);
  return samples;
}

/// The state of the closed forms, with 5 million USD a year: 2 million USD a km2 of clearance.
CountrySamples closed_form() {
  auto state = testing::closed_form_state("XXA");
  state.funding = FundingData{.international_musd = 4, .national_musd = 1, .years = {}};
  return sampled(make_plan(testing::certain_scenario_of({state})), 3).front();
}

TEST(SurveyPrices, follow_from_money_and_capacity) {
  auto const prices = survey_prices(closed_form());
  EXPECT_NEAR(prices.clearance_musd_per_km2, 2, 1e-9);
  EXPECT_NEAR(prices.survey_musd_per_km2, 0.06, 1e-9);
  EXPECT_NEAR(prices.all_suspected_musd, 6, 1e-9);
  // Effort goes into survey by the odds 1.35 times .03 times 100 to .85 times 35.
  EXPECT_NEAR(prices.usual_survey_musd_per_year, 5 * 4.05 / (4.05 + 29.75), 1e-9);
  EXPECT_EQ(prices.blocked_share, 0);
}

TEST(Campaigns, survey_what_the_money_pays_and_at_most_all) {
  SurveyPrices const prices{.clearance_musd_per_km2 = 2,
                            .survey_musd_per_km2 = 0.06,
                            .all_suspected_musd = 6,
                            .usual_survey_musd_per_year = 0.5,
                            .blocked_share = 0.25};
  EXPECT_DOUBLE_EQ(campaign_of(prices, 3).suspected_share, 0.375);
  EXPECT_DOUBLE_EQ(campaign_of(prices, 6).suspected_share, 0.75);
  EXPECT_DOUBLE_EQ(campaign_of(prices, 60).suspected_share, 0.75);
  EXPECT_DOUBLE_EQ(campaign_of(prices, 3).usual_years, 6);
  EXPECT_DOUBLE_EQ(survey_intensity(prices, 3), 7);
  EXPECT_DOUBLE_EQ(survey_intensity(prices, 1000), 100);
}

TEST(Signals, of_all_land_are_the_truth_and_of_none_there_is_none) {
  CountrySamples s;
  s.confirmed_share = {0.1, 0.2, 0.4};
  s.confirmed_share_noise = {0.6, 0.6, 0.6};
  auto const all = signal_of_confirmed_share(s, {.suspected_share = 1, .usual_years = 0}, 1);
  for (std::size_t n = 0; n < 3; ++n) {
    double const share = s.confirmed_share[n];
    EXPECT_NEAR(all[n], std::log(share / (1 - share)), 1e-12);
  }
  EXPECT_NE(signal_of_confirmed_share(s, {.suspected_share = 0.5, .usual_years = 0}, 1), all);
  EXPECT_TRUE(signal_of_confirmed_share(s, {}, 1).empty());
  EXPECT_TRUE(signal_of_hidden_land(s, {}, 1, 1).empty());
}

TEST(Signals, never_find_more_hidden_land_than_there_is) {
  constexpr std::size_t futures = 500;
  CountrySamples s;
  s.undiscovered_km2.assign(futures, 2);
  s.discovery_per_year.assign(futures, 0.2);
  s.discovery_noise.assign(futures, 0.6);
  s.undiscovered_area_km2.assign(futures, 0.06);
  auto const found = signal_of_hidden_land(s, {.suspected_share = 0, .usual_years = 2}, 0.6, 1);
  double mean = 0;
  for (double const km2 : found) {
    EXPECT_GE(km2, 0);
    EXPECT_LE(km2, 2);
    mean += km2 / futures;
  }
  EXPECT_NEAR(mean, 2 * (1 - std::exp(-0.2 * 2 * 0.6)), 0.06);
}

TEST(WithMoney, adds_it_from_the_first_year_after_the_origin) {
  auto const plan = make_plan(testing::realistic_scenario());
  auto const richer = with_money(plan, 3);
  auto const surveyed = with_survey(plan, std::vector<double>(plan.countries.size(), 4));
  for (std::size_t k = 0; k < plan.countries.size(); ++k) {
    auto const& before = plan.countries[k];
    for (std::size_t t = 0; t < before.years.size(); ++t) {
      bool const acts = before.first_year + static_cast<int>(t) >= 0;
      EXPECT_EQ(richer.countries[k].years[t].added_musd,
                before.years[t].added_musd + (acts ? 3 : 0));
      EXPECT_EQ(surveyed.countries[k].years[t].survey_intensity,
                before.years[t].survey_intensity * (acts ? 4 : 1));
    }
  }
}

class ValueOfSurvey : public ::testing::Test {
 protected:
  static std::optional<std::vector<StateSurveyValue>> values_of(Scenario const& scenario,
                                                                std::vector<double> const& musd) {
    auto longer = scenario;
    longer.horizon += 18;
    auto const plan = make_plan(scenario);
    return value_of_survey({plan, make_plan(longer)}, musd,
                           [](Plan const& some) { return sampled(some, 2000); });
  }
};

TEST_F(ValueOfSurvey, is_nothing_where_everything_is_certain) {
  auto state = testing::closed_form_state("XXA");
  state.funding = FundingData{.international_musd = 4, .national_musd = 1, .years = {}};
  auto const values = *values_of(testing::certain_scenario_of({state}), {5});
  ASSERT_EQ(values.size(), 1U);
  auto const& value = values.front();
  EXPECT_EQ(value.width.value, 0);
  EXPECT_EQ(value.completed_share, 1);
  for (std::size_t u = 0; u < all_unknowns.size(); ++u) {
    EXPECT_EQ(value.at[0].evppi_years[u].value, 0);
    EXPECT_EQ(value.at[0].narrowing[u].years.value, 0);
    EXPECT_EQ(value.explained[u].value, 0);
    EXPECT_EQ(value.explained[u].standard_error, 0);
  }
  EXPECT_GT(value.at[0].years_gained[1].value, 1);
  EXPECT_EQ(value.at[0].years_gained[0].value, 0);
}

TEST_F(ValueOfSurvey, more_money_for_clearance_never_gains_less) {
  auto const values = *values_of(testing::realistic_scenario(), {2, 10});
  for (auto const& value : values) {
    EXPECT_GE(value.at[0].years_gained[1].value, 0);
    EXPECT_GE(value.at[1].years_gained[1].value + 0.1, value.at[0].years_gained[1].value);
    EXPECT_GE(value.at[1].campaign.suspected_share, value.at[0].campaign.suspected_share);
  }
}

TEST_F(ValueOfSurvey, is_not_given_when_the_sampler_was_stopped) {
  auto const plan = make_plan(testing::realistic_scenario());
  EXPECT_FALSE(value_of_survey({plan, plan}, {5},
                               [](Plan const&) { return std::vector<CountrySamples>{}; }));
}

}  // namespace
}  // namespace minefree
