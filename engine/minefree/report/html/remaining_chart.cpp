#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/report/html/charts.hpp>
#include <minefree/report/html/fan.hpp>
#include <minefree/report/html/phrases.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

namespace {

constexpr int years_of_past = 12;
constexpr double press_flat = 4;  // earlier stocks so many times the rest would press the fan flat
constexpr int fewest_years = 10;

/// The stocks that are drawn, and the newest of those that are left out as far too large.
struct Past {
  std::vector<ReportedYear> drawn;
  std::optional<ReportedYear> left_out;
};

Past past_of(StateFacts const& facts, int origin, double largest_ahead) {
  Past past;
  for (auto const& year : facts.reported) {
    if (!year.remaining_km2 || year.year < origin - years_of_past) continue;
    past.drawn.push_back(year);
  }
  auto const largest =
      std::max(largest_ahead, past.drawn.empty() ? 0.0 : *past.drawn.back().remaining_km2);
  auto const too_large = [&](ReportedYear const& year) {
    return *year.remaining_km2 > press_flat * largest;
  };
  auto const last = std::find_if(past.drawn.rbegin(), past.drawn.rend(), too_large);
  if (last == past.drawn.rend()) return past;
  past.left_out = *last;
  past.drawn.erase(past.drawn.begin(), last.base());
  return past;
}

std::string sentence_of(RunSummary const& summary, StateSummary const& state, Past const& past) {
  auto const& land = state.projection->remaining_km2;
  auto const year = std::min(named_year(summary), last_telling_year(summary, state));
  auto const at = index_of(summary, year);
  std::string text;
  if (state.last_stock_km2 && state.last_stock_year) {
    text = fmt::format("{} km2 were on record at the end of {}. ", area_text(*state.last_stock_km2),
                       *state.last_stock_year);
  }
  text += fmt::format(
      "By the end of {}, the middle half of the futures has between {} and {} km2 left, and 9 of 10 between {} "
      "and {} km2.",
      year, area_text(land.p25[at]), area_text(land.p75[at]), area_text(land.p05[at]),
      area_text(land.p95[at]));
  if (past.left_out) {
    text += fmt::format(" Not drawn: {} km2 in {} and what was reported before.",
                        area_text(*past.left_out->remaining_km2), past.left_out->year);
  }
  if (!state.reported.year.empty()) {
    text += fmt::format(" Reported since the origin: {} km2 at the end of {}.",
                        area_text(state.reported.remaining_km2.back()), state.reported.year.back());
  }
  return text;
}

/// A straight line from the newest stock to nothing left.
struct LineToNothing {
  std::string looks, words;
  double from_year, from_km2, to_year;
};

/// The state's own plan and the line at its mean release, as far as the record has them. A line
/// that would end before the newest stock is left out.
std::vector<LineToNothing> lines_to_nothing(StateSummary const& state) {
  std::vector<LineToNothing> lines;
  if (!state.last_stock_year || !state.last_stock_km2) return lines;
  auto const from = static_cast<double>(*state.last_stock_year);
  auto const add = [&](std::string looks, std::string words, double decimal_year) {
    double const end =
        decimal_year - 1;  // a date counts from the start of its year, the axis ends it
    if (end > from) {
      lines.push_back({std::move(looks), std::move(words), from, *state.last_stock_km2, end});
    }
  };
  auto const& plain = state.plain;
  if (plain.own_plan) {
    add("plan", "own plan: " + plain.own_plan->substr(0, 4), decimal_year_of(*plain.own_plan));
  }
  if (auto const& end = plain.remaining_over_mean_release) {
    auto const year = line_text(end, plain.mean_release_km2_per_year, state.last_stock_km2);
    add("straight", "straight line: " + year, *end);
  }
  return lines;
}

/// The line as far as the picture goes.
void draw(Plot& plot, LineToNothing const& line, double last) {
  auto const& [looks, words, from_year, from_km2, to_year] = line;
  double const stop = std::min(to_year, last);
  double const left = from_km2 * (to_year - stop) / (to_year - from_year);
  plot.svg().line(looks, plot.at(from_year, from_km2), plot.at(stop, left));
}

std::vector<KeyItem> key_of(StateSummary const& state, Past const& past,
                            std::vector<LineToNothing> const& lines) {
  std::vector<KeyItem> key{{KeyItem::Mark::area, "b90", "9 of 10 futures"},
                           {KeyItem::Mark::area, "b50", "middle half"},
                           {KeyItem::Mark::line, "mid", "P50, half are below"}};
  if (!past.drawn.empty()) key.push_back({KeyItem::Mark::dots, "rep", "reported"});
  if (!state.reported.year.empty()) {
    key.push_back({KeyItem::Mark::dots, "since", "reported since"});
  }
  for (auto const& line : lines) key.push_back({KeyItem::Mark::line, line.looks, line.words});
  return key;
}

/// What was known at the origin as a line with dots, what came later as rings.
void draw_reported(Plot& plot, Past const& past, ReportedSummary const& since, int last) {
  std::vector<int> years;
  std::vector<double> km2;
  for (auto const& year : past.drawn) {
    years.push_back(year.year);
    km2.push_back(*year.remaining_km2);
    plot.svg().dot("rep", plot.at(years.back(), km2.back()), 2.6);
  }
  draw_line(plot, "told", years, km2);
  for (std::size_t k = 0; k < since.year.size(); ++k) {
    auto const at = plot.at(since.year[k], since.remaining_km2[k]);
    if (since.year[k] <= last && at.y >= plot.top()) plot.svg().dot("since", at, 3);
  }
}

}  // namespace

