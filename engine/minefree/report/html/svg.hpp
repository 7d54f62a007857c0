#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minefree::report::html {

// A small writer of SVG: pictures stand inside of the page, take their colours from its style sheet
// (style.hpp), and tell in words what they show.

struct Span {
  double from = 0;
  double to = 1;
};

/// Maps values onto pixels, in a straight line; values outside of the span lie outside.
class Scale {
 public:
  Scale(Span values, Span pixels) : values_(values), pixels_(pixels) {}
  double operator()(double value) const;
  Span values() const { return values_; }

 private:
  Span values_;
  Span pixels_;
};

/// Round values inside of a span, 1, 2 or 5 times a power of ten apart, at most `most` of them
/// (at least 2). The span is not empty.
std::vector<double> round_ticks(Span values, int most);

/// Round years from `first` to `last`, at most `most` of them: 1, 2, 5, 10, 20 ... apart.
std::vector<int> year_ticks(int first, int last, int most);

struct Point {
  double x = 0;
  double y = 0;
};

/// A pixel with at most one decimal: 12, 12.5; 0 for -0.
std::string pixel(double value);

/// Without the points that lie on the straight line between their neighbours, to a tenth of a
/// pixel.
std::vector<Point> without_needless(std::vector<Point> const& points);

/// One picture. `looks` are classes of the style sheet.
class Svg {
 public:
  /// `id` is unique in the page; `title` and `description` are read out in place of the picture.
  Svg(double width, double height, std::string_view id, std::string_view title,
      std::string_view description);

  void line(std::string_view looks, Point from, Point to);
  void path(std::string_view looks, std::vector<Point> const& points);
  void area(std::string_view looks, std::vector<Point> const& points);
  void box(std::string_view looks, Point corner, double width, double height);
  void dot(std::string_view looks, Point middle, double radius);
  void text(std::string_view looks, Point at, std::string_view words);

  /// The picture as markup; nothing may be drawn afterwards.
  std::string finish() &&;

 private:
  std::string markup_;
};

}  // namespace minefree::report::html
