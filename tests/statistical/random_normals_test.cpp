// Normal draws of the lanes engine against the normal distribution of Boost.Math, and beside those
// of Boost.Random. Each test is also shown a mistake, which it must reject.
#include "random_samples.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <boost/math/distributions/normal.hpp>
#include <boost/random/normal_distribution.hpp>
#include <support/estimates.hpp>
#include <support/statistics.hpp>

#include <minefree/random/boost_engine.hpp>

namespace minefree::random {
namespace {

using testing::agrees;
using testing::chance_beyond;
using testing::counts_agree;
using testing::each;
using testing::follows;
using testing::mean_of;
using testing::share_of;

std::vector<double> const& normals() {
  static std::vector<double> const sample = normals_of_lanes(512);  // 409,600
  return sample;
}

double normal_distribution(double z) { return cdf(boost::math::normal_distribution<double>(), z); }

TEST(Normals, have_the_moments_of_a_standard_normal) {
  double const expected[] = {0, 1, 0, 3, 0, 15};  // mean, variance, skewness, kurtosis, ...
  for (int power = 1; power <= 6; ++power) {
    auto const moment = [power](std::vector<double> const& sample) {
      return mean_of(each(sample, [power](double z) { return std::pow(z, power); }));
    };
    EXPECT_TRUE(agrees(moment(normals()), expected[power - 1])) << "power " << power;
    // One in a hundred wider by half, and the others shifted.
    int k = 0;
    auto const crooked =
        each(normals(), [&k](double z) { return ++k % 100 == 0 ? 1.5 * z : z + 0.03; });
    EXPECT_FALSE(agrees(moment(crooked), expected[power - 1])) << "power " << power;
  }
}

TEST(Normals, follow_the_normal_distribution) {
  EXPECT_TRUE(follows(normals(), normal_distribution));
  auto const logistic_like = each(normals(), [](double z) { return z * (1 + 0.01 * (z * z - 3)); });
  EXPECT_FALSE(follows(logistic_like, normal_distribution));
}

TEST(Normals, lie_in_equally_likely_parts_equally_often) {
  auto const counted = [](std::vector<double> const& sample) {
    std::vector<double> counts(100);
    for (double const z : sample) ++counts[static_cast<unsigned>(normal_distribution(z) * 100)];
    return counts;
  };
  EXPECT_TRUE(testing::counts_are_even(counted(normals())));
  EXPECT_FALSE(
      testing::counts_are_even(counted(each(normals(), [](double z) { return z * 1.02; }))));
}

TEST(Normals, reach_as_far_out_as_they_should) {
  std::vector<double> const edges = {2, 2.5, 3, 3.5, 4};
  auto const beyond = [&edges](std::vector<double> const& sample) {
    std::vector<double> counts(edges.size() + 1);
    for (double const z : sample) {
      auto const above = std::ranges::upper_bound(edges, std::abs(z)) - edges.begin();
      ++counts[static_cast<unsigned>(above)];
    }
    return counts;
  };
  std::vector<double> expected(edges.size() + 1);
  auto const n = static_cast<double>(normals().size());
  expected.front() = n * (1 - 2 * chance_beyond(edges.front()));
  for (std::size_t k = 0; k + 1 < edges.size(); ++k) {
    expected[k + 1] = n * 2 * (chance_beyond(edges[k]) - chance_beyond(edges[k + 1]));
  }
  expected.back() = n * 2 * chance_beyond(edges.back());
  EXPECT_TRUE(counts_agree(beyond(normals()), expected));
  auto const crooked = each(normals(), [](double z) {
    return std::abs(z) < 3 ? z : std::copysign(1.5 + std::abs(z) / 2, z);
  });
  EXPECT_FALSE(counts_agree(beyond(crooked), expected));
}

TEST(Normals, agree_with_those_of_boost) {
  AddressEngine engine(Key(2025), 0, 0, 0);
  boost::random::normal_distribution<double> distribution;
  std::vector<double> boosts(normals().size());
  for (double& z : boosts) z = distribution(engine);
  EXPECT_TRUE(follows(boosts, normal_distribution));
  for (double const edge : {-3.0, -1.0, 0.5, 2.0}) {
    auto const below = [edge](double z) { return z < edge; };
    auto const ours = share_of(normals(), below);
    auto const theirs = share_of(boosts, below);
    auto const crooked = share_of(each(normals(), [](double z) { return 0.9 * z - 0.05; }), below);
    double const error = std::hypot(ours.standard_error, theirs.standard_error);
    EXPECT_TRUE(agrees({ours.value - theirs.value, error}, 0)) << edge;
    EXPECT_FALSE(agrees({crooked.value - theirs.value, error}, 0)) << edge;
  }
}

}  // namespace
}  // namespace minefree::random
