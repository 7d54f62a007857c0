// Closed forms of docs/model.md, section 7, through the public path: scenario text in, summary out.
// Dates to 0.05 year, since months are counted.
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "run_text.hpp"

namespace minefree {
namespace {

using testing::run_text;

constexpr double date_digits = 0.05;

std::string certain_scenario(std::string const& state, std::string const& more = "") {
  return "format: 1\nname: closed form\norigin: 2024\nhorizon: 2060\ntrajectories: 40\nseed: 1\n"
         "certain: true\ntargets: [2030, 2038]\n" +
         more + "states:\n  - code: XXA\n    name: Example\n" + state;
}

std::string example_state(std::string const& programme = "") {
  return "    treaty: {party: true, deadline: 2029-12-31}\n"
         "    initial: {confirmed_km2: 20, suspected_km2: 100, undiscovered_km2: 0}\n"
         "    programme: {capacity_km2_per_year: 2.5, confirmed_share: 0.15, reduced_share: 0.4,"
         " survey_cost_ratio: 0.03, technical_survey_cost_ratio: 0.25, " +
         (programme.empty() ? std::string("maturity_penalty: 0") : programme) +
         "}\n"
         "    funding: {international_musd: 5, national_musd: 1}\n";
}

report::StateProjection projection_of(report::RunSummary const& summary) {
  if (summary.states.size() != 1 || !summary.states.front().projection) {
    ADD_FAILURE() << "the state was not estimated";
    return {};
  }
  return *summary.states.front().projection;
}

double median_date(report::StateProjection const& projection) {
  for (auto const& quantile : projection.completion.quantiles) {
    if (quantile.share == 0.5) return quantile.year.value_or(9999);
  }
  return 9999;
}

TEST(PublicPath, completion_follows_from_work_and_capacity_whatever_the_preference_for_survey) {
  for (double const preference : {0.2, 1.0, 5.0, 50.0}) {
    auto const summary = run_text(certain_scenario(
        example_state(fmt::format("maturity_penalty: 0, survey_preference: {}", preference))));
    EXPECT_NEAR(median_date(projection_of(summary)), 2025 + 13.1, date_digits) << preference;
  }
}

TEST(PublicPath, rising_cost_delays_completion_by_the_integral_of_the_cost) {
  for (auto const& [penalty, years] : std::array<std::pair<double, double>, 3>{
           {{0.3, 15.27717}, {0.5, 16.99650}, {1.0, 22.50949}}}) {
    auto const summary =
        run_text(certain_scenario(example_state(fmt::format("maturity_penalty: {}", penalty))));
    EXPECT_NEAR(median_date(projection_of(summary)), 2025 + years, date_digits) << penalty;
  }
}

TEST(PublicPath, recorded_land_falls_in_a_straight_line) {
  auto const summary =
      run_text(certain_scenario(example_state("maturity_penalty: 0, survey_preference: 1")));
  auto const remaining = projection_of(summary).remaining_km2.mean;
  ASSERT_GE(remaining.size(), 10U);
  EXPECT_NEAR(remaining[0], 110.840, 0.001);
  EXPECT_NEAR(remaining[4], 74.198, 0.001);
  EXPECT_NEAR(remaining[9], 28.397, 0.001);
}

TEST(PublicPath, undiscovered_land_that_trickles_decays_exponentially) {
  auto const summary = run_text(
      certain_scenario("    initial: {confirmed_km2: 50, suspected_km2: 0, undiscovered_km2: 100}\n"
                       "    programme: {capacity_km2_per_year: 0.1, discovery_per_year: 0.16}\n"));
  auto const discovered = projection_of(summary).released_km2.discovered;
  ASSERT_GE(discovered.size(), 10U);
  double left = 100;
  for (std::size_t year = 0; year < 10; ++year) {
    left -= discovered[year];
    EXPECT_NEAR(left, 100 * std::exp(-0.16 * static_cast<double>(year + 1)), 1e-4);
  }
}

TEST(PublicPath, deadlines_of_five_years_are_extended_twice_and_met_at_the_third) {
  auto const summary =
      run_text(certain_scenario(example_state("maturity_penalty: 0, extension_years: 5")));
  ASSERT_EQ(summary.states.size(), 1U);
  auto const& probability = summary.states.front().probability;
  EXPECT_EQ(probability.deadline, "2029-12-31");
  EXPECT_EQ(probability.deadline_met, 0.0);
  EXPECT_EQ(probability.expected_extensions, 2.0);
  EXPECT_EQ(probability.by.at(2030), 0.0);
  EXPECT_EQ(probability.by.at(2038), 1.0);
}

/// km2 processed a year by a programme that has only confirmed land: its capacity over the cost of
/// a km2.
std::vector<double> processed_after(double capacity, std::string const& change,
                                    std::string const& speeds) {
  auto const summary = run_text(certain_scenario(
      "    initial: {confirmed_km2: 500, suspected_km2: 0, undiscovered_km2: 0}\n" +
          fmt::format(
              "    programme: {{capacity_km2_per_year: {}, reduced_share: 0.25, "
              "technical_survey_cost_ratio: 0.25, maturity_penalty: 0, funding_elasticity: 1, {}}}\n",
              capacity, speeds) +
          "    funding: {international_musd: 5, national_musd: 5}\n",
      fmt::format(
          "funding:\n  recipients: {{XXA: [{{change: {0}}}]}}\n  national: {{XXA: [{{change: {0}}}]}}\n",
          change)));
  auto const released = projection_of(summary).released_km2;
  std::vector<double> processed;
  for (std::size_t year = 0; year < 3 && year < released.cleared.size(); ++year) {
    processed.push_back(released.reduced[year] + released.cleared[year]);
  }
  return processed;
}

TEST(PublicPath, capacity_follows_money_down_quickly_and_up_slowly) {
  auto const falling = processed_after(10, "-50%", "firing_speed: 0.8");
  ASSERT_EQ(falling.size(), 3U);
  EXPECT_NEAR(falling[0], 6, 1e-4);
  EXPECT_NEAR(falling[1], 5.2, 1e-4);
  EXPECT_NEAR(falling[2], 5.04, 1e-4);
  auto const growing = processed_after(5, "+100%", "hiring_speed: 0.4");
  ASSERT_EQ(growing.size(), 3U);
  EXPECT_NEAR(growing[0], 7, 1e-4);
  EXPECT_NEAR(growing[1], 8.2, 1e-4);
  EXPECT_NEAR(growing[2], 8.92, 1e-4);
}

}  // namespace
}  // namespace minefree
