// Every draw has its own address, and is the same number whoever asks: lanes or double, one block
// or many.
#include <minefree/random/draws.hpp>

#include <set>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace minefree::random {
namespace {

using numeric::lane;
using numeric::Lanes;
using numeric::lanes_in;

Key const seed(2025);
constexpr std::uint32_t year = 2031;
constexpr std::uint32_t code = 1077;

enum class Purpose : unsigned {};
constexpr int blocks = 5;
constexpr unsigned purposes = 4 * blocks;

template <class R>
numeric::UintOf<R> trajectories_from(std::uint32_t first) {
  numeric::UintOf<R> result{};
  for (int i = 0; i < lanes_in<R>; ++i) {
    numeric::set_lane(result, i, first + static_cast<std::uint32_t>(i));
  }
  return result;
}

TEST(Draws, of_purpose_p_are_word_p_mod_4_of_block_p_over_4) {
  std::uint32_t const trajectory = 123'456;
  Draws<double, blocks> const draws(seed, trajectory, year, code);
  for (unsigned p = 0; p < purposes; ++p) {
    auto const block = philox(Words<std::uint32_t>{{trajectory, year, code, p / 4}}, seed);
    EXPECT_EQ(draws.word(Purpose{p}), block.word[p % 4]) << p;
  }
}

TEST(Draws, do_not_depend_on_how_many_blocks_are_made) {
  Draws<double, 1> const few(seed, 7, year, code);
  Draws<double, 12> const many(seed, 7, year, code);
  for (unsigned p = 0; p < 4; ++p) EXPECT_EQ(few.word(Purpose{p}), many.word(Purpose{p}));
}

template <class R>
class DrawsInLanes : public ::testing::Test {};
using AllLanes = ::testing::Types<Lanes<4>, Lanes<8>, Lanes<16>>;
TYPED_TEST_SUITE(DrawsInLanes, AllLanes);

TYPED_TEST(DrawsInLanes, are_those_of_each_trajectory_alone) {
  using R = TypeParam;
  std::uint32_t const first = 4'294'967'290;  // some lanes are beyond 2^32 and begin anew
  Draws<R, blocks> const together(seed, trajectories_from<R>(first), year, code);
  for (int i = 0; i < lanes_in<R>; ++i) {
    Draws<double, blocks> const alone(seed, first + static_cast<std::uint32_t>(i), year, code);
    for (unsigned p = 0; p < purposes; ++p) {
      EXPECT_EQ(lane(together.word(Purpose{p}), i), alone.word(Purpose{p}));
      EXPECT_EQ(lane(together.uniform(Purpose{p}), i), alone.uniform(Purpose{p}));
      EXPECT_NEAR(lane(together.normal(Purpose{p}), i), alone.normal(Purpose{p}), 1.3e-6);
    }
  }
}

TYPED_TEST(DrawsInLanes, do_not_depend_on_which_trajectories_are_beside) {
  using R = TypeParam;
  numeric::UintOf<R> mixed{};
  for (int i = 0; i < lanes_in<R>; ++i) numeric::set_lane(mixed, i, i % 2 == 0 ? 3U : 900U);
  Draws<R, blocks> const draws(seed, mixed, year, code);
  Draws<R, blocks> const of_three(seed, numeric::UintOf<R>{} + 3U, year, code);
  for (unsigned p = 0; p < purposes; ++p) {
    EXPECT_EQ(lane(draws.word(Purpose{p}), 2), lane(of_three.word(Purpose{p}), 0));
    EXPECT_EQ(lane(draws.normal(Purpose{p}), 2), lane(of_three.normal(Purpose{p}), 0));
  }
}

TEST(Draws, of_a_normal_are_the_quantile_of_the_uniform) {
  Draws<Lanes<4>, blocks> const draws(seed, trajectories_from<Lanes<4>>(0), year, code);
  for (unsigned p = 0; p < purposes; ++p) {
    auto const expected = numeric::normal_quantile(draws.uniform(Purpose{p}));
    for (int i = 0; i < 4; ++i) EXPECT_EQ(draws.normal(Purpose{p})[i], expected[i]);
  }
}

TEST(Draws, of_uniforms_are_the_middles_of_eight_million_equal_parts_of_0_to_1) {
  for (std::uint32_t trajectory = 0; trajectory < 1000; ++trajectory) {
    Draws<double, blocks> const draws(seed, trajectory, year, code);
    for (unsigned p = 0; p < purposes; ++p) {
      double const part = draws.uniform(Purpose{p}) * 0x1p23 - 0.5;
      ASSERT_EQ(part, draws.word(Purpose{p}) / 512);
      ASSERT_GE(part, 0);
      ASSERT_LT(part, 0x1p23);
    }
  }
}

TEST(Draws, at_different_addresses_are_different) {
  // With one key Philox never gives four equal words to two counters, so over a whole grid of
  // addresses the pairs of words beside each other may be expected to differ too.
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  std::size_t addresses = 0;
  for (std::uint32_t trajectory = 0; trajectory < 20; ++trajectory) {
    for (std::uint32_t y = 2020; y < 2040; ++y) {
      for (std::uint32_t c = 0; c < 20; ++c) {
        Draws<double, 3> const draws(seed, trajectory, y, c);
        for (unsigned p = 0; p < 12; p += 2) {
          seen.emplace(draws.word(Purpose{p}), draws.word(Purpose{p + 1}));
          ++addresses;
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), addresses);
}

TEST(Draws, move_with_each_part_of_the_address_and_with_each_half_of_the_seed) {
  auto const words = [](Key key, std::uint32_t trajectory, std::uint32_t y, std::uint32_t c) {
    Draws<double, 2> const draws(key, trajectory, y, c);
    std::vector<std::uint32_t> result;
    for (unsigned p = 0; p < 8; ++p) result.push_back(draws.word(Purpose{p}));
    return result;
  };
  std::set<std::vector<std::uint32_t>> const all = {
      words(Key(1), 1, 1, 1),       words(Key(2), 1, 1, 1), words(Key(1ULL << 32), 1, 1, 1),
      words(Key(1), 2, 1, 1),       words(Key(1), 1, 2, 1), words(Key(1), 1, 1, 2),
      words(Key(1), 1U << 31, 1, 1)};
  EXPECT_EQ(all.size(), 7);
}

}  // namespace
}  // namespace minefree::random
