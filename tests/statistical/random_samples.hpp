#pragma once

// Samples of draws at a grid of addresses, for the statistical tests of the random layer.

#include <cstdint>
#include <vector>

#include <minefree/random/draws.hpp>

namespace minefree::random {

/// A part of the address, of which neighbours differ by one.
enum class AddressPart { seed, trajectory, year, code, purpose };

struct Address {
  std::uint64_t seed = 2025;
  std::uint32_t trajectory = 0;
  std::uint32_t year = 2025;
  std::uint32_t code = 1000;
  std::uint32_t purpose = 0;

  Address neighbour(AddressPart part) const {
    Address next = *this;
    switch (part) {
      case AddressPart::seed:
        ++next.seed;
        break;
      case AddressPart::trajectory:
        ++next.trajectory;
        break;
      case AddressPart::year:
        ++next.year;
        break;
      case AddressPart::code:
        ++next.code;
        break;
      case AddressPart::purpose:
        ++next.purpose;
        break;
    }
    return next;
  }
};

/// The draw at an address, by the double engine: function is word, uniform or normal of `Draws`.
template <class Function>
auto draw_at(Address const& address, Function function) {
  enum class Purpose : unsigned {};
  Draws<double, 6> const draws(Key(address.seed), address.trajectory, address.year, address.code);
  return function(draws, Purpose{address.purpose});
}

inline double uniform_at(Address const& address) {
  return draw_at(address, [](auto const& draws, auto purpose) { return draws.uniform(purpose); });
}

/// Normals, or uniforms, of the lanes engine as the model uses it: all 20 purposes of 8
/// trajectories in each of 40 years.
template <class Function>
std::vector<double> sample_of_lanes(std::uint32_t trajectories, Function function) {
  using R = numeric::Lanes<8>;
  enum class Purpose : unsigned {};
  std::vector<double> sample;
  for (std::uint32_t first = 0; first < trajectories; first += 8) {
    numeric::UintOf<R> batch{};
    for (int i = 0; i < 8; ++i) batch[i] = first + static_cast<std::uint32_t>(i);
    for (std::uint32_t year = 2025; year < 2065; ++year) {
      Draws<R, 5> const draws(Key(2025), batch, year, 1000);
      for (unsigned purpose = 0; purpose < 20; ++purpose) {
        auto const drawn = function(draws, Purpose{purpose});
        for (int i = 0; i < 8; ++i) sample.push_back(static_cast<double>(drawn[i]));
      }
    }
  }
  return sample;
}

inline std::vector<double> uniforms_of_lanes(std::uint32_t trajectories) {
  return sample_of_lanes(trajectories, [](auto const& d, auto p) { return d.uniform(p); });
}

inline std::vector<double> normals_of_lanes(std::uint32_t trajectories) {
  return sample_of_lanes(trajectories, [](auto const& d, auto p) { return d.normal(p); });
}

}  // namespace minefree::random