int last_telling_year(RunSummary const& summary, StateSummary const& state) {
  auto const& p95 = state.projection->remaining_km2.p95;
  auto const left = std::find_if(p95.rbegin(), p95.rend(), [](double km2) { return km2 > 0; });
  auto const years = static_cast<int>(p95.rend() - left) + 1;
  auto const drawn =
      std::clamp(years, fewest_years, std::max(fewest_years, static_cast<int>(p95.size())));
  return std::min(summary.years.front() + drawn - 1, summary.years.back());
}

Chart remaining_chart(RunSummary const& summary, StateSummary const& state,
                      StateFacts const& facts) {
  auto const& land = state.projection->remaining_km2;
  auto const& initial = state.projection->initial;
  int const origin = summary.provenance.origin;
  int const last = last_telling_year(summary, state);
  auto const count = static_cast<std::size_t>(last - origin);
  double const start = initial.confirmed_km2 + initial.suspected_km2;
  double most = std::max(start, *std::ranges::max_element(land.p95));
  auto const past = past_of(facts, origin, most);
  int first = origin;
  for (auto const& year : past.drawn) {
    most = std::max(most, *year.remaining_km2);
    first = std::min(first, year.year);
  }
  if (state.last_stock_year) first = std::min(first, *state.last_stock_year);

  auto const lines = lines_to_nothing(state);
  Chart chart{.title = fmt::format("{}: mined land left", state.name),
              .sentence = sentence_of(summary, state, past),
              .picture = {}};
  Plot plot({.id = state.code + "-land",
             .title = chart.title,
             .description = chart.sentence,
             .unit = "km2 on record at the end of the year",
             .years = {first - 0.3, last + 0.2},
             .values = {0, axis_top(most)},
             .key = key_of(state, past, lines)});
  std::vector<int> years{origin};
  for (int year = origin + 1; year <= last; ++year) years.push_back(year);
  draw_band(plot, "b90", years, after(start, land.p05, count), after(start, land.p95, count));
  draw_band(plot, "b50", years, after(start, land.p25, count), after(start, land.p75, count));
  draw_line(plot, "mid", years, after(start, land.p50, count));
  for (auto const& line : lines) draw(plot, line, last);
  draw_reported(plot, past, state.reported, last);
  chart.picture = std::move(plot).finish();
  return chart;
}

}  // namespace minefree::report::html
