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

/// The four words of a counter on their way through the rounds.
template <class W>
struct Passing {
  W c0, c1, c2, c3;
};

/// Rounds `round` and `round + 1`. The upper half of a product is xored with this round's key and
/// its lower half with the next round's at once.
template <class W>
[[gnu::always_inline]] inline Passing<W> two_rounds(Passing<W> in, Key key, std::uint32_t round) {
  Key const now = key_of_round(key, round);
  Key const next = key_of_round(key, round + 1);
  W const first_0 = multiply(in.c0, multiplier_0) ^ halves(now.high, next.high);
  W const first_1 = multiply(in.c2, multiplier_1) ^ halves(now.low, next.low);
  W const second_0 = multiply(high_half(first_1) ^ in.c1, multiplier_0);
  W const second_1 = multiply(high_half(first_0) ^ in.c3, multiplier_1);
  return {high_half(second_1) ^ first_1, second_1, high_half(second_0) ^ first_0, second_0};
}

template <class U, class W>
[[gnu::always_inline]] inline Words<U> narrow_all(Passing<W> const& x, int first = 0) {
  return {{narrow<U>(x.c0, first), narrow<U>(x.c1, first), narrow<U>(x.c2, first),
           narrow<U>(x.c3, first)}};
}

}  // namespace detail

/// Four random words for a counter and a key, in each lane; U is uint32_t or UintOf<Lanes<N>>.
template <class U>
inline Words<U> philox(Words<U> const& counter, Key key) {
  auto passing = detail::Passing<WideOf<U>>{widen(counter.word[0]), widen(counter.word[1]),
                                            widen(counter.word[2]), widen(counter.word[3])};
  for (std::uint32_t round = 0; round < 10; round += 2) {
    passing = detail::two_rounds(passing, key, round);
  }
  return detail::narrow_all<U>(passing);
}

/// philox() for the counters (c0, c1, c2, block) of any blocks: what the blocks share of the first
/// four rounds is computed once, and what all lanes share in one number.
template <class U>
class PhiloxBlocks {
 public:
  PhiloxBlocks(Key key, U c0, std::uint32_t c1, std::uint32_t c2) : key_(key) {
    using namespace detail;
    auto const keys = [key](std::uint32_t round) { return key_of_round(key, round); };
    auto const first_0 = multiply(widen(c0), multiplier_0);
    auto const first_1 = std::uint64_t{c2} * multiplier_1;
    auto const second_0 = ((first_1 >> 32) ^ c1 ^ keys(0).low) * multiplier_0;
    auto const third_1 = multiply(first_0 ^ ((second_0 >> 32) ^ keys(1).high), multiplier_1);
    second_2_ = high_half(first_0) ^ std::uint64_t{keys(0).high};
    third_0_ = (first_1 & 0xffffffff) ^ keys(1).low;
    fourth_0_ = high_half(third_1) ^ std::uint64_t{keys(2).low};
    fourth_2_ = halves(static_cast<std::uint32_t>(second_0) ^ keys(2).high, keys(3).high);
    fifth_0_ = third_1 ^ std::uint64_t{keys(3).low};
  }

  /// Writes the words of blocks `block` to `block + Count - 1`. Two at a time are faster than one
  /// after the other: a processor finds work in one while it waits for a product of the other.
  template <int Count>
  [[gnu::always_inline]] void operator()(std::uint32_t block, U* words) const {
    using namespace detail;
    auto start = repeat<Count>(second_2_);
    for (int i = 0; i < Count * parts; ++i) {
      start.part[i] = start.part[i] ^ (std::uint64_t{block} + static_cast<unsigned>(i / parts));
    }
    auto const second_1 = multiply(start, multiplier_1);
    auto const third_0 = multiply(high_half(second_1) ^ third_0_, multiplier_0) ^ fourth_2_;
    auto const fourth_0 = multiply(repeat<Count>(fourth_0_) ^ second_1, multiplier_0);
    auto const fourth_1 = multiply(high_half(third_0), multiplier_1);
    auto passing = Passing<Wide<Half, Count * parts>>{high_half(fourth_1) ^ repeat<Count>(fifth_0_),
                                                      fourth_1, high_half(fourth_0) ^ third_0,
                                                      fourth_0};
    passing = two_rounds(passing, key_, 4);
    passing = two_rounds(passing, key_, 6);
    passing = two_rounds(passing, key_, 8);
    for (int i = 0; i < Count; ++i) {
      words[4 * i + 0] = narrow<U>(passing.c0, i * parts);
      words[4 * i + 1] = narrow<U>(passing.c1, i * parts);
      words[4 * i + 2] = narrow<U>(passing.c2, i * parts);
      words[4 * i + 3] = narrow<U>(passing.c3, i * parts);
    }
  }

 private:
  static constexpr int parts = numeric::lanes_in<U> == 1 ? 1 : 2;
  using Half = decltype(WideOf<U>{}.part[0] ^ 0);

  template <int Count>
  [[gnu::always_inline]] static Wide<Half, Count * parts> repeat(WideOf<U> const& x) {
    Wide<Half, Count * parts> result;
    for (int i = 0; i < Count * parts; ++i) result.part[i] = x.part[i % parts];
    return result;
  }

  Key key_;
  WideOf<U> second_2_;
  std::uint64_t third_0_;
  WideOf<U> fourth_0_;
  std::uint64_t fourth_2_;
  WideOf<U> fifth_0_;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::random
