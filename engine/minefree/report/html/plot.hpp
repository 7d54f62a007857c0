#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minefree/report/html/svg.hpp>

namespace minefree::report::html {

/// How one kind of mark is told apart below a picture.
struct KeyItem {
  enum class Mark { line, area, dots };
  Mark mark = Mark::line;
  std::string looks;
  std::string words;
};

/// What stands around the marks of a picture.
struct PlotFrame {
  std::string id;     // unique in the page
  std::string title;  // these two are read out
  std::string description;
  std::string unit;  // above the axis of values
  Span years;
  Span values;
  std::vector<KeyItem> key;
};

/// A picture with years from left to right and values upwards: axes and grid are drawn first, marks
/// then lie on top of them.
class Plot {
 public:
  explicit Plot(PlotFrame const&);

  /// Where a value of a year lies.
  Point at(double year, double value) const { return {x_(year), y_(value)}; }
  double left() const { return x_(x_.values().from); }
  double right() const { return x_(x_.values().to); }
  double top() const { return y_(y_.values().to); }
  double bottom() const { return y_(y_.values().from); }
  Svg& svg() { return svg_; }

  /// A line upwards at a year with words beside its top, `row` lines of text below the top; on the
  /// side where there is more room.
  void mark_year(std::string_view looks, double year, std::string_view words, int row = 0);

  /// Words at a point of the picture, on its right or, near the right end, on its left.
  void label(std::string_view looks, Point at, std::string_view words);

  std::string finish() && { return std::move(svg_).finish(); }

 private:
  void draw_axes(PlotFrame const&);
  void draw_key(std::vector<KeyItem> const&);

  Scale x_, y_;
  Svg svg_;
};

/// The top of an axis for values up to `most`: a little higher, and above zero.
double axis_top(double most);

/// How wide a text of the pictures is, in pixels, near enough to keep texts apart.
double text_width(std::string_view text);

}  // namespace minefree::report::html
