// Counts of finds and of casualties: mean and variance as the model states, each with a planted
// error.
#include <cmath>

#include <gtest/gtest.h>

#include <minefree/model/step_optional_parts.hpp>

#include "model_samples.hpp"

namespace minefree::model {
namespace {

using testing::mean_of;
using testing::variance_of;

/// Counts of a mean and a dispersion, from the draws of many trajectories.
std::vector<double> counts_of(double mean, double dispersion) {
  std::vector<double> sample;
  for (std::size_t first = 0; first < usual_count; first += numeric::lanes_in<R>) {
    OptionalDraws<R> const draws(test_seed, trajectories_from<R>(first), 2025, test_state);
    R const normal = draws.normal(OptionalPurpose::finds);
    R const uniform = draws.uniform(OptionalPurpose::finds_rounding);
    append(dispersed_count(broadcast<R>(mean), broadcast<R>(dispersion), normal, uniform), sample);
  }
  return sample;
}

TEST(DispersedCounts, have_their_mean) {
  for (double const mean : {0.5, 3.0, 60.0, 350.0}) {
    auto const sample = counts_of(mean, 0.45);
    EXPECT_TRUE(agrees(mean_of(sample), mean)) << mean;
    EXPECT_FALSE(agrees(mean_of(sample), mean * 1.05)) << mean;
  }
}

// Rounding by chance adds at most a quarter to the variance of the lognormal.
TEST(DispersedCounts, vary_as_pure_counts_and_the_dispersion_together) {
  for (double const mean : {20.0, 60.0, 350.0}) {
    auto const estimated = variance_of(counts_of(mean, 0.45)).value;
    double const expected = mean + 0.45 * 0.45 * mean * mean;
    EXPECT_NEAR(estimated / expected, 1, 0.05) << mean;
    double const without_dispersion = variance_of(counts_of(mean, 0)).value;
    EXPECT_LT(without_dispersion / expected, 0.5) << "planted: the dispersion is left out";
  }
}

TEST(DispersedCounts, are_whole_and_not_negative) {
  for (double const count : counts_of(0.7, 0.45)) {
    ASSERT_EQ(count, std::floor(count));
    ASSERT_GE(count, 0);
  }
}

TEST(DispersedCounts, of_a_mean_of_zero_are_zero) {
  for (double const count : counts_of(0, 0.45)) ASSERT_EQ(count, 0);
}

/// Ten years with so many teams, whether they kept up in each of them.
std::vector<double> keeps_up(int teams, double finds_per_year) {
  ResidualPlan const plan{.asked = true,
                          .teams = teams,
                          .tasks_per_team_year = 30,
                          .team_survival = 1,
                          .team_restart = 1,
                          .response_years = 14 / 365.25};
  OptionalPlan const optional{.residual = plan};
  CountryPlan country;
  country.optional = optional;
  country.declared_at = 0;
  std::vector<double> kept_up;
  for (std::size_t first = 0; first < 20'000; first += numeric::lanes_in<R>) {
    auto const trajectory = trajectories_from<R>(first);
    CountryState<R> state{};
    state.traits = traits_with({{Parameter::finds_per_year, finds_per_year},
                                {Parameter::finds_decay_per_year, 0.25},
                                {Parameter::finds_floor_per_year, 0.0},
                                {Parameter::finds_dispersion, 0.45}});
    state.completion = begin_completion<R>(TreatyPlan{}, 0.0);
    auto parts = begin_optional_parts(
        country, OptionalBeginDraws<R>(test_seed, trajectory, year_of_parameters, test_state),
        state);
    for (std::uint32_t year = 0; year < 10; ++year) {
      step_optional_parts(
          optional, OptionalDraws<R>(test_seed, trajectory, 2025 + year, test_state), state, parts);
    }
    append(select(parts.residual.keeps_up[teams - 1], broadcast<R>(1), broadcast<R>(0)), kept_up);
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      // With teams that are never lost, the scenario's number and the sized number are one and the
      // same.
      EXPECT_EQ(bool(numeric::lane(parts.residual.keeps_up[teams - 1], i)),
                bool(numeric::lane(parts.residual.always_adequate, i)));
    }
  }
  return kept_up;
}

TEST(ResidualTeams, keep_up_the_more_often_the_more_there_are) {
  double before = 0;
  for (int const teams : {2, 3, 4, 6}) {
    double const share = mean_of(keeps_up(teams, 60)).value;
    EXPECT_GT(share, before) << teams;
    before = share;
  }
  EXPECT_GT(before, 0.8);
}

}  // namespace
}  // namespace minefree::model
