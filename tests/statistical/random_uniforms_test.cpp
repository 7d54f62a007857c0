// Uniform draws and their bits. Each test is also shown a mistake, which it must reject.
#include "random_samples.hpp"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <support/estimates.hpp>
#include <support/statistics.hpp>

namespace minefree::random {
namespace {

using testing::agrees;
using testing::counts_are_even;
using testing::each;
using testing::follows;
using testing::mean_of;

std::vector<double> const& uniforms() {
  static std::vector<double> const sample = uniforms_of_lanes(512);  // 409,600
  return sample;
}

/// How many of the sample fall into each of `bins` equal parts of 0..1.
std::vector<double> counted(std::vector<double> const& sample, int bins) {
  std::vector<double> counts(static_cast<unsigned>(bins));
  for (double const u : sample) ++counts[static_cast<unsigned>(u * bins)];
  return counts;
}

TEST(Uniforms, have_the_moments_of_a_uniform_distribution) {
  for (int power = 1; power <= 4; ++power) {
    auto const raised = [power](double u) { return std::pow(u, power); };
    auto const crooked = [power](double u) { return std::pow(u * u * 0.03 + u * 0.97, power); };
    EXPECT_TRUE(agrees(mean_of(each(uniforms(), raised)), 1.0 / (power + 1))) << power;
    EXPECT_FALSE(agrees(mean_of(each(uniforms(), crooked)), 1.0 / (power + 1))) << power;
  }
}

TEST(Uniforms, fill_all_parts_of_0_to_1_evenly) {
  EXPECT_TRUE(counts_are_even(counted(uniforms(), 256)));
  // A remainder by a number that is no power of two, instead of the top bits.
  auto const crooked = each(uniforms(), [](double u) { return std::fmod(u * 256, 255) / 256; });
  EXPECT_FALSE(counts_are_even(counted(crooked, 256)));
}

TEST(Uniforms, follow_the_uniform_distribution) {
  auto const identity = [](double u) { return u; };
  EXPECT_TRUE(follows(uniforms(), identity));
  auto const crooked = each(uniforms(), [](double u) { return u + 0.03 * u * (1 - u); });
  EXPECT_FALSE(follows(crooked, identity));
}

TEST(Words, have_each_bit_set_half_of_the_time) {
  std::array<std::size_t, 32> set{};
  std::array<std::size_t, 32> set_by_mistake{};
  constexpr std::uint32_t count = 200'000;
  for (std::uint32_t trajectory = 0; trajectory < count; ++trajectory) {
    Address const address{.trajectory = trajectory};
    auto const word = draw_at(address, [](auto const& d, auto p) { return d.word(p); });
    auto const other = draw_at(address.neighbour(AddressPart::purpose),
                               [](auto const& d, auto p) { return d.word(p); });
    // One word in fifty is combined with another by "or" instead of left alone.
    auto const crooked = trajectory % 50 == 0 ? word | other : word;
    for (unsigned bit = 0; bit < 32; ++bit) {
      set[bit] += word >> bit & 1;
      set_by_mistake[bit] += crooked >> bit & 1;
    }
  }
  for (unsigned bit = 0; bit < 32; ++bit) {
    double const error = std::sqrt(0.25 / count);
    double const share = static_cast<double>(set[bit]) / count;
    EXPECT_TRUE(agrees({share, error}, 0.5)) << "bit " << bit;
  }
  double all_mistakes = 0;
  for (auto const times : set_by_mistake) all_mistakes += static_cast<double>(times);
  EXPECT_FALSE(agrees({all_mistakes / count / 32, std::sqrt(0.25 / count / 32)}, 0.5));
}

TEST(Words, have_even_low_bytes_too) {
  std::vector<double> low(256);
  std::vector<double> low_of_product(256);
  for (std::uint32_t trajectory = 0; trajectory < 200'000; ++trajectory) {
    auto const word =
        draw_at({.trajectory = trajectory}, [](auto const& d, auto p) { return d.word(p); });
    ++low[word & 255];
    ++low_of_product[(word * (word | 2)) & 255];  // not one to one, so some bytes come more often
  }
  EXPECT_TRUE(counts_are_even(low));
  EXPECT_FALSE(counts_are_even(low_of_product));
}

}  // namespace
}  // namespace minefree::random
