#pragma once

// rapidcheck with a seed of the test's own: it finds and shrinks counterexamples, and finds the
// same ones everywhere. RC_PARAMS in the environment has no effect here.
#include <sstream>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace minefree::testing {

/// Passes when the property (a callable that uses RC_ASSERT, or returns bool) holds for 300 random
/// inputs.
template <class Property>
::testing::AssertionResult holds(Property&& property, std::uint64_t seed = 1) {
  rc::detail::TestParams params;
  params.seed = seed;
  params.maxSuccess = 300;
  auto const result = rc::detail::checkTestable(std::forward<Property>(property),
                                                rc::detail::TestMetadata{}, params);
  if (result.template is<rc::detail::SuccessResult>()) return ::testing::AssertionSuccess();
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  return ::testing::AssertionFailure() << text.str();
}

/// A number evenly between two bounds; shrinks towards the low one.
inline rc::Gen<double> number_between(double low, double high) {
  constexpr int steps = 1 << 20;
  return rc::gen::map(rc::gen::resize(100, rc::gen::inRange(0, steps + 1)),
                      [=](int step) { return low + (high - low) * step / steps; });
}

}  // namespace minefree::testing
