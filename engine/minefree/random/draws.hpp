#pragma once

// The random numbers of one state (or donor) in one year of one trajectory. Each has an address:
// trajectory, year, code and purpose, under the seed. Nothing is "the next number", so scenarios
// share every number that means the same thing, and work can be cut anywhere.

#include <minefree/base/contract.hpp>
#include <minefree/numeric/normal_quantile.hpp>
#include <minefree/random/philox.hpp>

namespace minefree::random {
inline namespace MINEFREE_INSTRUCTION_SET {

/// `Blocks` times four words at one address, from block `First` on. A purpose p, of any enum
/// counted from 0, is word p % 4 of block p / 4: purposes are only ever appended to their register.
template <class R, int Blocks, int First = 0>
class Draws {
 public:
  using Word = numeric::UintOf<R>;

  Draws(Key seed, Word trajectory, std::uint32_t year, std::uint32_t code) {
    PhiloxBlocks<Word> const words_of(seed, trajectory, year, code);
    for (int block = 0; block < Blocks; ++block) {
      auto const four = words_of(static_cast<std::uint32_t>(First + block));
      for (int i = 0; i < 4; ++i) words_[4 * block + i] = four.word[i];
    }
  }

  /// The 32 random bits themselves.
  template <class Purpose>
  Word word(Purpose purpose) const {
    auto const number = static_cast<unsigned>(purpose);
    MINEFREE_EXPECT(number >= 4 * First && number < 4 * (First + Blocks));
    return words_[number - 4 * First];
  }

  /// Uniform in (0, 1), one of 2^23 evenly spaced numbers; the same number in float and double.
  template <class Purpose>
  R uniform(Purpose purpose) const {
    auto const top_bits = __builtin_bit_cast(numeric::IntOf<R>, word(purpose) >> 9);
    return (numeric::to_real<R>(top_bits) + numeric::broadcast<R>(0.5)) *
           numeric::broadcast<R>(0x1p-23);
  }

  /// Standard normal, the quantile of the uniform of the same purpose: use one or the other.
  template <class Purpose>
  R normal(Purpose purpose) const {
    return numeric::normal_quantile(uniform(purpose));
  }

 private:
  Word words_[4 * Blocks];
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
