#include <minefree/report/futures_csv.hpp>

#include <minefree/report/csv_lines.hpp>

namespace minefree::report {

std::string futures_csv(Plan const& plan, std::vector<FutureYear> const& futures) {
  CsvLines csv(
      "trajectory,state,year,confirmed_km2,suspected_km2,undiscovered_km2,cancelled_km2,"
      "reduced_km2,cleared_km2,discovered_km2,regime,funding_musd");
  for (FutureYear const& row : futures) {
    csv.row(row.trajectory, plan.countries[row.country].code, row.year, row.confirmed_km2,
            row.suspected_km2, row.undiscovered_km2, row.cancelled_km2, row.reduced_km2,
            row.cleared_km2, row.discovered_km2, row.regime, row.funding_musd);
  }
  return csv.text();
}

}  // namespace minefree::report
