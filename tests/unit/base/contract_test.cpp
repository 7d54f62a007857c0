#include <minefree/base/contract.hpp>

#include <gtest/gtest.h>

namespace minefree {
namespace {

int half_of_even(int number) {
  MINEFREE_EXPECT(number % 2 == 0);
  int const half = number / 2;
  MINEFREE_ENSURE(half + half == number);
  return half;
}

TEST(Contract, says_nothing_when_it_is_kept) { EXPECT_EQ(half_of_even(6), 3); }

#ifdef MINEFREE_CONTRACTS
TEST(Contract, stops_the_program_and_names_the_condition_and_its_place_when_it_is_broken) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(half_of_even(7), "contract_test.cpp:[0-9]+: broken EXPECT: number % 2 == 0");
}
#else
TEST(Contract, costs_nothing_where_contracts_are_off) {
  int evaluated = 0;
  MINEFREE_EXPECT(++evaluated > 0);
  MINEFREE_ENSURE(++evaluated < 0);
  EXPECT_EQ(evaluated, 0);
}
#endif

}  // namespace
}  // namespace minefree
