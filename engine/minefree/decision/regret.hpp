#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <minefree/decision/cluster_sums.hpp>

namespace minefree {

/// True for a difference of at least two standard errors; below it, two strategies cannot be told
/// apart with these draws.
bool is_apart(Estimate const& difference);

/// One strategy in one future.
struct RegretCell {
  Estimate target;   // probability of meeting the target, 0..1
  Estimate outcome;  // mean over the draws
  Estimate regret;   // mean outcome of the best strategy of this future less this one's, 0 or more
};

/// One strategy over all futures.
struct StrategyRegret {
  Estimate largest_regret;
  std::size_t future_of_largest_regret = 0;
  Estimate worst_outcome;
  std::size_t future_of_worst_outcome = 0;
  Estimate mean_outcome;        // every future with the same weight
  double best_share = 0;        // of futures x draws in which no other does better, 0..1
  double best_alone_share = 0;  // of these, where every other does worse
};

/// A strategy that some rule chooses, and those that are as good as far as the draws can tell:
/// their value differs from the chosen one's by less than two standard errors of the difference.
struct RegretChoice {
  std::size_t strategy = 0;
  Estimate value;
  std::vector<std::size_t> as_good;
};

struct Regret {
  std::size_t futures = 0;
  std::vector<RegretCell> cells;  // [strategy * futures + future]
  std::vector<StrategyRegret> strategies;
  RegretChoice minimax_regret;  // smallest largest regret
  RegretChoice maximin;         // largest worst outcome
  RegretChoice equal_weights;   // largest mean outcome
  double all_alike_share = 0;   // of futures x draws in which all strategies do as well

  RegretCell const& cell(std::size_t strategy, std::size_t future) const {
    return cells[strategy * futures + future];
  }
};

/// What one strategy brings in each trajectory of a future.
struct StrategyOutcomes {
  std::vector<double> outcome;
  std::vector<std::uint8_t> target_met;  // 0 or 1
};

/// Adds up outcomes future by future, under shared draws: trajectory n is the same draw in every
/// strategy and every future.
class RegretTally {
 public:
  RegretTally(std::size_t strategies, std::size_t futures, Clusters clusters);

  /// What each strategy brings in a future, trajectory by trajectory.
  void add(std::size_t future, std::span<StrategyOutcomes const> strategies);

  /// Once every future has been added.
  Regret result() const;

 private:
  using Sums = std::vector<double>;  // of each cluster

  Sums& outcome(std::size_t strategy, std::size_t future);
  Sums const& outcome(std::size_t strategy, std::size_t future) const;
  Sums regret(std::size_t best, std::size_t strategy, std::size_t future) const;
  Sums mean_over_futures(std::size_t strategy) const;
  std::size_t best_in(std::size_t future) const;
  void count_best(std::span<StrategyOutcomes const> strategies);
  /// The strategy whose value is smallest, from the sums that make each value.
  RegretChoice smallest(std::vector<Sums> const& values) const;

  std::size_t strategies_, futures_;
  Clusters clusters_;
  std::vector<Sums> outcome_, target_;            // [strategy * futures + future]
  std::vector<std::uint64_t> best_, best_alone_;  // [strategy]
  std::uint64_t all_alike_ = 0;
};

}  // namespace minefree
