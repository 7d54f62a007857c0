#pragma once

#include <fmt/format.h>

#include <minefree/config/record.hpp>

namespace minefree::config {

// The years of a lever, alike for all kinds of levers.

inline constexpr char const* first_year_help = "first year; by default the first simulated one";
inline constexpr char const* last_year_help = "last year; by default the horizon";

/// Reports an entry that ends before it starts.
template <class Lever>
void check_years(Lever const& lever, Given const& given, Reading const& reading) {
  if (!given.has("from") || !given.has("to") || *lever.from <= *lever.to) return;
  reading.problem(given.at("to").place,
                  fmt::format("this entry ends in {}, before it starts in {}. "
                              "Correct one.",
                              *lever.to, *lever.from));
}

}  // namespace minefree::config
