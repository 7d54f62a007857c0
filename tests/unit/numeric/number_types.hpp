#pragma once

// Every number type that the engine is written for, so that a test runs on each.

#include <gtest/gtest.h>

#include <minefree/numeric/lanes.hpp>

namespace minefree::numeric {

using AllNumbers = ::testing::Types<Lanes<4>, Lanes<8>, Lanes<16>, double>;
using AllLanes = ::testing::Types<Lanes<4>, Lanes<8>, Lanes<16>>;

/// A number whose lanes differ: first, first + step, first + 2 step, ...
template <class R>
R lanes_from(double first, double step) {
  R result{};
  for (int i = 0; i < lanes_in<R>; ++i) {
    set_lane(result, i, static_cast<ScalarOf<R>>(first + i * step));
  }
  return result;
}

}  // namespace minefree::numeric
