#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/report/html/charts.hpp>
#include <minefree/report/html/fan.hpp>
#include <minefree/report/html/phrases.hpp>
#include <minefree/report/sentences.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

std::string small_fan(RunSummary const& summary, StateSummary const& state) {
  constexpr double width = 150;
  constexpr double height = 64;
  auto const& land = state.projection->remaining_km2;
  auto const& initial = state.projection->initial;
  double const start = initial.confirmed_km2 + initial.suspected_km2;
  double const most = std::max(start, *std::ranges::max_element(land.p95));
  auto const count = land.p50.size();
  Scale const x({0, static_cast<double>(count)}, {1, width - 1});
  Scale const y({0, most > 0 ? most : 1}, {height - 1, 3});
  auto const points = [&](std::vector<double> const& values) {
    std::vector<Point> all;
    auto const with_start = after(start, values, count);
    for (std::size_t k = 0; k < with_start.size(); ++k) {
      all.push_back({x(static_cast<double>(k)), y(with_start[k])});
    }
    return without_needless(all);
  };
  auto const outline = [&](std::vector<double> const& low, std::vector<double> const& high) {
    auto all = points(high);
    auto const below = points(low);
    all.insert(all.end(), below.rbegin(), below.rend());
    return all;
  };
  auto const horizon = summary.provenance.horizon;
  Svg svg(width, height, state.code + "-small", state.name,
          fmt::format(
              "Mined land left, {} to {}, from {} km2. P50 of completion: {}.",
              summary.provenance.origin, horizon, area_text(start),
              year_or_never(quantile_at(state.projection->completion.quantiles, 0.5), horizon)));
  svg.area("b90", outline(land.p05, land.p95));
  svg.area("b50", outline(land.p25, land.p75));
  svg.path("mid", points(land.p50));
  svg.line("axis", {0, height - 1}, {width, height - 1});
  return std::move(svg).finish();
}

}  // namespace minefree::report::html
