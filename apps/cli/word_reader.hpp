#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/base/date.hpp>

#include "arguments.hpp"

namespace minefree::cli {

/// A sweep is cut into no more parts.
inline constexpr int most_parts = 10'000;

/// Values from words; the first that is wrong is kept as a sentence.
class WordReader {
 public:
  std::uint64_t whole(std::string_view option, std::string const& word, std::int64_t low,
                      std::int64_t high);

  std::optional<std::uint64_t> optional_whole(std::string_view option, std::string const& word,
                                              std::int64_t low, std::int64_t high);

  std::string state_code(std::string_view option, std::string word);

  std::optional<double> months(std::string const& word);

  std::optional<int> optional_year(std::string_view option, std::string const& word);

  double probability(std::string_view option, std::string word);

  double positive_musd(std::string_view option, std::string const& word);

  Objective objective(std::string const& word);

  /// `AGO=5`, each state once.
  std::map<std::string, double> musd_by_state(std::string_view option,
                                              std::vector<std::string> const& words);

  /// `20` is the whole sum, `+20` comes on top, `-5` is taken away.
  MoneySum money_sum(std::string_view option, std::string const& word);

  std::optional<Date> day(std::string_view option, std::string const& word);

  /// `50%` or `0.5`, above 0.
  double share(std::string_view option, std::string const& word, double usual);

  /// `3/64`: the third of 64 parts.
  std::optional<SweepPart> part(std::string_view option, std::string const& word);

  InstructionSet instruction_set(std::string const& option, std::string const& environment);

  std::string const& complaint() const;

 private:
  static constexpr double largest_musd = 1e6;
  // Results count money up to the latter.
  static constexpr double smallest_budget_musd = 0.01;
  static constexpr double largest_budget_musd = 10'000;

  void complain(std::string sentence);

  std::string complaint_;
};

}  // namespace minefree::cli
