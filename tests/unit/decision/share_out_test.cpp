#include <minefree/decision/share_out.hpp>

#include <cstdint>
#include <numeric>

#include <gtest/gtest.h>

namespace minefree {
namespace {

/// Years of work over capacity, saved: minus W / K with K in hundredths.
Taker worker(double work, int hundredths) {
  Taker taker{.gain = {-1e9}, .least = 1, .most = hundredths};
  for (int n = 1; n <= hundredths; ++n) taker.gain.push_back(-work / (n / 100.0));
  return taker;
}

// Minimise 9 / a + 16 / b with a + b = 7: capacity goes with the square root of the work.
TEST(ShareOut, capacity_goes_with_the_root_of_the_work) {
  EXPECT_EQ(share_out({worker(9, 700), worker(16, 700)}, 700), (std::vector{300, 400}));
}

TEST(ShareOut, a_step_that_takes_several_lumps_is_found) {
  Taker const gentle{.gain = {0, 2, 3, 3.5}, .most = 3};
  Taker const step{.gain = {0, 0, 0, 10}, .most = 3};  // a greedy choice would never start
  EXPECT_EQ(share_out({gentle, step}, 3), (std::vector{0, 3}));
  EXPECT_EQ(share_out({gentle, step}, 4), (std::vector{1, 3}));
}

TEST(ShareOut, least_and_most_hold) {
  Taker const strong{.gain = {0, 10, 20, 30}, .most = 2};
  Taker const weak{.gain = {0, 1, 2, 3}, .least = 1, .most = 3};
  EXPECT_EQ(share_out({strong, weak}, 2), (std::vector{1, 1}));
  EXPECT_EQ(share_out({strong, weak}, 5), (std::vector{2, 3}));
}

TEST(ShareOut, nothing_is_given_for_nothing) {
  Taker const sated{.gain = {0, 1, 1, 1}, .most = 3};
  EXPECT_EQ(share_out({sated}, 3), (std::vector{1}));
  EXPECT_EQ(share_out({}, 3), std::vector<int>{});
}

double best_by_trying_all(std::vector<Taker> const& takers, std::size_t first, int lumps) {
  if (first == takers.size()) return 0;
  double best = -1e18;
  for (int n = takers[first].least; n <= std::min(takers[first].most, lumps); ++n) {
    best = std::max(best, takers[first].gain[static_cast<std::size_t>(n)] +
                              best_by_trying_all(takers, first + 1, lumps - n));
  }
  return best;
}

TEST(ShareOut, agrees_with_trying_everything) {
  std::uint32_t state = 7;  // any numbers will do
  auto const random = [&state] { return (state = state * 1664525U + 1013904223U) >> 16; };
  for (int round = 0; round < 50; ++round) {
    std::vector<Taker> takers;
    for (int k = 0; k < 4; ++k) {
      Taker taker{.gain = {0}, .most = 6};
      for (int n = 0; n < 6; ++n) taker.gain.push_back(static_cast<double>(random() % 100));
      takers.push_back(taker);
    }
    auto const given = share_out(takers, 8);
    double sum = 0;
    for (std::size_t k = 0; k < takers.size(); ++k)
      sum += takers[k].gain[static_cast<std::size_t>(given[k])];
    EXPECT_LE(std::accumulate(given.begin(), given.end(), 0), 8);
    EXPECT_EQ(sum, best_by_trying_all(takers, 0, 8));
  }
}

}  // namespace
}  // namespace minefree
