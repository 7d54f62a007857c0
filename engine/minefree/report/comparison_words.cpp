#include <algorithm>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

#include <minefree/report/comparison.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

/// From this share on, futures in which only one side completes are told.
constexpr double least_share_told = 0.05;

/// Medians are whole months.
std::string years_text(double years) {
  double const months = std::abs(years) * 12;
  if (months < 0.5) return "less than a month";
  if (months < 1.5) return "about a month";
  return fmt::format("{:.1f} years", std::abs(years));
}

/// The telling median in words, where it points the way that most futures move.
std::string median_that_way(StateComparison const& state, bool earlier) {
  auto const years = telling_median(state);
  if (!years || (*years != 0 && (*years > 0) != earlier)) return {};
  return years_text(*years);
}

}  // namespace

std::string sentence_of(StateComparison const& state, int horizon) {
  if (state.earlier_share == 0 && state.later_share == 0) return "the same date in every future";
  bool const earlier = state.earlier_share >= state.later_share;
  double const moved = earlier ? state.earlier_share : state.later_share;
  double const one_sided = earlier ? state.newly_complete_share : state.no_longer_complete_share;
  auto const* const way = earlier ? "earlier" : "later";
  auto const median = median_that_way(state, earlier);
  auto text = fmt::format("{} in {} of futures", way, percent_text(moved));
  if (one_sided < least_share_told)
    return median.empty() ? text : text + ", by a median of " + median;
  text += fmt::format(": in {} it {} completes by {}", percent_text(one_sided),
                      earlier ? "newly" : "no longer", horizon);
  if (median.empty()) return text;
  return text + fmt::format(", in the others it is {} by a median of {}", way, median);
}

std::optional<double> telling_median(StateComparison const& state) {
  double const moved = state.earlier_share + state.later_share;
  double const one_sided = state.newly_complete_share + state.no_longer_complete_share;
  return 2 * one_sided > moved ? std::nullopt : state.median_years_gained;
}

Difference const* main_difference(StateComparison const& state) {
  if (state.probability.empty()) return nullptr;
  return &state.probability[state.probability.size() / 2];
}

bool changes_more(StateComparison const& a, StateComparison const& b) {
  auto const size = [](StateComparison const& state) {
    auto const* const difference = main_difference(state);
    double const value = difference ? std::abs(difference->value) : 0;
    bool const clear = difference && value > 2 * difference->standard_error;
    return std::tuple(clear, value, std::abs(state.median_years_gained.value_or(0)),
                      std::max(state.earlier_share, state.later_share));
  };
  return size(a) > size(b);
}

}  // namespace minefree::report
