// Draws at neighbouring addresses know nothing of each other, whichever part of the address
// differs. Each test is also shown a mistake, which it must reject.
#include "random_samples.hpp"

#include <bit>
#include <vector>

#include <gtest/gtest.h>
#include <support/estimates.hpp>
#include <support/statistics.hpp>

namespace minefree::random {
namespace {

using testing::counts_are_even;
using testing::uncorrelated;

constexpr AddressPart parts[] = {AddressPart::seed, AddressPart::trajectory, AddressPart::year,
                                 AddressPart::code, AddressPart::purpose};
constexpr unsigned pairs = 100'000;

/// Addresses scattered over the ranges that the model uses, far apart from each other.
std::vector<Address> scattered() {
  std::vector<Address> result;
  for (unsigned k = 0; k < pairs; ++k) {
    result.push_back({.seed = 2025 + k / 20'000 * 10,
                      .trajectory = k % 20'000 * 2,
                      .year = 2025 + k % 36,
                      .code = 1000 + k * 7919 % 17'576,
                      .purpose = k % 19});
  }
  return result;
}

std::vector<double> uniforms_of(std::vector<Address> const& addresses) {
  std::vector<double> result;
  for (auto const& address : addresses) result.push_back(uniform_at(address));
  return result;
}

std::vector<double> uniforms_beside(std::vector<Address> addresses, AddressPart part) {
  for (auto& address : addresses) address = address.neighbour(part);
  return uniforms_of(addresses);
}

/// The mistake: one address in thirty forgets a part, and so shares its draw with its neighbour.
std::vector<double> with_shared_draws(std::vector<double> beside, std::vector<double> const& own) {
  for (std::size_t k = 0; k < own.size(); k += 30) beside[k] = own[k];
  return beside;
}

/// Pairs counted on a 16 by 16 grid.
std::vector<double> counted(std::vector<double> const& xs, std::vector<double> const& ys) {
  std::vector<double> counts(256);
  for (std::size_t k = 0; k < xs.size(); ++k) {
    ++counts[static_cast<unsigned>(xs[k] * 16) * 16 + static_cast<unsigned>(ys[k] * 16)];
  }
  return counts;
}

TEST(NeighbouringDraws, are_uncorrelated) {
  auto const own = uniforms_of(scattered());
  for (auto const part : parts) {
    auto const beside = uniforms_beside(scattered(), part);
    EXPECT_TRUE(uncorrelated(own, beside)) << "part " << static_cast<int>(part);
    EXPECT_FALSE(uncorrelated(own, with_shared_draws(beside, own)));
  }
}

TEST(NeighbouringDraws, fill_the_square_evenly) {
  auto const own = uniforms_of(scattered());
  for (auto const part : parts) {
    auto const beside = uniforms_beside(scattered(), part);
    EXPECT_TRUE(counts_are_even(counted(own, beside))) << "part " << static_cast<int>(part);
    EXPECT_FALSE(counts_are_even(counted(own, with_shared_draws(beside, own))));
  }
}

TEST(NeighbouringDraws, differ_in_half_of_their_bits) {
  auto const word_at = [](Address const& address) {
    return draw_at(address, [](auto const& draws, auto purpose) { return draws.word(purpose); });
  };
  for (auto const part : parts) {
    std::vector<double> different;
    std::vector<double> different_by_mistake;
    for (auto const& address : scattered()) {
      auto const own = word_at(address);
      auto const beside = word_at(address.neighbour(part));
      different.push_back(std::popcount(own ^ beside));
      different_by_mistake.push_back(
          std::popcount(own ^ (beside & 0x7fffffff) ^ (own >> 31 << 31)));
    }
    EXPECT_TRUE(agrees(testing::mean_of(different), 16)) << "part " << static_cast<int>(part);
    EXPECT_TRUE(agrees(testing::variance_of(different), 8)) << "part " << static_cast<int>(part);
    EXPECT_FALSE(agrees(testing::mean_of(different_by_mistake), 16));
  }
}

}  // namespace
}  // namespace minefree::random
