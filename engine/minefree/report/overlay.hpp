#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/frozen_forecast.hpp>
#include <minefree/hindcast/movement.hpp>
#include <minefree/hindcast/overlay.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// A frozen forecast under what came later, ready to be printed.
struct OverlayReport {
  FrozenForecast frozen;  // of the states that were asked for
  Provenance today;
  std::string today_name;  // of the scenario of today
  hindcast::AgainstReports against;
  std::optional<hindcast::Movements> movements;
  std::string why_no_movements;  // where there are none
};

/// True when nothing was reported since and nothing moved.
bool is_empty(OverlayReport const&);

/// What `minefree overlay` prints; `with_waterfalls`: and how each state's date moved, as bars.
std::string to_table(OverlayReport const&, TableStyle const&, bool with_waterfalls);

/// The bars of one movement, one line a step, each with what the step stands for.
std::string waterfall(hindcast::Movement const&, OverlayReport const&, TableStyle const&);

/// What `minefree overlay --json` prints and `overlay.json` holds.
std::string to_json(OverlayReport const&);
/// overlay.csv, declarations.csv and waterfall.csv by name.
std::map<std::string, std::string> csv_files(OverlayReport const&);

/// `P50 date`, `P25 date`, `P(complete by 2030)`.
std::string text_of(hindcast::Measure const&);
/// `-27 months`, `+4 %`: how far something moved.
std::string change_text(double change, hindcast::Measure const&);
/// The stock that the run of a step starts from, km2; none where the step leaves it alone.
std::optional<double> stock_of_step(hindcast::Step, hindcast::StockMovement const&);

}  // namespace minefree::report
