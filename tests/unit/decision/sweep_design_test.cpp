#include <minefree/decision/sweep_design.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include <gtest/gtest.h>

namespace minefree {
namespace {

using Points = std::vector<std::vector<double>>;

Sweep sweep_of(DesignMethod method, std::uint32_t n, std::size_t parameters) {
  Sweep sweep;
  sweep.design = {.method = method, .n = n};
  for (std::size_t k = 0; k < parameters; ++k) {
    sweep.parameters.push_back({.name = "p" + std::to_string(k), .paths = {"p"}});
  }
  return sweep;
}

/// How many points lie in each of `cells` equal parts of a parameter's range.
std::vector<int> in_cells(Points const& points, std::size_t parameter, int cells) {
  std::vector<int> counts(static_cast<std::size_t>(cells));
  for (auto const& point : points) ++counts[static_cast<std::size_t>(point[parameter] * cells)];
  return counts;
}

std::size_t that_differ(std::vector<double> const& a, std::vector<double> const& b) {
  std::size_t count = 0;
  for (std::size_t k = 0; k < a.size(); ++k) count += a[k] != b[k] ? 1U : 0U;
  return count;
}

TEST(SweepDesign, of_sobol_takes_one_parameter_of_b_into_a_at_a_time) {
  constexpr std::size_t parameters = 5;
  auto const sweep = sweep_of(DesignMethod::sobol, 8, parameters);
  auto const points = points_of(sweep);
  ASSERT_EQ(points.size(), 8 * (parameters + 2));
  EXPECT_EQ(points.size(), number_of_points(sweep));
  for (std::size_t block = 0; block < 8; ++block) {
    auto const* const rows = points.data() + block * (parameters + 2);
    auto const& a = rows[0];
    auto const& b = rows[parameters + 1];
    EXPECT_EQ(that_differ(a, b), parameters);
    for (std::size_t k = 0; k < parameters; ++k) {
      EXPECT_EQ(that_differ(a, rows[1 + k]), 1U);
      EXPECT_EQ(rows[1 + k][k], b[k]);
    }
  }
}

TEST(SweepDesign, of_sobol_fills_every_part_of_every_range_alike) {
  constexpr std::uint32_t n = 64;
  auto const points = points_of(sweep_of(DesignMethod::sobol, n, 12));
  Points a;
  for (std::size_t block = 0; block < n; ++block) a.push_back(points[block * 14]);
  for (std::size_t k = 0; k < 12; ++k) {
    EXPECT_EQ(in_cells(a, k, static_cast<int>(n)), std::vector<int>(n, 1)) << "parameter " << k;
  }
}

// The closed form of T. Ishigami and T. Homma (1990), by the estimator of A. Saltelli and others
// (2010): an error in the order of rows, or in the sequence, moves the indices.
TEST(SweepDesign, of_sobol_finds_the_indices_of_the_ishigami_function) {
  constexpr std::uint32_t n = 4096;
  auto sweep = sweep_of(DesignMethod::sobol, n, 3);
  for (auto& parameter : sweep.parameters) {
    parameter.low = -std::numbers::pi;
    parameter.high = std::numbers::pi;
  }
  auto const value = [](std::vector<double> const& x) {
    return std::sin(x[0]) + 7 * std::pow(std::sin(x[1]), 2) +
           0.1 * std::pow(x[2], 4) * std::sin(x[0]);
  };
  auto const points = points_of(sweep);
  double sum = 0, squares = 0;
  std::vector<double> first(3), total(3);
  for (std::size_t block = 0; block < n; ++block) {
    auto const* const rows = points.data() + block * 5;
    double const a = value(rows[0]);
    double const b = value(rows[4]);
    sum += a + b;
    squares += a * a + b * b;
    for (std::size_t k = 0; k < 3; ++k) {
      double const ab = value(rows[1 + k]);
      first[k] += b * (ab - a);
      total[k] += (a - ab) * (a - ab) / 2;
    }
  }
  double const variance = squares / (2 * n) - std::pow(sum / (2 * n), 2);
  EXPECT_NEAR(first[0] / n / variance, 0.3139, 0.01);
  EXPECT_NEAR(first[1] / n / variance, 0.4424, 0.01);
  EXPECT_NEAR(first[2] / n / variance, 0, 0.01);
  EXPECT_NEAR(total[0] / n / variance, 0.5576, 0.01);
  EXPECT_NEAR(total[1] / n / variance, 0.4424, 0.01);
  EXPECT_NEAR(total[2] / n / variance, 0.2437, 0.01);
}

TEST(SweepDesign, of_a_latin_hypercube_falls_once_into_each_part) {
  auto const points = points_of(sweep_of(DesignMethod::lhs, 37, 4));
  ASSERT_EQ(points.size(), 37U);
  for (std::size_t k = 0; k < 4; ++k) EXPECT_EQ(in_cells(points, k, 37), std::vector<int>(37, 1));
  EXPECT_GT(that_differ(points[0], std::vector<double>(4, points[0][0])), 2U)
      << "parameters are shuffled apart";
}

TEST(SweepDesign, of_morris_moves_one_parameter_by_half_the_grid_at_a_time) {
  auto sweep = sweep_of(DesignMethod::morris, 20, 6);
  sweep.design.levels = 4;
  auto const points = points_of(sweep);
  ASSERT_EQ(points.size(), 20U * 7U);
  std::set<std::size_t> first_moved;
  for (std::size_t path = 0; path < 20; ++path) {
    std::set<std::size_t> moved;
    for (std::size_t step = 1; step <= 6; ++step) {
      auto const& before = points[path * 7 + step - 1];
      auto const& after = points[path * 7 + step];
      ASSERT_EQ(that_differ(before, after), 1U);
      for (std::size_t k = 0; k < 6; ++k) {
        if (before[k] == after[k]) continue;
        EXPECT_NEAR(std::abs(after[k] - before[k]), 2.0 / 3, 1e-12);
        if (step == 1) first_moved.insert(k);
        moved.insert(k);
      }
    }
    EXPECT_EQ(moved.size(), 6U) << "each parameter once";
  }
  EXPECT_GT(first_moved.size(), 2U) << "in random order";
}

TEST(SweepDesign, of_a_grid_has_every_combination) {
  auto const points = points_of(sweep_of(DesignMethod::grid, 3, 2));
  EXPECT_EQ(
      points,
      (Points{{0, 0}, {0, 0.5}, {0, 1}, {0.5, 0}, {0.5, 0.5}, {0.5, 1}, {1, 0}, {1, 0.5}, {1, 1}}));
}

TEST(SweepDesign, goes_by_factors_or_by_whole_numbers_where_asked) {
  auto sweep = sweep_of(DesignMethod::grid, 3, 2);
  sweep.parameters[0] = {
      .name = "a", .paths = {}, .low = 0.01, .high = 1, .scale = SweepScale::log};
  sweep.parameters[1] = {.name = "b", .paths = {}, .low = 1, .high = 4, .scale = SweepScale::whole};
  auto const points = points_of(sweep);
  EXPECT_NEAR(points[3][0], 0.1, 1e-6);
  EXPECT_EQ(points[0][0], 0.01) << "the ends themselves";
  EXPECT_EQ(points[6][0], 1);
  EXPECT_EQ(points[0][1], 1);
  EXPECT_EQ(points[1][1], 3) << "the middle of 1, 2, 3, 4 is the start of the third quarter";
  EXPECT_EQ(points[2][1], 4);
}

TEST(SweepDesign, of_whole_numbers_takes_each_as_often) {
  auto sweep = sweep_of(DesignMethod::lhs, 40, 1);
  sweep.parameters[0] = {.name = "a", .paths = {}, .low = 1, .high = 4, .scale = SweepScale::whole};
  std::vector<int> counts(5);
  for (auto const& point : points_of(sweep)) ++counts[static_cast<std::size_t>(point[0])];
  EXPECT_EQ(counts, (std::vector<int>{0, 10, 10, 10, 10}));
}

TEST(SweepDesign, changes_with_its_seed_and_with_nothing_else) {
  for (auto const method : {DesignMethod::sobol, DesignMethod::lhs, DesignMethod::morris}) {
    auto sweep = sweep_of(method, 16, 3);
    auto const first = points_of(sweep);
    EXPECT_EQ(points_of(sweep), first) << word_of(method);
    sweep.design.seed = 2;
    EXPECT_NE(points_of(sweep), first) << word_of(method);
  }
}

}  // namespace
}  // namespace minefree
