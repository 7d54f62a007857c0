// A year's output: pauses, luck that stays, luck that passes, and the world's year (docs/model.md,
// section 4, steps 0 and 6). Each check is also shown a mistake, which it must reject.
#include "model_samples.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace minefree::model {
namespace {

constexpr double capacity = 10;
constexpr double output = 0.6;

struct Luck {
  double deviation_sd = 0.25;
  double autocorrelation = 0.7;
  double noise_sd = 0.35;
  double pause_probability = 0.2;
};

/// Effort and persistent deviation of the first, second and sixth year.
struct Years {
  std::vector<double> effort_1, effort_2, effort_6;
  std::vector<double> deviation_1, deviation_2, deviation_6;
};

Years years_of(Luck const& luck) {
  auto const traits = traits_with({{Parameter::log_deviation_sd, luck.deviation_sd},
                                   {Parameter::log_deviation_autocorrelation, luck.autocorrelation},
                                   {Parameter::output_noise_sd, luck.noise_sd},
                                   {Parameter::pause_probability, luck.pause_probability},
                                   {Parameter::capacity_km2_per_year, capacity}});
  CountryPlan plan;
  plan.capacity.estimated = false;
  World<R> world;
  world.productivity = broadcast<R>(1);
  Security<R> security = security_in(1);
  security.output = broadcast<R>(output);
  Land<R> const land{broadcast<R>(100), broadcast<R>(20), broadcast<R>(0)};

  Years years;
  for (std::size_t first = 0; first < usual_count; first += numeric::lanes_in<R>) {
    auto const trajectory = trajectories_from<R>(first);
    auto const draws_of = [&](std::uint32_t year) {
      return YearDraws<R>(test_seed, trajectory, year, test_state);
    };
    StateParameterDraws<R> const parameters(test_seed, trajectory, year_of_parameters, test_state);
    PeakWork<R> const peak{.work_km2 = broadcast<R>(0), .report_factor = broadcast<R>(1)};
    auto programme = begin_programme(plan, traits, peak, parameters, draws_of(2024));
    for (std::uint32_t year = 1; year <= 6; ++year) {
      auto const effort = effort_of_the_year(traits, world, draws_of(2024 + year), security,
                                             still_affected(), land, programme);
      if (year == 1) append(effort.available_km2, years.effort_1);
      if (year == 1) append(programme.log_deviation, years.deviation_1);
      if (year == 2) append(effort.available_km2, years.effort_2);
      if (year == 2) append(programme.log_deviation, years.deviation_2);
      if (year == 6) append(effort.available_km2, years.effort_6);
      if (year == 6) append(programme.log_deviation, years.deviation_6);
    }
  }
  return years;
}

Years const& usual_years() {
  static Years const years = years_of({});
  return years;
}

TEST(PauseDraws, come_with_their_probability) {
  EXPECT_TRUE(agrees(share_of(usual_years().effort_1, is_zero), 0.2));
  EXPECT_TRUE(agrees(share_of(usual_years().effort_6, is_zero), 0.2));
  EXPECT_FALSE(agrees(share_of(years_of({.pause_probability = 0.21}).effort_1, is_zero), 0.2));
}

TEST(OutputDraws, have_capacity_times_access_as_their_mean_pauses_included) {
  auto const& years = usual_years();
  EXPECT_TRUE(agrees(testing::mean_of(years.effort_1), output * capacity));
  EXPECT_TRUE(agrees(testing::mean_of(years.effort_6), output * capacity));
  auto const forgotten = each(years.effort_1, [](double x) { return x * (1 - 0.2); });
  EXPECT_FALSE(agrees(testing::mean_of(forgotten), output * capacity)) << "pauses not made up for";
  auto const median =
      each(years.effort_1, [](double x) { return x * std::exp(0.5 * (0.0625 + 0.1225)); });
  EXPECT_FALSE(agrees(testing::mean_of(median), output * capacity)) << "noise with a median of one";
  EXPECT_FALSE(agrees(testing::mean_of(without_zeros(years.effort_1)), output * capacity))
      << "pauses left out";
}

TEST(OutputDraws, vary_by_the_persistent_and_the_passing_luck) {
  auto const variance = [](Years const& years) {
    return testing::variance_of(testing::logs_of(without_zeros(years.effort_6)));
  };
  double const expected = 0.25 * 0.25 + 0.35 * 0.35;
  EXPECT_TRUE(agrees(variance(usual_years()), expected));
  EXPECT_FALSE(agrees(variance(years_of({.noise_sd = 0.36})), expected));
  EXPECT_FALSE(agrees(variance(years_of({.deviation_sd = 0.27})), expected));
}

TEST(PersistentDeviation, is_stationary_from_its_first_year) {
  auto const& years = usual_years();
  for (auto const* deviation : {&years.deviation_1, &years.deviation_2, &years.deviation_6}) {
    EXPECT_TRUE(agrees(testing::mean_of(*deviation), 0));
    EXPECT_TRUE(agrees(testing::variance_of(*deviation), 0.0625));
  }
  auto const wider = years_of({.deviation_sd = 0.26});
  EXPECT_FALSE(agrees(testing::variance_of(wider.deviation_6), 0.0625));
  EXPECT_FALSE(agrees(testing::variance_of(years.deviation_1), 0.0625 * (1 - 0.49)))
      << "started from zero";
}

TEST(PersistentDeviation, stays_from_year_to_year_by_its_autocorrelation) {
  auto const& years = usual_years();
  EXPECT_TRUE(agrees(testing::covariance_of(years.deviation_1, years.deviation_2), 0.7 * 0.0625));
  EXPECT_TRUE(agrees(testing::covariance_of(years.deviation_2, years.deviation_6),
                     std::pow(0.7, 4) * 0.0625));
  auto const stickier = years_of({.autocorrelation = 0.73});
  EXPECT_FALSE(
      agrees(testing::covariance_of(stickier.deviation_1, stickier.deviation_2), 0.7 * 0.0625));
}

TEST(OutputDraws, of_successive_years_share_the_persistent_luck_alone) {
  auto const lasting = years_of({.pause_probability = 0});
  auto const covariance = [](Years const& years) {
    return testing::covariance_of(testing::logs_of(years.effort_1),
                                  testing::logs_of(years.effort_2));
  };
  EXPECT_TRUE(agrees(covariance(lasting), 0.7 * 0.0625));
  EXPECT_FALSE(agrees(covariance(lasting), 0.7 * (0.0625 + 0.1225))) << "all luck persistent";
}

TEST(WorldProductivity, has_mean_one_and_its_spread) {
  auto const productivity = [](double sd) {
    WorldPlan const plan;
    World<R> world{.traits = traits_with({{Parameter::world_productivity_sd, sd}}),
                   .funding_deviation = {},
                   .donors = 0};
    std::vector<double> sample;
    for (std::size_t first = 0; first < usual_count; first += numeric::lanes_in<R>) {
      auto const trajectory = trajectories_from<R>(first);
      step_world(plan, WorldDraws<R>(test_seed, trajectory, 2025, world_code),
                 DonorDraws<R>(test_seed, trajectory, 2025, donors_code), world);
      append(world.productivity, sample);
    }
    return sample;
  };
  auto const sample = productivity(0.3);
  EXPECT_TRUE(agrees(testing::mean_of(sample), 1));
  EXPECT_TRUE(agrees(testing::variance_of(testing::logs_of(sample)), 0.09));
  auto const median_one = each(sample, [](double x) { return x * std::exp(0.045); });
  EXPECT_FALSE(agrees(testing::mean_of(median_one), 1));
  EXPECT_FALSE(agrees(testing::variance_of(testing::logs_of(productivity(0.31))), 0.09));
}

}  // namespace
}  // namespace minefree::model
