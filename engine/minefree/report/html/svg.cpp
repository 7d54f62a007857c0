#include <minefree/report/html/svg.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include <minefree/report/html/markup.hpp>

namespace minefree::report::html {

namespace {

std::string coordinates(std::vector<Point> const& points) {
  std::string text;
  for (auto const& point : points) {
    text += fmt::format("{}{},{}", text.empty() ? "" : " ", pixel(point.x), pixel(point.y));
  }
  return text;
}

/// How far a point lies from the line between two others, measured upwards.
double off_line(Point const& from, Point const& point, Point const& to) {
  double const width = to.x - from.x;
  if (width == 0) return from.x == point.x ? 0 : 1;
  return point.y - (from.y + (to.y - from.y) * (point.x - from.x) / width);
}

}  // namespace

double Scale::operator()(double value) const {
  double const share = (value - values_.from) / (values_.to - values_.from);
  return pixels_.from + share * (pixels_.to - pixels_.from);
}

std::vector<double> round_ticks(Span values, int most) {
  // A power of ten below one is not exact in binary. Its inverse is, so each tick is a whole number
  // over one: the nearest number to what is written below it.
  double multiple = 1;
  double inverse = 1e6;
  for (;;) {
    for (double const factor : {1.0, 2.0, 5.0}) {
      double const first = std::ceil(values.from * inverse / (factor * multiple));
      double const last = std::floor(values.to * inverse / (factor * multiple));
      if (last - first + 1 > most) continue;
      std::vector<double> ticks;
      for (double k = first; k <= last; ++k) ticks.push_back(k * factor * multiple / inverse);
      return ticks;
    }
    inverse > 1 ? inverse /= 10 : multiple *= 10;
  }
}

std::vector<int> year_ticks(int first, int last, int most) {
  std::vector<int> ticks;
  for (int power = 1;; power *= 10) {
    for (int const step : {power, 2 * power, 5 * power}) {
      int const lowest = (first + step - 1) / step * step;
      if (lowest <= last && (last - lowest) / step + 1 > most) continue;
      for (int year = lowest; year <= last; year += step) ticks.push_back(year);
      return ticks;
    }
  }
}

std::string pixel(double value) {
  double const tenths = std::round(value * 10);
  if (tenths == 0) return "0";
  if (std::fmod(tenths, 10) == 0) return fmt::format("{:.0f}", tenths / 10);
  return fmt::format("{:.1f}", tenths / 10);
}

std::vector<Point> without_needless(std::vector<Point> const& points) {
  constexpr double visible = 0.25;
  std::vector<Point> kept;
  for (std::size_t k = 0; k < points.size(); ++k) {
    bool const at_end = k == 0 || k + 1 == points.size();
    if (!at_end) {
      // All points since the last kept one must lie on the line that would replace them.
      bool needed = false;
      auto const& from = kept.back();
      for (std::size_t j = k; j > 0 && points[j].x > from.x; --j) {
        needed = needed || std::abs(off_line(from, points[j], points[k + 1])) > visible;
      }
      if (!needed && points[k].x > from.x) continue;
    }
    kept.push_back(points[k]);
  }
  return kept;
}

Svg::Svg(double width, double height, std::string_view id, std::string_view title,
         std::string_view description)
    : markup_(fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-t {}-d\">"
                          "<title id=\"{}-t\">{}</title><desc id=\"{}-d\">{}</desc>",
                          pixel(width), pixel(height), id, id, id, escaped(title), id,
                          escaped(description))) {}

void Svg::line(std::string_view looks, Point from, Point to) {
  markup_ += fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", looks,
                         pixel(from.x), pixel(from.y), pixel(to.x), pixel(to.y));
}

void Svg::path(std::string_view looks, std::vector<Point> const& points) {
  if (points.size() < 2) return;
  markup_ += fmt::format("<polyline class=\"{}\" points=\"{}\"/>", looks, coordinates(points));
}

void Svg::area(std::string_view looks, std::vector<Point> const& points) {
  if (points.size() < 3) return;
  markup_ += fmt::format("<polygon class=\"{}\" points=\"{}\"/>", looks, coordinates(points));
}

void Svg::box(std::string_view looks, Point corner, double width, double height) {
  if (height < 0.05 || width < 0.05) return;
  markup_ +=
      fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", looks,
                  pixel(corner.x), pixel(corner.y), pixel(width), pixel(std::max(height, 0.1)));
}

void Svg::dot(std::string_view looks, Point middle, double radius) {
  markup_ += fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", looks,
                         pixel(middle.x), pixel(middle.y), pixel(radius));
}

void Svg::text(std::string_view looks, Point at, std::string_view words) {
  markup_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>", looks, pixel(at.x),
                         pixel(at.y), escaped(words));
}

std::string Svg::finish() && { return std::move(markup_) + "</svg>"; }

}  // namespace minefree::report::html
