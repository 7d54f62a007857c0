#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/provenance.hpp>

namespace minefree {

// A forecast that is kept, so that later reports can be held against it. Areas are km2, dates
// decimal years, probabilities 0..1.

/// The shares at which remaining land is kept: the median and the ends of the eleven intervals of
/// the weighted interval score, so that it can be scored later exactly as a hindcast is.
inline constexpr std::array frozen_area_shares{0.01, 0.025, 0.05, 0.1, 0.15, 0.2,   0.25, 0.3,
                                               0.35, 0.4,   0.45, 0.5, 0.55, 0.6,   0.65, 0.7,
                                               0.75, 0.8,   0.85, 0.9, 0.95, 0.975, 0.99};
inline constexpr std::array frozen_date_shares{0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95};

/// Dates are kept to a thousandth of a year, probabilities to a millionth.
inline constexpr double frozen_parts_of_a_year = 1000;
inline constexpr double frozen_parts_of_one = 1'000'000;

/// What was known and forecast of one state. The parts below `estimable` are of those alone.
struct FrozenState {
  std::string code;
  std::string name;
  bool estimable = false;
  bool conditional = false;             // on something that the scenario supposes
  std::vector<std::string> reasons;     // why there is no forecast
  std::optional<std::string> declared;  // complete before the origin, on that day
  std::optional<std::string> basis;     // data, mixed or prior
  std::optional<int> last_stock_year;
  std::optional<double> last_stock_km2;
  std::optional<std::string> deadline;
  std::optional<double> deadline_met;

  std::map<double, std::vector<double>> remaining_km2;  // by share: a value for each year
  std::vector<double> released_km2, discovered_km2;     // means of each year
  std::map<double, std::optional<double>> completion;   // by share; none: beyond the horizon
  std::map<int, double> complete_by, declared_by;       // by the end of the year
};

struct FrozenForecast {
  Provenance provenance;
  std::string name;           // of the scenario, for people
  std::vector<int> years;     // of the yearly values
  std::string scenario_json;  // the scenario after `extends`, canonical: enough to run it again
  std::string states_sha256;  // of the canonical JSON of `states`: a frozen forecast is not edited
  std::string file_sha256;    // of the canonical JSON of all the rest
  std::vector<FrozenState> states;
};

}  // namespace minefree
