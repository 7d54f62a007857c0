#include <minefree/report/html/phrases.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/date.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

std::string of_futures(double share) {
  constexpr double near_enough = 0.02;  // of the whole, from a tenth
  if (share <= 0) return "none";
  if (share >= 1) return "all";
  if (share < 0.01) return "fewer than 1 of 100";
  if (share > 0.99) return "more than 99 of 100";
  double const tenths = std::round(10 * share);
  bool const in_tens = share >= 0.08 && share <= 0.92;
  if (in_tens && std::abs(share - tenths / 10) <= near_enough) {
    return fmt::format("{:.0f} of 10", tenths);
  }
  return fmt::format("{:.0f} of 100", std::round(100 * share));
}

std::string year_or_never(std::optional<double> const& decimal_year, int horizon) {
  if (!decimal_year) return fmt::format("never within the horizon ({})", horizon);
  return std::to_string(calendar_year(*decimal_year));
}

std::string day_in_words(std::string const& day) {
  constexpr std::array<std::string_view, 12> months{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  auto const date = parse_date(day);
  if (!date) return day;
  return fmt::format("{} {} {}", date->day, months[static_cast<std::size_t>(date->month - 1)],
                     date->year);
}

double decimal_year_of(std::string const& day) {
  auto const date = parse_date(day);
  return date ? decimal_year_at_end_of(*date) : 0;
}

std::string range_text(int low, int high) {
  return low == high ? std::to_string(low) : fmt::format("{} to {}", low, high);
}

std::string basis_sentence(StateSummary const& state) {
  if (state.basis == "prior") {
    return "Prior: no recent report of land or release carries this projection; it rests on judgement "
           "or given values.";
  }
  if (state.basis == "mixed") {
    return "Partly prior: releases are reported for fewer than three of the last five years, so this "
           "rests partly on judgement.";
  }
  return {};
}

int named_year(RunSummary const& summary) {
  auto const& targets = summary.targets;
  return targets.empty() ? summary.provenance.horizon : targets[targets.size() / 2];
}

std::size_t index_of(RunSummary const& summary, int year) {
  return static_cast<std::size_t>(year - summary.years.front());
}

double complete_by(RunSummary const& summary, StateSummary const& state, int year) {
  constexpr std::size_t months_of_a_year = 12;
  auto const& by_month = state.projection->completion.by_month;
  auto const months = std::min(by_month.size(), months_of_a_year * (index_of(summary, year) + 1));
  std::uint64_t complete = 0;
  for (std::size_t month = 0; month < months; ++month) complete += by_month[month];
  return static_cast<double>(complete) / static_cast<double>(summary.provenance.trajectories);
}

}  // namespace minefree::report::html
