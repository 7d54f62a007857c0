#include <minefree/hindcast/bootstrap.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace minefree::hindcast {
namespace {

/// So many states with one value each, `copies` times.
std::vector<ScoredPart> states(std::vector<double> const& values, int copies = 1) {
  std::vector<ScoredPart> parts;
  for (std::size_t k = 0; k < values.size(); ++k) {
    for (int copy = 0; copy < copies; ++copy) {
      parts.push_back({.state = "S" + std::to_string(k), .part = values[k]});
    }
  }
  return parts;
}

TEST(Bootstrap, ratio_of_a_mean_is_the_mean) {
  EXPECT_DOUBLE_EQ(ratio(states({1, 2, 3})), 2);
  EXPECT_DOUBLE_EQ(ratio(std::vector<ScoredPart>{{"A", 1, 2}, {"B", 3, 2}}), 1);
}

TEST(Bootstrap, has_the_width_of_the_standard_error) {
  std::vector<double> values;
  for (int k = 0; k < 40; ++k) values.push_back(k % 2 == 0 ? 0 : 1);
  auto const interval = cluster_bootstrap(states(values));
  ASSERT_TRUE(interval);
  double const half_width = 1.96 * 0.5 / std::sqrt(40.0);
  EXPECT_NEAR(interval->low, 0.5 - half_width, 0.04);
  EXPECT_NEAR(interval->high, 0.5 + half_width, 0.04);
}

TEST(Bootstrap, gains_nothing_from_cases_of_the_same_state) {
  std::vector<double> const values{0.1, 0.9, 0.4, 0.6, 0.2, 0.8};
  auto const once = cluster_bootstrap(states(values));
  auto const often = cluster_bootstrap(states(values, 10));
  ASSERT_TRUE(once && often);
  EXPECT_NEAR(once->low, often->low, 1e-9);
  EXPECT_NEAR(once->high, often->high, 1e-9);
}

TEST(Bootstrap, is_the_same_in_any_order_of_the_cases) {
  auto parts = states({0.1, 0.9, 0.4, 0.6});
  auto const one = cluster_bootstrap(parts);
  std::swap(parts.front(), parts.back());
  auto const other = cluster_bootstrap(parts);
  EXPECT_EQ(one->low, other->low);
  EXPECT_EQ(one->high, other->high);
}

TEST(Bootstrap, of_a_single_state_says_nothing) {
  EXPECT_FALSE(cluster_bootstrap(states({0.5}, 20)));
}

}  // namespace
}  // namespace minefree::hindcast
