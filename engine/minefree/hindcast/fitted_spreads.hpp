#pragma once

#include <map>
#include <tuple>
#include <vector>

#include <minefree/hindcast/distribution.hpp>
#include <minefree/hindcast/simple_forecasts.hpp>
#include <minefree/hindcast/vintage.hpp>

namespace minefree::hindcast {

/// Fewer earlier errors than this give no spread, and the forecast is left out: a guessed spread
/// would make a straw man of it.
inline constexpr std::size_t fewest_errors = 10;
/// The first year from which earlier forecasts are made; the record hardly begins before.
inline constexpr int first_earlier_origin = 2000;

/// Gives simple forecasts a spread: what the same forecast would have got wrong, on the log scale,
/// if it had been made in every earlier year, as far as the outcomes were known by the origin. The
/// errors carry their bias along, so that a forecast that was always too slow is moved.
class FittedSpreads {
 public:
  /// All states of the record, the completed ones too.
  explicit FittedSpreads(std::vector<StateData> const& states) : states_(states) {}

  /// Errors of earlier forecasts, log(truth + offset) - log(point + offset).
  std::vector<double> const& errors(Simple, Variable, int years_ahead, int origin);

  /// The point with those errors around it; empty where there are too few.
  Distribution around(double point, double offset, Simple, Variable, int years_ahead, int origin);

 private:
  KnownRecord const& known(std::size_t state_index, int origin);

  std::vector<StateData> const& states_;
  std::map<std::pair<std::size_t, int>, KnownRecord> known_;
  std::map<std::tuple<Simple, Variable, int, int>, std::vector<double>> errors_;
};

/// A point moved by each of the errors of its log; no value below zero.
Distribution with_errors(double point, double offset, std::vector<double> const& errors);

}  // namespace minefree::hindcast
