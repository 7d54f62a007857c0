#pragma once

#include <string>
#include <vector>

#include <minefree/domain/history.hpp>

namespace minefree {

/// How a year's work is read off the record (docs/model.md, "Capacity and shares from the reported
/// history").
enum class WorkKind {
  split,       // A: cancelled and cleared are known (reduced may be missing)
  processed,   // B: only clearance (and perhaps reduction) is known
  total,       // C: one sum of land released
  stock_fall,  // D: nothing but stocks; the fall and the finds between two of them
};

/// One reported year of work, as numbers from which each trajectory makes clearance-equivalent km2.
struct YearlyWork {
  int year = 0;
  WorkKind kind = WorkKind::total;
  double cancelled_km2 = 0;
  bool confirmed_known = false;  // then `confirmed_by_survey_km2` replaces an estimate of it
  double confirmed_by_survey_km2 = 0;
  bool reduced_known = false;
  double reduced_km2 = 0;
  double cleared_km2 = 0;
  double released_km2 = 0;  // kinds total and stock_fall
  RecordedStock stock;      // what was left around then: gives the mix of work
  Regime regime = Regime::open;
  std::string source;

  friend bool operator==(YearlyWork const&, YearlyWork const&) = default;
};

/// True for a year in which nothing was released or confirmed.
bool is_idle(YearlyWork const&);

/// Work of the five years to `origin`, oldest first; years without a usable figure are absent, and
/// a year that is reported as one of no work counts as such. Empty when no year had any.
std::vector<YearlyWork> yearly_work(std::vector<YearFigures> const& history,
                                    std::vector<SecuritySpan> const& security, int origin);

/// A share with the years of report behind it; no years: the default.
struct EstimatedShare {
  double best = 0;
  int years = 0;
};

/// rho and pi from the whole reported history, pulled towards the default by one year's worth of
/// data.
EstimatedShare estimate_reduced_share(std::vector<YearFigures> const& history, double fallback);
EstimatedShare estimate_confirmed_share(std::vector<YearFigures> const& history, double fallback);

/// Mean of the reported yearly finds, km2, and in how many years there are any.
struct ReportedFinds {
  double mean_km2 = 0;
  int years = 0;
};
ReportedFinds reported_finds(std::vector<YearFigures> const& history);

/// The regime of a year by the record; open where it says nothing.
Regime regime_of(std::vector<SecuritySpan> const& security, int year);

}  // namespace minefree
