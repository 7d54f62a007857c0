#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/report/html/charts.hpp>
#include <minefree/report/html/phrases.hpp>
#include <minefree/report/html/plot.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

namespace {

/// One way in which land leaves the record.
struct Flow {
  std::vector<double> ReleaseSummary::* values;
  std::string_view looks;
};
/// From the axis upwards.
constexpr std::array released{Flow{&ReleaseSummary::cleared, "cleared"},
                              Flow{&ReleaseSummary::reduced, "reduced"},
                              Flow{&ReleaseSummary::cancelled, "cancelled"}};

double sum_of(std::vector<double> const& values, std::size_t count) {
  double sum = 0;
  for (std::size_t k = 0; k < count; ++k) sum += values[k];
  return sum;
}

}  // namespace

Chart flow_chart(RunSummary const& summary, StateSummary const& state) {
  auto const& flows = state.projection->released_km2;
  int const first = summary.years.front();
  int const last = last_telling_year(summary, state);
  auto const count = static_cast<std::size_t>(last - first + 1);
  double most_out = 0;
  double most_in = 0;
  for (std::size_t k = 0; k < count; ++k) {
    most_out = std::max(most_out, flows.cleared[k] + flows.reduced[k] + flows.cancelled[k]);
    most_in = std::max(most_in, flows.discovered[k]);
  }
  double const cleared = sum_of(flows.cleared, count);
  double const reduced = sum_of(flows.reduced, count);
  double const cancelled = sum_of(flows.cancelled, count);
  Chart chart{
      .title = fmt::format("{}: how land is released", state.name),
      .sentence = fmt::format(
          "From {} to {}, {} km2 are released on average over the futures: {} cleared, {} reduced by technical "
          "survey and {} cancelled by non-technical survey. {} km2 are newly discovered.",
          first, last, area_text(cleared + reduced + cancelled), area_text(cleared),
          area_text(reduced), area_text(cancelled), area_text(sum_of(flows.discovered, count))),
      .picture = {}};
  Plot plot({.id = state.code + "-flow",
             .title = chart.title,
             .description = chart.sentence,
             .unit = "km2 a year, mean over all futures",
             .years = {first - 0.6, last + 0.6},
             .values = {-axis_top(most_in) * (most_in > 0 ? 1 : 0), axis_top(most_out)},
             .key = {{KeyItem::Mark::area, "cleared", "cleared"},
                     {KeyItem::Mark::area, "reduced", "reduced"},
                     {KeyItem::Mark::area, "cancelled", "cancelled"},
                     {KeyItem::Mark::area, "discovered", "discovered (adds land)"}}});
  double const width = (plot.right() - plot.left()) / (static_cast<double>(count) + 0.2) * 0.78;
  auto const bar = [&](std::string_view looks, int year, double from, double to) {
    auto const top = plot.at(year, std::max(from, to));
    auto const foot = plot.at(year, std::min(from, to));
    plot.svg().box(looks, {top.x - width / 2, top.y}, width, foot.y - top.y);
  };
  for (std::size_t k = 0; k < count; ++k) {
    int const year = first + static_cast<int>(k);
    double base = 0;
    for (auto const& flow : released) {
      double const km2 = (flows.*flow.values)[k];
      bar(flow.looks, year, base, base + km2);
      base += km2;
    }
    bar("discovered", year, 0, -flows.discovered[k]);
  }
  plot.svg().line("axis", {plot.left(), plot.at(first, 0).y}, {plot.right(), plot.at(first, 0).y});
  chart.picture = std::move(plot).finish();
  return chart;
}

}  // namespace minefree::report::html
