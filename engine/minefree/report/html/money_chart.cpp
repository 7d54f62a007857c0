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

std::string sentence_of(RunSummary const& summary, StateSummary const& state,
                        ReportFacts const& facts) {
  auto const& money = state.projection->funding_musd;
  int const year = summary.years.front();
  auto text = fmt::format(
      "Total money a year, international and national, in million USD at prices of {}. In {}: {} in the "
      "middle of the futures, {} to {} in 9 of 10; teams cannot absorb {} of it (median).",
      summary.price_year, year, money_text(money.p50.front()), money_text(money.p05.front()),
      money_text(money.p95.front()), money_text(money.unspent_p50.front()));
  auto const& told = facts.states.at(state.code);
  auto const newest =
      std::find_if(told.reported.rbegin(), told.reported.rend(),
                   [](auto const& of) { return of.international_musd.has_value(); });
  if (newest != told.reported.rend()) {
    text += fmt::format(" Reported for {}: {} of international money", newest->year,
                        money_text(*newest->international_musd));
    if (newest->national_musd) {
      text += fmt::format(" and {} of national money", money_text(*newest->national_musd));
    }
    text += ".";
  }
  return text;
}

}  // namespace

Chart money_chart(RunSummary const& summary, StateSummary const& state, ReportFacts const& facts) {
  auto const& money = state.projection->funding_musd;
  auto const& told = facts.states.at(state.code);
  int const first_year = summary.years.front();
  Chart chart{
      .title = fmt::format("{}: money a year, in all", state.name), .sentence = {}, .picture = {}};
  if (*std::ranges::max_element(money.p95) <= 0) {
    chart.sentence =
        "Prior: no money is on record for this state and the scenario gives none, so work goes on at the "
        "pace of its capacity and there is no sum to draw.";
    return chart;
  }
  chart.sentence = sentence_of(summary, state, facts);
  int first = first_year;
  double most = *std::ranges::max_element(money.p95);
  std::vector<ReportedYear> reported;
  for (auto const& year : told.reported) {
    if (!year.international_musd) continue;
    reported.push_back(year);
    most = std::max(most, *year.international_musd);
    first = std::min(first, year.year);
  }
  std::vector<KeyItem> key{{KeyItem::Mark::area, "b90", "9 of 10 futures, total"},
                           {KeyItem::Mark::line, "mid", "P50, total"},
                           {KeyItem::Mark::line, "unspent", "not absorbed, P50"}};
  if (!reported.empty())
    key.push_back({KeyItem::Mark::dots, "rep", "reported, international only"});
  Plot plot({.id = state.code + "-money",
             .title = chart.title,
             .description = chart.sentence,
             .unit = fmt::format("million USD of {} a year, total", summary.price_year),
             .years = {first - 0.4, summary.years.back() + 0.2},
             .values = {0, axis_top(most)},
             .key = key});
  draw_band(plot, "b90", summary.years, money.p05, money.p95);
  draw_line(plot, "mid", summary.years, money.p50);
  draw_line(plot, "unspent", summary.years, money.unspent_p50);
  for (auto const& year : reported) {
    plot.svg().dot("rep", plot.at(year.year, *year.international_musd), 2.6);
  }
  chart.picture = std::move(plot).finish();
  return chart;
}

}  // namespace minefree::report::html
