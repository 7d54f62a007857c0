// The lag of a declaration, and what is found after it (docs/model.md, section 4, steps 8 and 10).
// Each check is also shown a mistake, which it must reject.
#include "model_samples.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace minefree::model {
namespace {

std::vector<double> lags(double mean_years) {
  auto const traits = traits_with({{Parameter::declaration_lag_years, mean_years}});
  Effort<R> const effort{broadcast<R>(2), broadcast<R>(2), broadcast<R>(0)};
  return sample_of_year([&](YearDraws<R> const& draws) {
    auto completion = still_affected();
    Land<R> const nothing_left{};
    record_completion(0, traits, draws, security_in(0), nothing_left, effort, broadcast<R>(0),
                      completion);
    EXPECT_TRUE(all(completion.finished));
    return completion.declared_at - completion.completed_at;
  });
}

TEST(DeclarationLag, has_its_mean_and_a_coefficient_of_variation_of_seven_tenths) {
  auto const sample = lags(0.5);
  double const variance = std::log1p(0.49);
  EXPECT_TRUE(agrees(testing::mean_of(sample), 0.5));
  EXPECT_TRUE(agrees(testing::variance_of(sample), 0.35 * 0.35));
  EXPECT_TRUE(agrees(testing::variance_of(testing::logs_of(sample)), variance));
  EXPECT_FALSE(agrees(testing::mean_of(lags(0.51)), 0.5)) << "2 % too long";
  auto const median = each(sample, [&](double x) { return x * std::exp(variance / 2); });
  EXPECT_FALSE(agrees(testing::mean_of(median), 0.5)) << "a median of half a year";
  EXPECT_FALSE(agrees(testing::variance_of(testing::logs_of(sample)), 0.49))
      << "cv taken for the sd of the log";
}

TEST(DeclarationLag, is_zero_where_there_is_none) {
  for (double const lag : lags(0)) ASSERT_EQ(lag, 0);
}

constexpr Spread usual_area{0.05, 0.3, 2};

/// Areas that turn up after a declaration in a year, zero where there are none; and which made a
/// relapse.
struct Finds {
  std::vector<double> areas, relapsed;
};
Finds finds(double per_year, Spread const& area, double undiscovered_km2 = 1e6) {
  auto const traits = traits_with({{Parameter::relapse_per_year, per_year},
                                   {Parameter::relapse_km2, 0.1},
                                   {Parameter::min_capacity_km2_per_year, 0.05}});
  auto const size = numeric::two_piece(area, numeric::SpreadShape::positive);
  Finds found;
  found.areas = sample_of_year([&](YearDraws<R> const& draws) {
    auto completion = still_affected();
    completion.finished = completion.declared = completion.ever_declared =
        broadcast<R>(0) < broadcast<R>(1);
    Land<R> land{broadcast<R>(0), broadcast<R>(0), broadcast<R>(undiscovered_km2)};
    Released<R> released{};
    Programme<R> programme{};
    reopen_completed_state(3, traits, draws, size, land, released, programme, completion);
    append(select(completion.declared, broadcast<R>(0), broadcast<R>(1)), found.relapsed);
    return released.discovered_km2;
  });
  return found;
}

TEST(ResidualFinds, come_with_their_probability) {
  auto const share = [](double rate) {
    return share_of(finds(rate, usual_area).areas, [](double x) { return x > 0; });
  };
  double const probability = 1 - std::exp(-0.4);
  EXPECT_TRUE(agrees(share(0.4), probability));
  EXPECT_FALSE(agrees(share(0.42), probability)) << "5 % too often";
  EXPECT_FALSE(agrees(share(-std::log1p(-0.4)), probability)) << "the rate taken for a probability";
}

TEST(ResidualFinds, have_the_percentiles_of_their_area) {
  auto const below = [](std::vector<double> const& areas, double limit) {
    return share_of(areas, [limit](double x) { return x < limit; });
  };
  auto const areas = without_zeros(finds(2, usual_area).areas);
  EXPECT_TRUE(agrees(below(areas, 0.05), 0.05));
  EXPECT_TRUE(agrees(below(areas, 0.3), 0.5));
  EXPECT_TRUE(agrees(below(areas, 2), 0.95));
  auto const wider = without_zeros(finds(2, {0.045, 0.3, 2.3}).areas);
  EXPECT_FALSE(agrees(below(wider, 0.05), 0.05));
  EXPECT_FALSE(agrees(below(wider, 2), 0.95));
}

TEST(ResidualFinds, make_a_state_affected_again_when_they_are_more_than_a_task) {
  auto const sample = finds(2, usual_area);
  for (std::size_t n = 0; n < sample.areas.size(); ++n) {
    ASSERT_EQ(sample.relapsed[n] == 1, sample.areas[n] > 0.1F) << sample.areas[n] << " km2";
  }
}

TEST(ResidualFinds, are_never_more_than_is_left_to_find) {
  for (double const area : finds(2, usual_area, 0.2).areas) ASSERT_LE(area, 0.2F);
}

}  // namespace
}  // namespace minefree::model
