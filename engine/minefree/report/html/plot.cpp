#include <minefree/report/html/plot.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

namespace {

// Pixels of a picture as wide as a phone; the page makes it larger or smaller as a whole.
constexpr double width = 380;
constexpr double height_of_plot = 178;
constexpr double left_edge = 46;
constexpr double right_edge = width - 14;
constexpr double top_edge = 22;
constexpr double bottom_edge = top_edge + height_of_plot;
constexpr double height_of_years = 18;
constexpr double line_height = 16;
constexpr double swatch = 20;
constexpr double gap = 5;

constexpr int most_years = 8;
constexpr int most_values = 6;

struct PlacedItem {
  Point at;
  KeyItem const* item;
};

/// The key in as many lines as it needs, from the top of the first.
std::vector<PlacedItem> place(std::vector<KeyItem> const& key, double& height) {
  std::vector<PlacedItem> placed;
  double x = 0;
  double y = 0;
  for (auto const& item : key) {
    double const needs = swatch + gap + text_width(item.words) + 2 * gap;
    if (x > 0 && x + needs > width) {
      x = 0;
      y += line_height;
    }
    placed.push_back({{x, y}, &item});
    x += needs;
  }
  height = key.empty() ? 0 : y + line_height;
  return placed;
}

double height_with(std::vector<KeyItem> const& key) {
  double of_key = 0;
  place(key, of_key);
  return bottom_edge + height_of_years + of_key + 2;
}

std::string value_text(double value) {
  double const size = std::abs(value);
  return size >= 1000 ? with_commas(static_cast<std::uint64_t>(size)) : shortest(size);
}

}  // namespace

double axis_top(double most) { return most > 0 ? most * 1.06 : 1; }

double text_width(std::string_view text) {
  constexpr double of_a_letter = 6.6;
  return of_a_letter * width_of(text);
}

Plot::Plot(PlotFrame const& frame)
    : x_(frame.years, {left_edge, right_edge}),
      y_(frame.values, {bottom_edge, top_edge}),
      svg_(width, height_with(frame.key), frame.id, frame.title, frame.description) {
  draw_axes(frame);
  draw_key(frame.key);
}

void Plot::draw_axes(PlotFrame const& frame) {
  for (double const value : round_ticks(frame.values, most_values)) {
    double const y = y_(value);
    svg_.line(value == 0 ? "axis" : "grid", {left_edge, y}, {right_edge, y});
    svg_.text("e", {left_edge - gap, y + 4}, value_text(value));
  }
  auto const first = static_cast<int>(std::ceil(frame.years.from));
  auto const last = static_cast<int>(std::floor(frame.years.to));
  for (int const year : year_ticks(first, last, most_years)) {
    double const x = x_(year);
    svg_.line("axis", {x, bottom_edge}, {x, bottom_edge + 4});
    svg_.text("m", {x, bottom_edge + 16}, std::to_string(year));
  }
  svg_.text("soft", {0, 11}, frame.unit);
}

void Plot::draw_key(std::vector<KeyItem> const& key) {
  double height = 0;
  for (auto const& [at, item] : place(key, height)) {
    double const y = bottom_edge + height_of_years + at.y + line_height / 2;
    if (item->mark == KeyItem::Mark::area) {
      svg_.box(item->looks, {at.x, y - 5}, swatch, 10);
    } else if (item->mark == KeyItem::Mark::line) {
      svg_.line(item->looks, {at.x, y}, {at.x + swatch, y});
    } else {
      svg_.dot(item->looks, {at.x + swatch / 2, y}, 3);
    }
    svg_.text("", {at.x + swatch + gap, y + 4}, item->words);
  }
}

void Plot::mark_year(std::string_view looks, double year, std::string_view words, int row) {
  double const x = x_(year);
  svg_.line(looks, {x, bottom_edge}, {x, top_edge - 4});
  label(looks == "due" ? "on due" : "on", {x, top_edge + 6 + 15.0 * row}, words);
}

void Plot::label(std::string_view looks, Point at, std::string_view words) {
  bool const fits_right = at.x + gap + text_width(words) <= width;
  if (fits_right) {
    svg_.text(looks, {at.x + gap, at.y + 4}, words);
  } else {
    svg_.text(fmt::format("{} e", looks), {at.x - gap, at.y + 4}, words);
  }
}

}  // namespace minefree::report::html
