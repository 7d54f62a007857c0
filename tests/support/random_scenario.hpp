#pragma once

// Scenarios nobody would think of, the same ones everywhere: a seed makes one.
#include <cstdint>
#include <initializer_list>
#include <iterator>

#include <support/build_scenario.hpp>

namespace minefree::testing {

/// Random numbers for building test cases (SplitMix64): the same on every machine, unlike the
/// distributions of the standard library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits();
  double between(double low, double high);
  /// Between positive bounds, evenly on the log scale.
  double log_between(double low, double high);
  int whole(int low, int high);
  bool chance(double probability);

  template <class T>
  T pick(std::initializer_list<T> values) {
    return *std::next(values.begin(), whole(0, static_cast<int>(values.size()) - 1));
  }

 private:
  std::uint64_t state_;
};

/// Do states depend on one another through money? Amounts for the world or a donor are shared out
/// between the states that get it, so only changes in percent leave each state to itself.
enum class Money { apart, shared };

/// A scenario of 2 to 4 states, each with its own kind of record: stocks by hand or reported,
/// capacity given or estimated, unknown, constant or yearly money, donors, security, blocks, new
/// mines, own parameters, levers. Every state can be estimated.
Scenario random_scenario(std::uint64_t seed, Money = Money::apart);

/// One more state for it, with that code.
StateData random_state(Dice&, std::string const& code, int origin);

}  // namespace minefree::testing
