// Regimes, blocks and new mines are drawn with the probabilities and sizes of docs/model.md,
// section 4, steps 1 and 2. Each check is also shown a mistake, which it must reject.
#include "model_samples.hpp"

#include <array>
#include <cmath>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

#include <minefree/ensemble/plan.hpp>

namespace minefree::model {
namespace {

using testing::given;

constexpr std::array<double, 3> scale_years{9, 5, 6};
constexpr std::array<double, 3> shape{1.5, 2, 0.8};
constexpr std::array<std::array<double, 3>, 3> jumps{
    {{0, 0.7, 0.3}, {0.6, 0, 0.4}, {0.25, 0.75, 0}}};

SecurityPlan plan_of_regimes() {
  StateData state = testing::simple_state("XXA", {}, 1);
  state.programme.push_back(given(Parameter::regime_scale_years, {9, 5, 6}));
  state.programme.push_back(given(Parameter::regime_shape, {1.5, 2, 0.8}));
  state.programme.push_back(
      given(Parameter::regime_jumps, {0, 0.7, 0.3, 0.6, 0, 0.4, 0.25, 0.75, 0}));
  return plan_security(testing::scenario_of({state}), state, 0);
}

double end_probability(std::size_t regime, int year_of_it) {
  double const before = std::pow((year_of_it - 1) / scale_years[regime], shape[regime]);
  double const after = std::pow(year_of_it / scale_years[regime], shape[regime]);
  return 1 - std::exp(before - after);
}

/// The next regime of trajectories that are in the n-th year of one.
std::vector<double> next_regimes(SecurityPlan const& plan, int regime, int year_of_it) {
  return sample_of_year([&](YearDraws<R> const& draws) {
    Security<R> security = security_in(regime, year_of_it);
    update_regime(plan, -1, draws, security);
    return to_real<R>(security.regime);
  });
}

Estimate share_leaving(std::vector<double> const& next, int regime) {
  return share_of(next, [regime](double x) { return x != regime; });
}

TEST(RegimeDraws, end_with_the_weibull_hazard_of_their_age) {
  SecurityPlan const plan = plan_of_regimes();
  for (int regime = 0; regime < 3; ++regime) {
    for (int const age : {1, 2, 5, 12}) {
      auto const of = static_cast<std::size_t>(regime);
      EXPECT_TRUE(
          agrees(share_leaving(next_regimes(plan, regime, age), regime), end_probability(of, age)))
          << "regime " << regime << " in year " << age;
      // An age that is one year off; in old age the hazards of two years are too near to tell
      // apart.
      if (age > 5) continue;
      EXPECT_FALSE(agrees(share_leaving(next_regimes(plan, regime, age + 1), regime),
                          end_probability(of, age)))
          << "regime " << regime << " in year " << age;
    }
  }
}

TEST(RegimeDraws, lead_where_the_jump_matrix_says) {
  SecurityPlan const plan = plan_of_regimes();
  for (int from = 0; from < 3; ++from) {
    auto next = next_regimes(plan, from, 3);
    std::erase(next, from);
    for (int to = 0; to < 3; ++to) {
      if (to == from) continue;
      auto const share = share_of(next, [to](double x) { return x == to; });
      double const expected = jumps[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
      EXPECT_TRUE(agrees(share, expected)) << from << " to " << to;
      // The matrix read by columns, or the row of the next regime.
      EXPECT_FALSE(agrees(share, expected + 0.05)) << from << " to " << to;
    }
  }
  auto from_open = next_regimes(plan, 0, 3);
  std::erase(from_open, 0);
  auto const to_restricted = share_of(from_open, [](double x) { return x == 1; });
  EXPECT_FALSE(agrees(to_restricted, jumps[1][0])) << "the matrix transposed";
}

TEST(RegimeDraws, occupy_conflict_as_long_as_the_mean_dwells_say) {
  // Weibull dwells of mean 25.50333 years open (25, k 1) and 7.32657 in conflict (6, k 0.8),
  // alternating.
  auto const occupancy = [](double conflict_shape) {
    StateData state = testing::simple_state("XXA", {}, 1);
    state.programme.push_back(given(Parameter::regime_scale_years, {25, 1, 6}));
    state.programme.push_back(given(Parameter::regime_shape, {1, 1, conflict_shape}));
    state.programme.push_back(given(Parameter::regime_jumps, {0, 0, 1, 0, 0, 1, 1, 0, 0}));
    SecurityPlan const plan = plan_security(testing::scenario_of({state}), state, 0);
    std::vector<double> share_of_years;
    for (std::size_t first = 0; first < 4000; first += numeric::lanes_in<R>) {
      Security<R> security = security_in(0);
      R years_of_conflict = broadcast<R>(0);
      for (std::uint32_t year = 0; year < 320; ++year) {
        YearDraws<R> const draws(test_seed, trajectories_from<R>(first), 2025 + year, test_state);
        update_regime(plan, -1, draws, security);
        if (year < 120) continue;  // until the start is forgotten
        years_of_conflict =
            years_of_conflict + select(security.regime == 2, broadcast<R>(1), broadcast<R>(0));
      }
      append(years_of_conflict / broadcast<R>(200), share_of_years);
    }
    return testing::mean_of(share_of_years);
  };
  EXPECT_TRUE(agrees(occupancy(0.8), 0.22317));
  EXPECT_FALSE(agrees(occupancy(1.0), 0.22317)) << "a dwell without the long tail";
}

Estimate share_lifted(double rate, int regime) {
  auto const traits = traits_with({{Parameter::unblock_per_year, rate}});
  return share_of(sample_of_year([&](YearDraws<R> const& draws) {
                    Security<R> security = security_in(regime);
                    security.blocked = broadcast<R>(0) < broadcast<R>(1);
                    lift_block(traits, draws, security);
                    return select(security.blocked, broadcast<R>(0), broadcast<R>(1));
                  }),
                  [](double x) { return x == 1; });
}

TEST(BlockDraws, lift_at_their_rate_but_never_in_open_conflict) {
  double const expected = 1 - std::exp(-0.3);
  EXPECT_TRUE(agrees(share_lifted(0.3, 0), expected));
  EXPECT_TRUE(agrees(share_lifted(0.3, 1), expected));
  EXPECT_TRUE(agrees(share_lifted(0.3, 2), 0));
  EXPECT_FALSE(agrees(share_lifted(-std::log1p(-0.3), 0), expected))
      << "the rate taken for a probability";
}

/// Areas newly mined in a year, zero where there are none.
std::vector<double> new_mines(int regime, double rate_in_conflict, double cv) {
  StateData state = testing::simple_state("XXA", {}, 1);
  state.programme.push_back(given(Parameter::new_mines_per_year, {0, 0.05, rate_in_conflict}));
  SecurityPlan const plan = plan_security(testing::scenario_of({state}), state, 0);
  auto const traits = traits_with({{Parameter::new_mines_km2, 2}, {Parameter::new_mines_cv, cv}});
  return sample_of_year([&](YearDraws<R> const& draws) {
    Land<R> land{};
    Released<R> released{};
    lay_new_mines(plan, traits, draws, security_in(regime), land, released);
    return land.undiscovered_km2;
  });
}

TEST(NewMineDraws, come_with_the_probability_of_the_regime) {
  auto const laid = [](double x) { return x > 0; };
  EXPECT_TRUE(agrees(share_of(new_mines(0, 0.5, 1), laid), 0));
  EXPECT_TRUE(agrees(share_of(new_mines(1, 0.5, 1), laid), 1 - std::exp(-0.05)));
  auto const in_conflict = share_of(new_mines(2, 0.5, 1), laid);
  EXPECT_TRUE(agrees(in_conflict, 1 - std::exp(-0.5)));
  EXPECT_FALSE(agrees(in_conflict, 0.5)) << "the rate taken for a probability";
  EXPECT_FALSE(agrees(share_of(new_mines(2, 0.52, 1), laid), 1 - std::exp(-0.5)))
      << "4 % too often";
}

TEST(NewMineDraws, have_the_mean_and_the_coefficient_of_variation_that_are_given) {
  for (double const cv : {0.5, 1.5}) {
    double const variance = std::log1p(cv * cv);
    auto const areas = without_zeros(new_mines(2, 0.5, cv));
    EXPECT_TRUE(agrees(testing::mean_of(areas), 2)) << cv;
    EXPECT_TRUE(agrees(testing::variance_of(testing::logs_of(areas)), variance)) << cv;
    // A median of 2 instead of a mean; the coefficient of variation taken for the sd of the log.
    auto const too_large = each(areas, [&](double x) { return x * std::exp(variance / 2); });
    EXPECT_FALSE(agrees(testing::mean_of(too_large), 2)) << cv;
    EXPECT_FALSE(agrees(testing::variance_of(testing::logs_of(areas)), cv * cv)) << cv;
  }
}

}  // namespace
}  // namespace minefree::model
