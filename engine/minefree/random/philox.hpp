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

/// Four words: a counter going in, four random words coming out.
template <class U>
struct Words {
  U word[4];
};

namespace detail {

inline constexpr std::uint32_t multiplier_0 = 0xd2511f53;
inline constexpr std::uint32_t multiplier_1 = 0xcd9e8d57;
inline constexpr std::uint32_t key_step_low = 0x9e3779b9;   // the golden ratio
inline constexpr std::uint32_t key_step_high = 0xbb67ae85;  // sqrt(3) - 1

/// The key of a round, counted from 0.
constexpr Key key_of_round(Key key, std::uint32_t round) {
  return {key.low + round * key_step_low, key.high + round * key_step_high};
}

constexpr std::uint64_t halves(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32 | low;
}

/// The four words on their way through the rounds; only lower halves count.
template <class Wide>
struct Passing {
  Wide c0, c1, c2, c3;
};

/// Rounds `round` and `round + 1`. The upper half of a product is xored with this round's key now,
/// its lower half with the next round's: one xor instead of two.
template <class Wide>
[[gnu::always_inline]] inline Passing<Wide> two_rounds(Passing<Wide> in, Key key,
                                                       std::uint32_t round) {
  Key const now = key_of_round(key, round);
  Key const next = key_of_round(key, round + 1);
  Wide const first_0 = multiply(in.c0, multiplier_0) ^ halves(now.high, next.high);
  Wide const first_1 = multiply(in.c2, multiplier_1) ^ halves(now.low, next.low);
  Wide const second_0 = multiply(high_half(first_1) ^ in.c1, multiplier_0);
  Wide const second_1 = multiply(high_half(first_0) ^ in.c3, multiplier_1);
  return {high_half(second_1) ^ first_1, second_1, high_half(second_0) ^ first_0, second_0};
}

template <class U, class Wide>
[[gnu::always_inline]] inline Words<U> narrow_all(Passing<Wide> const& x) {
  return {{narrow<U>(x.c0), narrow<U>(x.c1), narrow<U>(x.c2), narrow<U>(x.c3)}};
}

}  // namespace detail

/// Four random words for a counter and a key, in each lane; U is uint32_t or UintOf<Lanes<N>>.
template <class U>
inline Words<U> philox(Words<U> const& counter, Key key) {
  auto passing = detail::Passing{widen(counter.word[0]), widen(counter.word[1]),
                                 widen(counter.word[2]), widen(counter.word[3])};
  for (std::uint32_t round = 0; round < 10; round += 2) {
    passing = detail::two_rounds(passing, key, round);
  }
  return detail::narrow_all<U>(passing);
}

/// philox() for counters (c0, c1, c2, block) with any number of blocks: what the blocks share of the
/// first four rounds is computed once, and what all lanes share in one number.
template <class U>
class PhiloxBlocks {
 public:
  PhiloxBlocks(Key key, U c0, std::uint32_t c1, std::uint32_t c2) : key_(key) {
    using namespace detail;
    auto const keys = [key](std::uint32_t round) { return key_of_round(key, round); };
    Wide const product_0 = multiply(widen(c0), multiplier_0);
    auto const product_1 = multiply(std::uint64_t{c2}, multiplier_1);
    auto const lanes_0 =
        multiply((product_1 >> 32) ^ c1 ^ keys(0).low, multiplier_0);  // of round 1
    first_2_ = high_half(product_0) ^ std::uint64_t{keys(0).high};
    second_0_ = (product_1 & 0xffffffff) ^ keys(1).low;
    Wide const third_1 =
        multiply(product_0 ^ ((lanes_0 >> 32) ^ keys(1).high), multiplier_1);
    third_0_ = high_half(third_1) ^ std::uint64_t{keys(2).low};
    third_2_ = halves(static_cast<std::uint32_t>(lanes_0) ^ keys(2).high, keys(3).high);
    fourth_0_ = third_1 ^ std::uint64_t{keys(3).low};
  }

  Words<U> operator()(std::uint32_t block) const {
    using namespace detail;
    Wide const second_1 = multiply(first_2_ ^ std::uint64_t{block}, multiplier_1);
    Wide const third_0 = multiply(high_half(second_1) ^ second_0_, multiplier_0) ^ third_2_;
    Wide const fourth_0 = multiply(third_0_ ^ second_1, multiplier_0);
    Wide const fourth_1 = multiply(high_half(third_0), multiplier_1);
    auto passing = Passing{high_half(fourth_1) ^ fourth_0_, fourth_1,
                           high_half(fourth_0) ^ third_0, fourth_0};
    passing = two_rounds(passing, key_, 4);
    passing = two_rounds(passing, key_, 6);
    passing = two_rounds(passing, key_, 8);
    return narrow_all<U>(passing);
  }

 private:
  using Wide = decltype(widen(U{}));

  Key key_;
  Wide first_2_;
  std::uint64_t second_0_;
  Wide third_0_;
  std::uint64_t third_2_;
  Wide fourth_0_;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
