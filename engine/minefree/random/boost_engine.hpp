#pragma once

// An address as a random engine of the standard's and Boost.Random's kind: the oracle of tests, and
// the sampler of designs and bootstraps. The model itself never draws "the next number".

#include <limits>

#include <minefree/random/philox.hpp>

namespace minefree::random {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Words 0, 1, 2, ... of one address: word p is what `Draws` gives for purpose p.
class AddressEngine {
 public:
  using result_type = std::uint32_t;  // NOLINT(readability-identifier-naming): the standard's name

  AddressEngine(Key seed, std::uint32_t trajectory, std::uint32_t year, std::uint32_t code)
      : seed_(seed), counter_{{trajectory, year, code, 0}} {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  result_type operator()() {
    if (used_ == 4) {
      four_ = philox(counter_, seed_);
      ++counter_.word[3];
      used_ = 0;
    }
    return four_.word[used_++];
  }

 private:
  Key seed_;
  Words<std::uint32_t> counter_;  // of the next block
  Words<std::uint32_t> four_{};
  int used_ = 4;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
