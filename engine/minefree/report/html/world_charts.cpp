#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/report/html/charts.hpp>
#include <minefree/report/html/fan.hpp>
#include <minefree/report/html/phrases.hpp>

namespace minefree::report::html {

namespace {

constexpr int futures = 10;
constexpr double tile = 30;
constexpr double tile_step = 36;

}  // namespace

Chart world_chart(RunSummary const& summary) {
  auto const& world = summary.world;
  int const origin = summary.provenance.origin;
  int const year = named_year(summary);
  auto const at = index_of(summary, year);
  Chart chart{
      .title = "How many states are complete by the end of each year",
      .sentence = fmt::format(
          "By the end of {}, {} of {} affected states are complete in 8 of 10 futures; the middle is {}.",
          year, range_text(world.p10[at], world.p90[at]), world.affected, world.p50[at]),
      .picture = {}};
  int const refused = world.affected - world.estimable;
  if (refused > 0) {
    chart.sentence +=
        fmt::format(" For {} no date can be given; they count as not complete.", refused);
  }
  Plot plot({.id = "world",
             .title = chart.title,
             .description = chart.sentence,
             .unit = fmt::format("states complete, of {}", world.affected),
             .years = {static_cast<double>(origin), summary.years.back() + 0.2},
             .values = {0, axis_top(world.estimable)},
             .key = {{KeyItem::Mark::area, "b90", "8 of 10 futures"},
                     {KeyItem::Mark::line, "mid", "P50, the middle"},
                     {KeyItem::Mark::line, "limit", "states that get a date"}}});
  std::vector<int> years{origin};
  years.insert(years.end(), summary.years.begin(), summary.years.end());
  auto const count = summary.years.size();
  draw_band(plot, "b90", years, after(0, world.p10, count), after(0, world.p90, count));
  draw_line(plot, "mid", years, after(0, world.p50, count));
  auto const limit = plot.at(origin, world.estimable);
  plot.svg().line("limit", limit, {plot.right(), limit.y});
  auto const dot = plot.at(year, world.p50[at]);
  plot.svg().line("told", plot.at(year, world.p10[at]), plot.at(year, world.p90[at]));
  plot.svg().dot("rep", dot, 3.4);
  plot.label("on b", {dot.x, dot.y + 16},
             fmt::format("{}: {}", year, range_text(world.p10[at], world.p90[at])));
  chart.picture = std::move(plot).finish();
  return chart;
}

std::string ten_worlds(std::vector<int> const& complete, int target, std::string const& sentence) {
  Svg svg(futures * tile_step - (tile_step - tile), tile, fmt::format("ten-{}", target),
          fmt::format("Ten futures: states complete by the end of {}", target), sentence);
  for (std::size_t k = 0; k < complete.size(); ++k) {
    double const x = tile_step * static_cast<double>(k);
    svg.box("tile", {x, 0}, tile, tile);
    svg.text("m b", {x + tile / 2, tile / 2 + 4.5}, std::to_string(complete[k]));
  }
  return std::move(svg).finish();
}

std::string ten_futures_of(StateSummary const& state, int target, std::string_view id) {
  constexpr double step = 18;
  constexpr double radius = 7;
  double const share = state.probability.by.at(target);
  auto const filled = static_cast<int>(std::round(futures * share));
  Svg svg(
      futures * step, step, id, fmt::format("{}: ten futures by the end of {}", state.name, target),
      fmt::format("Complete by the end of {} in {} of the futures.", target, of_futures(share)));
  for (int k = 0; k < futures; ++k) {
    svg.dot(k < filled ? "yes" : "no", {step * k + step / 2, step / 2}, radius);
  }
  return std::move(svg).finish();
}

}  // namespace minefree::report::html
