#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include <minefree/domain/scenario.hpp>
#include <minefree/ensemble/futures.hpp>

namespace minefree::hindcast {

/// What a forecast says of one state at the end of one year, by the fifth of its futures that lies
/// in the middle: the land there belongs together.
struct ForecastLand {
  double confirmed_km2 = 0, suspected_km2 = 0;  // means
  Spread undiscovered_km2;
  std::map<int, double> released_km2;  // mean over all futures, by year

  double total_km2() const { return confirmed_km2 + suspected_km2; }
};

/// Some futures of a scenario, no further than the end of a year.
std::vector<FutureYear> futures_until(int last_year, Scenario);

/// `country` counts in the scenario's plan; the year must be among the futures.
ForecastLand forecast_land(std::vector<FutureYear> const&, std::size_t country, int year);

}  // namespace minefree::hindcast
