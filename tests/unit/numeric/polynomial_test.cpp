// The value of a polynomial does not depend on how it is cut into halves.
#include <minefree/numeric/polynomial.hpp>

#include <gtest/gtest.h>

namespace minefree::numeric {
namespace {

TEST(Polynomial, of_few_terms_is_the_sum_of_its_terms) {
  EXPECT_EQ(polynomial(2.0, 5.0), 5);
  EXPECT_EQ(polynomial(2.0, 5.0, 3.0), 11);
  EXPECT_EQ(polynomial(2.0, 5.0, 3.0, 1.0), 15);
  EXPECT_EQ(polynomial(2.0, 5.0, 3.0, 1.0, -1.0), 7);
}

TEST(Polynomial, of_any_number_of_terms_is_a_geometric_sum) {
  EXPECT_EQ(polynomial(2.0, 1., 1., 1., 1., 1.), 0x1p5 - 1);
  EXPECT_EQ(polynomial(2.0, 1., 1., 1., 1., 1., 1.), 0x1p6 - 1);
  EXPECT_EQ(polynomial(2.0, 1., 1., 1., 1., 1., 1., 1.), 0x1p7 - 1);
  EXPECT_EQ(polynomial(2.0, 1., 1., 1., 1., 1., 1., 1., 1.), 0x1p8 - 1);
  EXPECT_EQ(polynomial(2.0, 1., 1., 1., 1., 1., 1., 1., 1., 1.), 0x1p9 - 1);
  EXPECT_EQ(polynomial(2.0, 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.), 0x1p12 - 1);
  EXPECT_EQ(polynomial(2.0, 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.),
            0x1p16 - 1);
}

TEST(Polynomial, of_lanes_is_that_of_each_lane) {
  Lanes<8> const x = {-3, -2, -1, 0, 1, 2, 3, 4};
  Lanes<8> const y = polynomial(x, 1.0, -2.0, 0.5, 4.0, -1.0);
  for (int i = 0; i < 8; ++i) {
    EXPECT_EQ(y[i], polynomial(static_cast<double>(x[i]), 1.0, -2.0, 0.5, 4.0, -1.0));
  }
}

}  // namespace
}  // namespace minefree::numeric
