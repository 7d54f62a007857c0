#pragma once

// Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
// 2011): a function from a counter of 128 bits and a key of 64 bits to four random words. It has no
// state, so every random number has an address, and no order in which it must be drawn.

#include <minefree/random/wide_multiply.hpp>

namespace minefree::random {

/// The seed of a run.
struct Key {
  std::uint32_t low;
  std::uint32_t high;

  constexpr Key(std::uint32_t low_word, std::uint32_t high_word) : low(low_word), high(high_word) {}
  constexpr explicit Key(std::uint64_t seed)
      : low(static_cast<std::uint32_t>(seed)), high(static_cast<std::uint32_t>(seed >> 32)) {}
};

inline namespace MINEFREE_INSTRUCTION_SET {

/// A counter going in, four random words coming out; U is uint32_t or UintOf<Lanes<N>>.
template <class U>
struct Words {
  U word[4];
};

namespace detail {

inline constexpr std::uint32_t multiplier_0 = 0xd2511f53;
inline constexpr std::uint32_t multiplier_1 = 0xcd9e8d57;
inline constexpr std::uint32_t key_step_low = 0x9e3779b9;   // the golden ratio
inline constexpr std::uint32_t key_step_high = 0xbb67ae85;  // sqrt(3) - 1

/// The key of a round; rounds are counted from 0.
constexpr Key key_of_round(Key key, std::uint32_t round) {
  return {key.low + round * key_step_low, key.high + round * key_step_high};
}

constexpr std::uint64_t halves(std::uint32_t upper, std::uint32_t lower) {
  return std::uint64_t{upper} << 32 | lower;
}

/// The four words of a counter on their way through the rounds.
template <class Wide>
struct Passing {
  Wide c0, c1, c2, c3;
};

/// Rounds `round` and `round + 1`. The upper half of a product is xored with this round's key, its
/// lower half already with the next round's: so one xor serves two.
template <class Wide>
[[gnu::always_inline]] inline Passing<Wide> two_rounds(Passing<Wide> in, Key key,
                                                       std::uint32_t round) {
  Key const now = key_of_round(key, round);
  Key const next = key_of_round(key, round + 1);
  Wide const first_0 = multiply(in.c0, multiplier_0) ^ halves(now.high, next.high);
  Wide const first_1 = multiply(in.c2, multiplier_1) ^ halves(now.low, next.low);
  Wide const second_0 = multiply(upper_half(first_1) ^ in.c1, multiplier_0);
  Wide const second_1 = multiply(upper_half(first_0) ^ in.c3, multiplier_1);
  return {upper_half(second_1) ^ first_1, second_1, upper_half(second_0) ^ first_0, second_0};
}

template <class U, class Wide>
[[gnu::always_inline]] inline Words<U> narrow_all(Passing<Wide> const& x) {
  return {{narrow<U>(x.c0), narrow<U>(x.c1), narrow<U>(x.c2), narrow<U>(x.c3)}};
}

}  // namespace detail

/// Four random words for a counter and a key, in each lane.
template <class U>
inline Words<U> philox(Words<U> const& counter, Key key) {
  auto passing = detail::Passing{widen(counter.word[0]), widen(counter.word[1]),
                                 widen(counter.word[2]), widen(counter.word[3])};
  for (std::uint32_t round = 0; round < 10; round += 2) {
    passing = detail::two_rounds(passing, key, round);
  }
  return detail::narrow_all<U>(passing);
}

/// philox() for the counters (c0, c1, c2, block) of any blocks, faster: what the blocks have in
/// common in the first four rounds is computed once, and what the lanes have in common as one
/// number.
template <class U>
class PhiloxBlocks {
 public:
  PhiloxBlocks(Key key, U c0, std::uint32_t c1, std::uint32_t c2) : key_(key) {
    using namespace detail;
    Key const keys[] = {key, key_of_round(key, 1), key_of_round(key, 2), key_of_round(key, 3)};
    // The products of a round are named after the word they multiply: 0 or 2.
    Wide const first_0 = multiply(widen(c0), multiplier_0);
    std::uint64_t const first_2 = multiply(std::uint64_t{c2}, multiplier_1);
    std::uint64_t const second_0 = multiply(upper_half(first_2) ^ c1 ^ keys[0].low, multiplier_0);
    Wide const third_2 = multiply(first_0 ^ (upper_half(second_0) ^ keys[1].high), multiplier_1);
    // What is left to xor with each block's own products.
    c2_of_second_ = upper_half(first_0) ^ keys[0].high;
    c0_of_third_ = static_cast<std::uint32_t>(first_2) ^ keys[1].low;
    c0_of_fourth_ = upper_half(third_2) ^ keys[2].low;
    c2_of_fourth_ = halves(static_cast<std::uint32_t>(second_0) ^ keys[2].high, keys[3].high);
    c0_of_fifth_ = third_2 ^ keys[3].low;
  }

  Words<U> operator()(std::uint32_t block) const {
    using namespace detail;
    Wide const second_2 = multiply(c2_of_second_ ^ block, multiplier_1);
    Wide const third_0 =
        multiply(upper_half(second_2) ^ c0_of_third_, multiplier_0) ^ c2_of_fourth_;
    Wide const fourth_0 = multiply(c0_of_fourth_ ^ second_2, multiplier_0);
    Wide const fourth_2 = multiply(upper_half(third_0), multiplier_1);
    Passing<Wide> passing{upper_half(fourth_2) ^ c0_of_fifth_, fourth_2,
                          upper_half(fourth_0) ^ third_0, fourth_0};
    passing = two_rounds(passing, key_, 4);
    passing = two_rounds(passing, key_, 6);
    passing = two_rounds(passing, key_, 8);
    return narrow_all<U>(passing);
  }

 private:
  using Wide = decltype(widen(U{}));

  Key key_;
  Wide c2_of_second_;
  std::uint64_t c0_of_third_;
  Wide c0_of_fourth_;
  std::uint64_t c2_of_fourth_;
  Wide c0_of_fifth_;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
