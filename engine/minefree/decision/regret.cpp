#include <minefree/decision/regret.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <minefree/base/contract.hpp>

namespace minefree {
namespace {

// Closer than so many standard errors of their difference, two strategies cannot be told apart.
constexpr double errors_to_tell_apart = 2;

std::vector<double> difference(std::vector<double> a, std::vector<double> const& b) {
  for (std::size_t k = 0; k < a.size(); ++k) a[k] -= b[k];
  return a;
}

std::vector<double> negative(std::vector<double> values) {
  for (double& value : values) value = -value;
  return values;
}

}  // namespace

bool is_apart(Estimate const& difference) {
  return std::abs(difference.value) > errors_to_tell_apart * difference.standard_error;
}

RegretTally::RegretTally(std::size_t strategies, std::size_t futures, Clusters clusters)
    : strategies_(strategies),
      futures_(futures),
      clusters_(std::move(clusters)),
      outcome_(strategies * futures, Sums(clusters_.count())),
      target_(outcome_),
      best_(strategies),
      best_alone_(strategies) {
  MINEFREE_EXPECT(strategies > 0 && futures > 0);
}

RegretTally::Sums& RegretTally::outcome(std::size_t strategy, std::size_t future) {
  return outcome_[strategy * futures_ + future];
}
RegretTally::Sums const& RegretTally::outcome(std::size_t strategy, std::size_t future) const {
  return outcome_[strategy * futures_ + future];
}

void RegretTally::add(std::size_t future, std::span<StrategyOutcomes const> strategies) {
  MINEFREE_EXPECT(strategies.size() == strategies_ && future < futures_);
  for (std::size_t s = 0; s < strategies_; ++s) {
    MINEFREE_EXPECT(strategies[s].outcome.size() == clusters_.trajectories());
    for (std::size_t n = 0; n < strategies[s].outcome.size(); ++n) {
      auto const cluster = clusters_.of(n);
      outcome(s, future)[cluster] += strategies[s].outcome[n];
      target_[s * futures_ + future][cluster] += strategies[s].target_met[n];
    }
  }
  count_best(strategies);
}

void RegretTally::count_best(std::span<StrategyOutcomes const> strategies) {
  for (std::size_t n = 0; n < strategies[0].outcome.size(); ++n) {
    double best = strategies[0].outcome[n];
    for (auto const& strategy : strategies) best = std::max(best, strategy.outcome[n]);
    std::size_t winners = 0;
    std::size_t winner = 0;
    for (std::size_t s = 0; s < strategies_; ++s) {
      if (strategies[s].outcome[n] != best) continue;
      ++best_[s];
      ++winners;
      winner = s;
    }
    if (winners == 1) ++best_alone_[winner];
    if (winners == strategies_) ++all_alike_;
  }
}

std::size_t RegretTally::best_in(std::size_t future) const {
  std::size_t best = 0;
  for (std::size_t s = 1; s < strategies_; ++s) {
    bool const better =
        clusters_.mean(outcome(s, future)).value > clusters_.mean(outcome(best, future)).value;
    if (better) best = s;
  }
  return best;
}

RegretTally::Sums RegretTally::regret(std::size_t best, std::size_t strategy,
                                      std::size_t future) const {
  return difference(outcome(best, future), outcome(strategy, future));
}

RegretTally::Sums RegretTally::mean_over_futures(std::size_t strategy) const {
  Sums mean(clusters_.count());
  for (std::size_t f = 0; f < futures_; ++f) {
    for (std::size_t k = 0; k < mean.size(); ++k)
      mean[k] += outcome(strategy, f)[k] / static_cast<double>(futures_);
  }
  return mean;
}

RegretChoice RegretTally::smallest(std::vector<Sums> const& values) const {
  RegretChoice choice;
  for (std::size_t s = 1; s < values.size(); ++s) {
    bool const smaller =
        clusters_.mean(values[s]).value < clusters_.mean(values[choice.strategy]).value;
    if (smaller) choice.strategy = s;
  }
  choice.value = clusters_.mean(values[choice.strategy]);
  for (std::size_t s = 0; s < values.size(); ++s) {
    if (s == choice.strategy) continue;
    auto const apart = clusters_.mean(difference(values[s], values[choice.strategy]));
    if (!is_apart(apart)) choice.as_good.push_back(s);
  }
  return choice;
}

Regret RegretTally::result() const {
  Regret result;
  result.futures = futures_;
  std::vector<std::size_t> best(futures_);
  for (std::size_t f = 0; f < futures_; ++f) best[f] = best_in(f);

  auto const draws = static_cast<double>(clusters_.trajectories()) * static_cast<double>(futures_);
  std::vector<Sums> largest_regrets;
  std::vector<Sums> worst_outcomes;
  std::vector<Sums> mean_outcomes;
  for (std::size_t s = 0; s < strategies_; ++s) {
    StrategyRegret strategy;
    for (std::size_t f = 0; f < futures_; ++f) {
      RegretCell const cell{.target = clusters_.mean(target_[s * futures_ + f]),
                            .outcome = clusters_.mean(outcome(s, f)),
                            .regret = clusters_.mean(regret(best[f], s, f))};
      if (f == 0 || cell.regret.value > strategy.largest_regret.value) {
        strategy.largest_regret = cell.regret;
        strategy.future_of_largest_regret = f;
      }
      if (f == 0 || cell.outcome.value < strategy.worst_outcome.value) {
        strategy.worst_outcome = cell.outcome;
        strategy.future_of_worst_outcome = f;
      }
      result.cells.push_back(cell);
    }
    auto const f = strategy.future_of_largest_regret;
    largest_regrets.push_back(regret(best[f], s, f));
    worst_outcomes.push_back(negative(outcome(s, strategy.future_of_worst_outcome)));
    mean_outcomes.push_back(negative(mean_over_futures(s)));
    strategy.mean_outcome = clusters_.mean(mean_over_futures(s));
    strategy.best_share = static_cast<double>(best_[s]) / draws;
    strategy.best_alone_share = static_cast<double>(best_alone_[s]) / draws;
    result.strategies.push_back(strategy);
  }
  result.minimax_regret = smallest(largest_regrets);
  result.maximin = smallest(worst_outcomes);
  result.maximin.value.value = -result.maximin.value.value;
  result.equal_weights = smallest(mean_outcomes);
  result.equal_weights.value.value = -result.equal_weights.value.value;
  result.all_alike_share = static_cast<double>(all_alike_) / draws;
  return result;
}

}  // namespace minefree
