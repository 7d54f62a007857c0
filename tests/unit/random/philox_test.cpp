// Philox4x32-10 against its authors: their published vectors, and their code (Random123).
#include <minefree/random/philox.hpp>

#include <Random123/philox.h>

#include <gtest/gtest.h>

namespace minefree::random {
namespace {

using Block = Words<std::uint32_t>;

template <class U>
Words<U> in_every_lane(Block const& block) {
  Words<U> result{};
  for (int i = 0; i < 4; ++i) result.word[i] = U{} + block.word[i];
  return result;
}

template <class U>
Block lane_of(Words<U> const& words, int i) {
  Block result{};
  for (int k = 0; k < 4; ++k) result.word[k] = numeric::lane(words.word[k], i);
  return result;
}

void expect_equal(Block const& found, Block const& expected) {
  for (int k = 0; k < 4; ++k) EXPECT_EQ(found.word[k], expected.word[k]) << "word " << k;
}

Block of_random123(Block const& counter, Key key) {
  r123::Philox4x32 const generator;
  auto const& c = counter.word;
  auto const words = generator({{c[0], c[1], c[2], c[3]}}, {{key.low, key.high}});
  return {{words[0], words[1], words[2], words[3]}};
}

/// Counters and keys without a pattern, from the generator of the C++ standard's minstd_rand.
class Arbitrary {
 public:
  std::uint32_t word() { return step() << 16 ^ step(); }
  Block block() {
    Block result{};
    for (auto& w : result.word) w = word();
    return result;
  }

 private:
  std::uint32_t step() {
    return state_ = static_cast<std::uint32_t>(state_ * 48271ULL % 2147483647);
  }
  std::uint32_t state_ = 2025;
};

template <class U>
class Philox : public ::testing::Test {};
using AllWords =
    ::testing::Types<std::uint32_t, numeric::UintOf<numeric::Lanes<4>>,
                     numeric::UintOf<numeric::Lanes<8>>, numeric::UintOf<numeric::Lanes<16>>>;
TYPED_TEST_SUITE(Philox, AllWords);

TYPED_TEST(Philox, gives_the_published_vectors_in_every_lane) {
  using U = TypeParam;
  struct Vector {
    Block counter;
    Key key;
    Block words;
  };
  // From Random123's kat_vectors: zeros, ones, and the first digits of pi.
  Vector const published[] = {
      {{{0, 0, 0, 0}}, {0, 0}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
      {{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}},
       {0xffffffff, 0xffffffff},
       {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
      {{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
       {0xa4093822, 0x299f31d0},
       {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}},
  };
  for (auto const& vector : published) {
    auto const found = philox(in_every_lane<U>(vector.counter), vector.key);
    for (int i = 0; i < numeric::lanes_in<U>; ++i) expect_equal(lane_of(found, i), vector.words);
  }
}

TYPED_TEST(Philox, agrees_with_random123_on_arbitrary_counters) {
  using U = TypeParam;
  Arbitrary arbitrary;
  for (int trial = 0; trial < 2000; ++trial) {
    Key const key(arbitrary.word(), arbitrary.word());
    Words<U> counter{};
    for (int i = 0; i < numeric::lanes_in<U>; ++i) {
      for (auto& word : counter.word) numeric::set_lane(word, i, arbitrary.word());
    }
    auto const found = philox(counter, key);
    for (int i = 0; i < numeric::lanes_in<U>; ++i) {
      expect_equal(lane_of(found, i), of_random123(lane_of(counter, i), key));
    }
    ASSERT_FALSE(this->HasFailure()) << "trial " << trial;
  }
}

TYPED_TEST(Philox, of_blocks_is_the_same_function) {
  using U = TypeParam;
  Arbitrary arbitrary;
  for (int trial = 0; trial < 500; ++trial) {
    Key const key(arbitrary.word(), arbitrary.word());
    U first{};
    for (int i = 0; i < numeric::lanes_in<U>; ++i) numeric::set_lane(first, i, arbitrary.word());
    std::uint32_t const second = arbitrary.word();
    std::uint32_t const third = arbitrary.word();
    PhiloxBlocks<U> const words_of(key, first, second, third);
    for (std::uint32_t const block : {0U, 1U, 2U, 11U, 0xffffffffU, arbitrary.word()}) {
      auto const found = words_of(block);
      auto const expected = philox(Words<U>{{first, U{} + second, U{} + third, U{} + block}}, key);
      for (int i = 0; i < numeric::lanes_in<U>; ++i) {
        expect_equal(lane_of(found, i), lane_of(expected, i));
      }
    }
    ASSERT_FALSE(this->HasFailure()) << "trial " << trial;
  }
}

TEST(Key, of_a_seed_takes_all_64_bits) {
  Key const key(0x0123456789abcdefULL);
  EXPECT_EQ(key.low, 0x89abcdef);
  EXPECT_EQ(key.high, 0x01234567U);
}

}  // namespace
}  // namespace minefree::random
