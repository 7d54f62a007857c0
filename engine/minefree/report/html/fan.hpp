#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <minefree/report/html/plot.hpp>

namespace minefree::report::html {

/// The area between two series of the same years.
void draw_band(Plot&, std::string_view looks, std::vector<int> const& years,
               std::vector<double> const& low, std::vector<double> const& high);

/// A line through a series.
void draw_line(Plot&, std::string_view looks, std::vector<int> const& years,
               std::vector<double> const& values);

/// The first `count` values, with `start` before them.
template <class T>
std::vector<double> after(double start, std::vector<T> const& values, std::size_t count) {
  std::vector<double> all{start};
  for (std::size_t k = 0; k < count && k < values.size(); ++k)
    all.push_back(static_cast<double>(values[k]));
  return all;
}

}  // namespace minefree::report::html
