// An address drives the distributions of Boost and of the standard.
#include <minefree/random/boost_engine.hpp>

#include <random>

#include <gtest/gtest.h>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <minefree/random/draws.hpp>

namespace minefree::random {
namespace {

static_assert(std::uniform_random_bit_generator<AddressEngine>);

enum class Purpose : unsigned {};

TEST(AddressEngine, gives_the_words_of_the_draws_in_order) {
  AddressEngine engine(Key(2025), 17, 2030, 1234);
  Draws<double, 6> const draws(Key(2025), 17, 2030, 1234);
  for (unsigned p = 0; p < 24; ++p) EXPECT_EQ(engine(), draws.word(Purpose{p})) << p;
}

TEST(AddressEngine, is_copied_with_its_place) {
  AddressEngine engine(Key(2025), 17, 2030, 1234);
  for (int i = 0; i < 5; ++i) engine();
  AddressEngine copy = engine;
  for (int i = 0; i < 10; ++i) EXPECT_EQ(engine(), copy());
}

TEST(AddressEngine, drives_distributions_of_boost) {
  AddressEngine engine(Key(2025), 0, 0, 0);
  boost::random::uniform_int_distribution<int> die(1, 6);
  boost::random::normal_distribution<double> normal;
  int sum = 0;
  double squares = 0;
  for (int i = 0; i < 10'000; ++i) {
    int const eyes = die(engine);
    double const z = normal(engine);
    sum += eyes;
    squares += z * z;
  }
  EXPECT_NEAR(sum, 35'000, 5 * 171);        // five standard errors: sqrt(10,000 * 35 / 12) is 171
  EXPECT_NEAR(squares, 10'000, 5 * 141.4);  // and sqrt(2 * 10,000) is 141.4
}

}  // namespace
}  // namespace minefree::random
