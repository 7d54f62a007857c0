#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/frozen_forecast.hpp>
#include <minefree/domain/state_data.hpp>
#include <minefree/hindcast/distribution.hpp>

namespace minefree::hindcast {

/// One stock reported since, beside what the frozen forecast said of the end of that year.
struct StockCheck {
  std::string state;
  int year = 0;
  double reported_km2 = 0;
  double median_km2 = 0;
  double low_80_km2 = 0, high_80_km2 = 0;
  double fell_at = 0;  // share of the futures below the report, 0..1
  bool inside_50 = false, inside_80 = false;
  bool redefined = false;  // counted by another rule since the origin: not scored
  double wis = 0;          // on log(stock + 5 % of the stock at the origin)
};

/// Completion declared, or not, by the end of a past year.
struct DeclarationCheck {
  std::string state;
  int year = 0;
  double complete_by = 0;  // as forecast
  double declared_by = 0;
  bool declared = false;
  double brier = 0;  // of declared_by
};

/// Means over the checks; empty where there is none.
struct OverlayScores {
  std::size_t stocks = 0, redefined = 0, events = 0;
  std::optional<double> wis, coverage_50, coverage_80, bias;  // bias: mean of fell_at - 0.5
  std::optional<double> brier;
};

struct AgainstReports {
  std::vector<StockCheck> stocks;
  std::vector<DeclarationCheck> declarations;
  OverlayScores scores;
  std::optional<Date> declared_on(std::string const& state) const;
  std::vector<std::pair<std::string, Date>> declared;  // of the states that were forecast
};

/// The frozen forecast of one year's stock as a distribution: straight lines between its quantiles,
/// flat beyond the outermost.
Distribution forecast_of_stock(FrozenState const&, std::size_t year_index);

/// Holds a frozen forecast against the record of today, all its sources. Conditional forecasts are
/// left out: reports do not tell whether their condition came true.
AgainstReports against_reports(FrozenForecast const&, std::vector<StateData> const& record);

}  // namespace minefree::hindcast
