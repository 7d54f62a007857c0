#include <minefree/domain/yearly_work.hpp>

#include <algorithm>
#include <optional>

namespace minefree {
namespace {

constexpr int window_years = 5;

/// The stock at the end of the year before, else the nearest one in time: the mix of work of the
/// year.
std::optional<RecordedStock> stock_around(std::vector<RecordedStock> const& stocks, int year) {
  std::optional<RecordedStock> nearest;
  for (RecordedStock const& stock : stocks) {
    if (stock.total_km2() <= 0) continue;
    if (!nearest || stock.year < year) nearest = stock;
  }
  return nearest;
}

double value_or_zero(std::optional<Figure> const& figure) { return figure ? figure->value : 0.0; }

std::string sources_of(YearFigures const& year) {
  std::string joined;
  for (auto const* figure :
       {&year.cancelled_km2, &year.reduced_km2, &year.cleared_km2, &year.released_km2}) {
    if (!*figure || joined.find((*figure)->source) != std::string::npos) continue;
    joined += joined.empty() ? (*figure)->source : " + " + (*figure)->source;
  }
  return joined;
}

/// The part that is missing when the sum and the two others are known.
void complete_split(YearFigures& year) {
  if (!year.released_km2 || !year.cleared_km2) return;
  double const rest = year.released_km2->value - year.cleared_km2->value;
  if (year.cancelled_km2 && !year.reduced_km2) {
    year.reduced_km2 =
        Figure{std::max(0.0, rest - year.cancelled_km2->value), year.released_km2->source};
  } else if (year.reduced_km2 && !year.cancelled_km2) {
    year.cancelled_km2 =
        Figure{std::max(0.0, rest - year.reduced_km2->value), year.released_km2->source};
  }
}

std::optional<YearlyWork> reported_work(YearFigures year,
                                        std::vector<RecordedStock> const& stocks) {
  complete_split(year);
  auto const stock = stock_around(stocks, year.year);
  YearlyWork work;
  work.year = year.year;
  work.cancelled_km2 = value_or_zero(year.cancelled_km2);
  work.confirmed_known = year.confirmed_by_survey_km2.has_value();
  work.confirmed_by_survey_km2 = value_or_zero(year.confirmed_by_survey_km2);
  work.reduced_known = year.reduced_km2.has_value();
  work.reduced_km2 = value_or_zero(year.reduced_km2);
  work.cleared_km2 = value_or_zero(year.cleared_km2);
  work.released_km2 = value_or_zero(year.released_km2);
  work.source = sources_of(year);
  if (stock) work.stock = *stock;
  if (year.cleared_km2 && year.cancelled_km2) {
    work.kind = WorkKind::split;
  } else if (year.released_km2 && stock) {
    work.kind = WorkKind::total;
  } else if (year.cleared_km2 && stock) {
    work.kind = WorkKind::processed;
  } else {
    return std::nullopt;
  }
  // No clearance, but perhaps survey: that says nothing.
  if (work.kind == WorkKind::processed && is_idle(work)) return std::nullopt;
  return work;
}

bool breaks_between(std::vector<YearFigures> const& history, int after, int through) {
  return std::ranges::any_of(history, [&](YearFigures const& year) {
    return year.year > after && year.year <= through && (year.redefined || year.resurvey);
  });
}

double finds_between(std::vector<YearFigures> const& history, int after, int through) {
  double sum = 0;
  for (YearFigures const& year : history) {
    if (year.year > after && year.year <= through) sum += value_or_zero(year.discovered_km2);
  }
  return sum;
}

/// Release a year that the fall between two stocks tells; none when the fall is no plausible
/// release.
std::optional<YearlyWork> work_of_stock_fall(std::vector<YearFigures> const& history,
                                             std::vector<RecordedStock> const& stocks, int year) {
  for (std::size_t k = 1; k < stocks.size(); ++k) {
    RecordedStock const& earlier = stocks[k - 1];
    RecordedStock const& later = stocks[k];
    if (year <= earlier.year || year > later.year) continue;
    if (breaks_between(history, earlier.year, later.year)) return std::nullopt;
    double const fall = earlier.total_km2() - later.total_km2();
    double const released =
        (fall + finds_between(history, earlier.year, later.year)) / (later.year - earlier.year);
    if (released <= 0 || released >= 0.5 * earlier.total_km2()) return std::nullopt;
    YearlyWork work;
    work.year = year;
    work.kind = WorkKind::stock_fall;
    work.released_km2 = released;
    work.stock = earlier;
    work.source = earlier.source + " + " + later.source;
    return work;
  }
  return std::nullopt;
}

}  // namespace

Regime regime_of(std::vector<SecuritySpan> const& security, int year) {
  Regime regime = Regime::open;
  for (SecuritySpan const& span : security) {
    if (span.from <= year && year <= span.to) regime = span.regime;
  }
  return regime;
}

std::vector<YearlyWork> yearly_work(std::vector<YearFigures> const& history,
                                    std::vector<SecuritySpan> const& security, int origin) {
  auto const stocks = stocks_of(history);
  std::vector<YearlyWork> result;
  for (int year = origin - window_years + 1; year <= origin; ++year) {
    auto const figures = std::ranges::find(history, year, &YearFigures::year);
    std::optional<YearlyWork> work;
    if (figures != history.end()) work = reported_work(*figures, stocks);
    if (!work) work = work_of_stock_fall(history, stocks, year);
    if (!work) continue;
    work->regime = regime_of(security, year);
    result.push_back(*work);
  }
  // Years of nothing alone say that work stopped, not how much it could be.
  if (std::ranges::all_of(result, is_idle)) result.clear();
  return result;
}

bool is_idle(YearlyWork const& work) {
  return work.cancelled_km2 + work.confirmed_by_survey_km2 + work.reduced_km2 + work.cleared_km2 +
             work.released_km2 <=
         0;
}

EstimatedShare estimate_reduced_share(std::vector<YearFigures> const& history, double fallback) {
  double reduced = 0;
  double processed = 0;
  int years = 0;
  for (YearFigures const& year : history) {
    if (!year.reduced_km2 || !year.cleared_km2) continue;
    reduced += year.reduced_km2->value;
    processed += year.reduced_km2->value + year.cleared_km2->value;
    ++years;
  }
  if (years == 0 || processed <= 0) return {fallback, 0};
  double const mean = processed / years;
  return {(reduced + fallback * mean) / (processed + mean), years};
}

EstimatedShare estimate_confirmed_share(std::vector<YearFigures> const& history, double fallback) {
  double confirmed = 0;
  double fallen = 0;
  int years = 0;
  for (YearFigures const& year : history) {
    if (!year.cancelled_km2 || !year.suspected_km2) continue;
    auto const before = std::ranges::find(history, year.year - 1, &YearFigures::year);
    if (before == history.end() || !before->suspected_km2) continue;
    double const fall = before->suspected_km2->value - year.suspected_km2->value;
    if (fall <= year.cancelled_km2->value || year.cancelled_km2->value <= 0) continue;
    confirmed += fall - year.cancelled_km2->value;
    fallen += fall;
    ++years;
  }
  if (years == 0) return {fallback, 0};
  double const mean = fallen / years;
  return {(confirmed + fallback * mean) / (fallen + mean), years};
}

ReportedFinds reported_finds(std::vector<YearFigures> const& history) {
  ReportedFinds finds;
  double sum = 0;
  for (YearFigures const& year : history) {
    if (!year.discovered_km2) continue;
    sum += year.discovered_km2->value;
    ++finds.years;
  }
  if (finds.years > 0) finds.mean_km2 = sum / finds.years;
  return finds;
}

}  // namespace minefree
