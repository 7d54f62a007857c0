// Lanes and double offer the same names and mean the same by them.
#include "number_types.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include <minefree/numeric/lanes.hpp>

namespace minefree::numeric {
namespace {

template <class R>
class Numbers : public ::testing::Test {};
TYPED_TEST_SUITE(Numbers, AllNumbers);

TYPED_TEST(Numbers, know_their_integers_masks_and_width) {
  using R = TypeParam;
  static_assert(sizeof(R) == sizeof(ScalarOf<R>) * lanes_in<R>);
  static_assert(sizeof(IntOf<R>) == sizeof(std::int32_t) * lanes_in<R>);
  static_assert(sizeof(UintOf<R>) == sizeof(IntOf<R>));
  static_assert(std::is_same_v<MaskOf<R>, decltype(R{} < R{})>);
  static_assert(lanes_in<IntOf<R>> == lanes_in<R>);
}

TYPED_TEST(Numbers, broadcast_fills_every_lane_and_keeps_the_sign_of_zero) {
  using R = TypeParam;
  for (double const x : {0.0, -0.0, 1.0, -2.5, 0x1p100}) {
    R const all_x = broadcast<R>(x);
    for (int i = 0; i < lanes_in<R>; ++i) {
      EXPECT_EQ(lane(all_x, i), x);
      EXPECT_EQ(std::signbit(lane(all_x, i)), std::signbit(x));
    }
  }
}

TYPED_TEST(Numbers, select_takes_each_lane_from_its_side) {
  using R = TypeParam;
  R const x = lanes_from<R>(-1, 1);  // -1, 0, 1, ...
  R const chosen = select(x < R{}, broadcast<R>(10), x);
  IntOf<R> const whole = select(x < R{}, to_int(broadcast<R>(20)), to_int(x));
  for (int i = 0; i < lanes_in<R>; ++i) {
    EXPECT_EQ(lane(chosen, i), i == 0 ? 10 : i - 1);
    EXPECT_EQ(lane(whole, i), i == 0 ? 20 : i - 1);
  }
}

TYPED_TEST(Numbers, masks_combine) {
  using R = TypeParam;
  R const x = lanes_from<R>(1, 1);
  MaskOf<R> const small = x < broadcast<R>(3);
  MaskOf<R> const odd = x - broadcast<R>(2) * floor(x * broadcast<R>(0.5)) == broadcast<R>(1);
  R const seen = select(MaskOf<R>(small & odd), broadcast<R>(1), R{}) +
                 select(MaskOf<R>(small | odd), broadcast<R>(10), R{}) +
                 select(!small, broadcast<R>(100), R{});
  for (int i = 0; i < lanes_in<R>; ++i) {
    bool const is_small = i + 1 < 3;
    bool const is_odd = (i + 1) % 2 == 1;
    EXPECT_EQ(lane(seen, i),
              (is_small && is_odd) + 10 * (is_small || is_odd) + 100 * (is_small ? 0 : 1));
  }
}

TYPED_TEST(Numbers, any_and_all_see_one_lane) {
  using R = TypeParam;
  R x = broadcast<R>(1);
  EXPECT_FALSE(any(x < R{}));
  EXPECT_TRUE(all(x > R{}));
  set_lane(x, lanes_in<R> - 1, ScalarOf<R>{-1});
  EXPECT_TRUE(any(x < R{}));
  EXPECT_FALSE(all(x > R{}));
}

TYPED_TEST(Numbers, min_max_and_clamp_work_lane_by_lane) {
  using R = TypeParam;
  R const x = lanes_from<R>(-2, 1.5);
  R const low = broadcast<R>(-1);
  R const high = broadcast<R>(2);
  for (int i = 0; i < lanes_in<R>; ++i) {
    double const here = -2 + i * 1.5;
    EXPECT_EQ(lane(min(x, high), i), std::min(here, 2.0));
    EXPECT_EQ(lane(max(x, low), i), std::max(here, -1.0));
    EXPECT_EQ(lane(clamp(x, low, high), i), std::clamp(here, -1.0, 2.0));
  }
}

TYPED_TEST(Numbers, to_int_cuts_the_fraction_off_and_floor_goes_down) {
  using R = TypeParam;
  for (double const x : {0.0, 0.75, 1.0, 2.5, -0.25, -1.0, -1.5, 8388607.0, -8388609.0, 2e9}) {
    EXPECT_EQ(lane(to_int(broadcast<R>(x)), 0), static_cast<std::int32_t>(x)) << x;
    EXPECT_EQ(lane(floor(broadcast<R>(x)), lanes_in<R> - 1), std::floor(x)) << x;
  }
}

TYPED_TEST(Numbers, whole_numbers_become_real_numbers) {
  using R = TypeParam;
  IntOf<R> whole{};
  for (int i = 0; i < lanes_in<R>; ++i) set_lane(whole, i, 1000 * i - 3);
  for (int i = 0; i < lanes_in<R>; ++i) EXPECT_EQ(lane(to_real<R>(whole), i), 1000 * i - 3);
}

TYPED_TEST(Numbers, gather_looks_each_lane_up) {
  using R = TypeParam;
  double const squares[] = {0, 1, 4, 9, 16, 25, 36};
  float const roots[] = {0, 1, 1.5F, 1.75F, 2, 2.25F, 2.5F};
  IntOf<R> index{};
  for (int i = 0; i < lanes_in<R>; ++i) set_lane(index, i, (5 * i + 3) % 7);
  for (int i = 0; i < lanes_in<R>; ++i) {
    EXPECT_EQ(lane(gather<R>(squares, index), i), squares[(5 * i + 3) % 7]);
    EXPECT_EQ(lane(gather<R>(roots, index), i), roots[(5 * i + 3) % 7]);
  }
}

}  // namespace
}  // namespace minefree::numeric
