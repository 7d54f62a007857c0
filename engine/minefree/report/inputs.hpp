#pragma once

#include <optional>

namespace minefree::report {

struct Explanation;

/// How many of the numbers used for a state are of which kind, and how old the newest of them is.
struct InputsSummary {
  int reported = 0;   // read in a source of the record
  int estimated = 0;  // made from what is reported
  int calibrated = 0;
  int literature = 0;
  int prior = 0;                          // judgement without a source
  int scenario = 0;                       // given by the scenario, or a lever that it leaves alone
  std::optional<int> newest_report_year;  // of the land: a stock, or what was released or found
  std::optional<int> newest_report_age_years;  // at the origin
};

/// Counts what an explanation says is used.
InputsSummary inputs_of(Explanation const&);

}  // namespace minefree::report
