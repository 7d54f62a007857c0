#include <minefree/domain/history.hpp>

#include <algorithm>
#include <map>

namespace minefree {
namespace {

std::string source_of(Citation const& citation) {
  if (citation.ids.empty()) return "own";
  std::string ids = citation.ids.front();
  for (std::size_t k = 1; k < citation.ids.size(); ++k) ids += " + " + citation.ids[k];
  return ids;
}

void take(std::optional<double> const& value, Citation const& source,
          std::optional<Figure>& figure) {
  if (value) figure = Figure{*value, source_of(source)};
}

/// A split stock and a total of another source exclude each other: the later row tells the stock
/// whole.
void take_stock(HistoryRow const& row, YearFigures& year) {
  bool const split = row.confirmed_km2.has_value() || row.suspected_km2.has_value();
  if (split) year.contamination_km2.reset();
  if (row.contamination_km2 && !split) {
    year.confirmed_km2.reset();
    year.suspected_km2.reset();
  }
  take(row.confirmed_km2, row.source, year.confirmed_km2);
  take(row.suspected_km2, row.source, year.suspected_km2);
  take(row.contamination_km2, row.source, year.contamination_km2);
}

void take_row(HistoryRow const& row, YearFigures& year) {
  year.year = row.year;
  take_stock(row, year);
  take(row.cleared_km2, row.source, year.cleared_km2);
  take(row.reduced_km2, row.source, year.reduced_km2);
  take(row.cancelled_km2, row.source, year.cancelled_km2);
  take(row.released_km2, row.source, year.released_km2);
  take(row.discovered_km2, row.source, year.discovered_km2);
  take(row.confirmed_by_survey_km2, row.source, year.confirmed_by_survey_km2);
  year.redefined = year.redefined || row.redefined;
  year.resurvey = year.resurvey || row.resurvey;
}

template <class Wanted>
std::vector<YearFigures> merge_rows(StateData const& state, Wanted wanted) {
  std::map<int, YearFigures> years;
  for (HistoryRow const& row : state.history) {
    bool const counted = !row.series || *row.series == state.series.use;
    if (counted && wanted(row)) take_row(row, years[row.year]);
  }
  std::vector<YearFigures> result;
  for (auto& [year, figures] : years) result.push_back(std::move(figures));
  return result;
}

bool has_stock(YearFigures const& year) {
  return year.confirmed_km2 || year.suspected_km2 || year.contamination_km2;
}

bool has_split(YearFigures const& year) {
  return year.confirmed_km2 && (year.suspected_km2 || year.contamination_km2);
}

/// Confirmed share of a year whose stock is split; none for an empty stock.
std::optional<double> confirmed_part(YearFigures const& year) {
  double const confirmed = year.confirmed_km2->value;
  double const total =
      year.suspected_km2 ? confirmed + year.suspected_km2->value : year.contamination_km2->value;
  if (total <= 0) return std::nullopt;
  return std::min(1.0, confirmed / total);
}

std::optional<double> nearest_confirmed_part(std::vector<YearFigures> const& history, int year) {
  std::optional<double> before;
  std::optional<double> after;
  for (YearFigures const& figures : history) {
    if (!has_split(figures)) continue;
    auto const part = confirmed_part(figures);
    if (!part) continue;
    if (figures.year <= year) before = part;
    if (figures.year > year && !after) after = part;
  }
  return before ? before : after;
}

}  // namespace

std::vector<YearFigures> history_known_at(StateData const& state, int origin) {
  return history_told_by(state, origin, origin + 1);
}

std::vector<YearFigures> history_told_by(StateData const& state, int last_year, int published_by) {
  return merge_rows(state, [=](HistoryRow const& row) {
    return row.year <= last_year && row.source.published <= published_by;
  });
}

std::vector<YearFigures> history_after(StateData const& state, int origin) {
  return merge_rows(state, [origin](HistoryRow const& row) { return row.year > origin; });
}

std::vector<SecuritySpan> security_known_at(StateData const& state, int origin) {
  std::vector<SecuritySpan> known;
  for (SecuritySpan const& span : state.security) {
    if (admissible(span.source, origin)) known.push_back(span);
  }
  return known;
}

std::optional<RecordedStock> stock_of(std::vector<YearFigures> const& history, int year) {
  auto const found = std::ranges::find(history, year, &YearFigures::year);
  if (found == history.end() || !has_stock(*found)) return std::nullopt;
  YearFigures const& figures = *found;
  RecordedStock stock;
  stock.year = year;

  // A stock that is only a total: split as the nearest split, or left unsplit.
  if (figures.contamination_km2 && !has_split(figures)) {
    double const total = figures.contamination_km2->value;
    stock.source = figures.contamination_km2->source;
    if (auto const part = nearest_confirmed_part(history, year)) {
      stock.confirmed_km2 = *part * total;
      stock.suspected_km2 = total - stock.confirmed_km2;
    } else {
      stock.unsplit_km2 = total;
    }
    return stock;
  }

  // CHA and SHA, or one of them beside the total; one of them alone is the whole record.
  auto const& named = figures.confirmed_km2 ? figures.confirmed_km2 : figures.suspected_km2;
  stock.source = named->source;
  if (figures.confirmed_km2) stock.confirmed_km2 = figures.confirmed_km2->value;
  if (figures.suspected_km2) stock.suspected_km2 = figures.suspected_km2->value;
  if (figures.confirmed_km2 && !figures.suspected_km2 && figures.contamination_km2) {
    stock.suspected_km2 = std::max(0.0, figures.contamination_km2->value - stock.confirmed_km2);
  }
  return stock;
}

std::vector<RecordedStock> stocks_of(std::vector<YearFigures> const& history) {
  std::vector<RecordedStock> result;
  for (YearFigures const& figures : history) {
    if (auto const stock = stock_of(history, figures.year)) result.push_back(*stock);
  }
  return result;
}

std::optional<double> released_km2(YearFigures const& year) {
  if (year.released_km2) return year.released_km2->value;
  if (!year.cleared_km2 && !year.reduced_km2 && !year.cancelled_km2) return std::nullopt;
  double sum = 0;
  for (auto const* part : {&year.cleared_km2, &year.reduced_km2, &year.cancelled_km2}) {
    if (*part) sum += (*part)->value;
  }
  return sum;
}

}  // namespace minefree
