#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/state_data.hpp>

namespace minefree {

/// Less known mined land than this counts as none, km2.
inline constexpr double counts_as_done_km2 = 500e-6;

/// One figure with the source it was read in; `own` for figures a user gives.
struct Figure {
  double value = 0;
  std::string source;
};

/// What is known of one year: of each number the last admissible row's.
struct YearFigures {
  int year = 0;
  std::optional<Figure> confirmed_km2, suspected_km2, contamination_km2;
  std::optional<Figure> cleared_km2, reduced_km2, cancelled_km2, released_km2;
  std::optional<Figure> discovered_km2, confirmed_by_survey_km2;
  bool redefined = false;
  bool resurvey = false;
};

/// A recorded stock, split into CHA and SHA as far as the record ever does; `unsplit_km2` is the
/// rest.
struct RecordedStock {
  int year = 0;
  double confirmed_km2 = 0;
  double suspected_km2 = 0;
  double unsplit_km2 = 0;
  std::string source;

  double total_km2() const { return confirmed_km2 + suspected_km2 + unsplit_km2; }
  friend bool operator==(RecordedStock const&, RecordedStock const&) = default;
};

/// The years up to `origin` as sources published by `origin + 1` tell them, oldest first.
std::vector<YearFigures> history_known_at(StateData const&, int origin);

/// The years up to `last_year` as sources published by the end of `published_by` tell them.
std::vector<YearFigures> history_told_by(StateData const&, int last_year, int published_by);

/// The years after `origin`, from all sources: what was reported since. For comparison only.
std::vector<YearFigures> history_after(StateData const&, int origin);

/// The spans of security that sources published by `origin + 1` tell of.
std::vector<SecuritySpan> security_known_at(StateData const&, int origin);

/// The stock of a year, if it is reported; a total without a split takes the split of the nearest
/// year before that has one, then after.
std::optional<RecordedStock> stock_of(std::vector<YearFigures> const&, int year);

/// All stocks of a history, oldest first.
std::vector<RecordedStock> stocks_of(std::vector<YearFigures> const&);

/// Released in the year by any method: the reported sum, or the sum of the reported parts.
std::optional<double> released_km2(YearFigures const&);

/// True when a figure published in that year may be used at the origin.
inline bool admissible(Citation const& source, int origin) {
  return source.published <= origin + 1;
}

}  // namespace minefree
