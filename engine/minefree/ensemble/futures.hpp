#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <minefree/ensemble/run.hpp>

namespace minefree {

/// One state at the end of one year of one trajectory; areas in km2, flows over the year.
struct FutureYear {
  std::uint64_t trajectory = 0;
  std::size_t country = 0;  // in Plan::countries
  int year = 0;             // calendar year
  int regime = 0;           // 0 open, 1 restricted, 2 conflict
  double confirmed_km2 = 0;
  double suspected_km2 = 0;
  double undiscovered_km2 = 0;
  double cancelled_km2 = 0;
  double reduced_km2 = 0;
  double cleared_km2 = 0;
  double discovered_km2 = 0;
  double funding_musd = 0;
};

/// Single futures as they are lived, by the reference engine (doubles, one trajectory at a time):
/// trajectory by trajectory, year by year, state by state. For looking at, and for checking a fit
/// against what the engine itself simulates; every summary comes from counts instead.
std::vector<FutureYear> live_futures(Plan const&, Range);

}  // namespace minefree
