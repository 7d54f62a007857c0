#include <minefree/report/html/fan.hpp>

#include <cstddef>

namespace minefree::report::html {

namespace {

std::vector<Point> points_of(Plot const& plot, std::vector<int> const& years,
                             std::vector<double> const& values) {
  std::vector<Point> points;
  for (std::size_t k = 0; k < years.size() && k < values.size(); ++k) {
    points.push_back(plot.at(years[k], values[k]));
  }
  return without_needless(points);
}

}  // namespace

void draw_band(Plot& plot, std::string_view looks, std::vector<int> const& years,
               std::vector<double> const& low, std::vector<double> const& high) {
  auto outline = points_of(plot, years, high);
  auto const below = points_of(plot, years, low);
  outline.insert(outline.end(), below.rbegin(), below.rend());
  plot.svg().area(looks, outline);
}

void draw_line(Plot& plot, std::string_view looks, std::vector<int> const& years,
               std::vector<double> const& values) {
  plot.svg().path(looks, points_of(plot, years, values));
}

}  // namespace minefree::report::html
