#include <minefree/parallel/rank_sums.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include <minefree/ensemble/walk_counts.hpp>

namespace minefree {
namespace {

/// Lists from this length on are summed where they are; a copy would cost memory. Shorter ones go
/// together: what a sum costs is then mostly the waiting.
constexpr std::size_t long_list = 2048;
/// Values of trajectories are summed so many at a time, to bound the memory of their copies.
constexpr std::size_t values_at_once = std::size_t{1} << 16U;

/// Sums lists of counts of one type: long ones at once, short ones together in the end.
template <class Count>
class Sums {
 public:
  explicit Sums(Ranks& ranks) : ranks_(ranks) {}

  void take(std::span<Count> counts) {
    if (counts.size() >= long_list) {
      ranks_.sum(counts);
    } else if (!counts.empty()) {
      short_.push_back(counts);
    }
  }

  void finish() {
    std::vector<Count> together;
    for (auto const counts : short_) together.insert(together.end(), counts.begin(), counts.end());
    if (together.empty()) return;
    ranks_.sum(std::span<Count>(together));
    auto from = together.begin();
    for (auto const counts : short_) {
      std::copy_n(from, counts.size(), counts.begin());
      from += static_cast<std::ptrdiff_t>(counts.size());
    }
  }

 private:
  Ranks& ranks_;
  std::vector<std::span<Count>> short_;
};

/// All counts of a result, whatever their types.
class SumsOfAllTypes {
 public:
  explicit SumsOfAllTypes(Ranks& ranks) : u32_(ranks), u64_(ranks), i64_(ranks) {}

  template <class Count>
  void take(std::vector<Count>& counts) {
    of(counts.data()).take(counts);
  }
  template <class Count>
  void take(Count& count) {
    of(&count).take({&count, 1});
  }
  void finish() {
    u32_.finish();
    u64_.finish();
    i64_.finish();
  }

 private:
  Sums<std::uint32_t>& of(std::uint32_t const*) { return u32_; }
  Sums<std::uint64_t>& of(std::uint64_t const*) { return u64_; }
  Sums<std::int64_t>& of(std::int64_t const*) { return i64_; }

  Sums<std::uint32_t> u32_;
  Sums<std::uint64_t> u64_;
  Sums<std::int64_t> i64_;
};

template <class Result>
void sum_counts(Ranks& ranks, Result& result) {
  SumsOfAllTypes sums(ranks);
  walk_counts(result, result, [&](auto& counts, auto const&) { sums.take(counts); });
  sums.finish();
}

std::uint64_t bits_of(double value) { return std::bit_cast<std::uint64_t>(value); }
std::uint64_t bits_of(std::uint16_t value) { return value; }
std::uint64_t bits_of(std::uint8_t value) { return value; }

void set_bits(double& value, std::uint64_t bits) { value = std::bit_cast<double>(bits); }
void set_bits(std::uint16_t& value, std::uint64_t bits) {
  value = static_cast<std::uint16_t>(bits);
}
void set_bits(std::uint8_t& value, std::uint64_t bits) { value = static_cast<std::uint8_t>(bits); }

template <class Value>
void sum_values(Ranks& ranks, std::vector<Value>& values) {
  std::vector<std::uint64_t> bits;
  for (std::size_t first = 0; first < values.size(); first += values_at_once) {
    auto const some =
        std::span(values).subspan(first).first(std::min(values_at_once, values.size() - first));
    bits.clear();
    for (Value const value : some) bits.push_back(bits_of(value));
    ranks.sum(std::span<std::uint64_t>(bits));
    for (std::size_t k = 0; k < some.size(); ++k) set_bits(some[k], bits[k]);
  }
}

}  // namespace

void sum_over(Ranks& ranks, Ensemble& ensemble) { sum_counts(ranks, ensemble); }

void sum_over(Ranks& ranks, PairedEnsemble& pair) { sum_counts(ranks, pair); }

void sum_over(Ranks& ranks, TrajectoryOutcomes& outcomes) {
  sum_values(ranks, outcomes.complete);
  sum_values(ranks, outcomes.country_complete);
  sum_values(ranks, outcomes.released_km2);
}

void sum_over(Ranks& ranks, std::vector<CountrySamples>& countries) {
  for (auto& samples : countries) {
    for (auto* const column : columns_of(samples)) sum_values(ranks, *column);
  }
}

}  // namespace minefree
