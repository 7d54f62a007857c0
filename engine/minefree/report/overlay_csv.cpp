#include <fmt/format.h>

#include <minefree/report/csv_lines.hpp>
#include <minefree/report/overlay.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

using hindcast::Measure;

constexpr int score_decimals = 4;

std::string cell(std::optional<double> const& value, int decimals) {
  return value ? fmt::format("{}", rounded(*value, decimals)) : std::string{};
}

std::string stocks_csv(OverlayReport const& report) {
  CsvLines csv(
      "state,year,reported_km2,median_km2,low_80_km2,high_80_km2,fell_at_share,inside_50,inside_80,"
      "redefined,wis");
  for (auto const& check : report.against.stocks) {
    csv.row(check.state, check.year, rounded(check.reported_km2, area_decimals), check.median_km2,
            rounded(check.low_80_km2, area_decimals), rounded(check.high_80_km2, area_decimals),
            rounded(check.fell_at, score_decimals), check.inside_50, check.inside_80,
            check.redefined, rounded(check.wis, score_decimals));
  }
  return csv.text();
}

std::string declarations_csv(OverlayReport const& report) {
  CsvLines csv("state,by_end_of,complete_probability,declared_probability,declared,brier");
  for (auto const& check : report.against.declarations) {
    csv.row(check.state, check.year, check.complete_by, check.declared_by, check.declared,
            rounded(check.brier, share_decimals));
  }
  return csv.text();
}

/// The unit is part of the name.
std::string column_of(Measure const& measure) {
  if (measure.kind == Measure::Kind::probability)
    return fmt::format("probability_complete_by_{}", measure.by_end_of);
  return fmt::format("p{:02.0f}_decimal_year", 100 * measure.share);
}

std::string waterfall_csv(OverlayReport const& report) {
  CsvLines csv("state,measure,step,level,change,standard_error,stock_km2");
  if (!report.movements) return csv.text();
  for (auto const& moved : report.movements->moved) {
    int const decimals = moved.measure.kind == Measure::Kind::date ? date_decimals : share_decimals;
    auto const measure = column_of(moved.measure);
    csv.row(moved.state, measure, "then", moved.then, "", "", "");
    double level = moved.then;
    for (auto const& step : moved.steps) {
      level += step.change;
      csv.row(moved.state, measure, hindcast::name_of(step.step), rounded(level, decimals),
              rounded(step.change, decimals), cell(step.standard_error, decimals),
              cell(stock_of_step(step.step, moved.stock), area_decimals));
    }
    csv.row(moved.state, measure, "now", moved.now, "", "", "");
  }
  return csv.text();
}

}  // namespace

std::map<std::string, std::string> csv_files(OverlayReport const& report) {
  return {{"overlay.csv", stocks_csv(report)},
          {"declarations.csv", declarations_csv(report)},
          {"waterfall.csv", waterfall_csv(report)}};
}

}  // namespace minefree::report
