#include <minefree/domain/known_casualties.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

#include <minefree/domain/yearly_work.hpp>

namespace minefree {
namespace {

constexpr int oldest_usable_years = 10;
constexpr int years_of_mean = 5;

std::string source_of(Citation const& citation) {
  std::string ids;
  for (auto const& id : citation.ids) ids += (ids.empty() ? "" : " + ") + id;
  return ids.empty() ? "own" : ids;
}

/// Killed and injured together; one of them alone is a lower bound, and better than no report.
std::optional<double> all_casualties(CasualtyYear const& row) {
  if (row.casualties) return row.casualties;
  if (row.killed || row.injured) return row.killed.value_or(0) + row.injured.value_or(0);
  return std::nullopt;
}

bool splits_any(CasualtyYear const& row) {
  return row.men || row.women || row.boys || row.girls || row.children;
}

std::optional<double> children_of(CasualtyYear const& row) {
  if (row.children) return row.children;
  if (row.boys || row.girls) return row.boys.value_or(0) + row.girls.value_or(0);
  return std::nullopt;
}

bool tells_all(CasualtyYear const& row) { return row.men && row.women && row.boys && row.girls; }

void add(std::optional<double> const& part, std::optional<double>& sum) {
  if (part) sum = sum.value_or(0) + *part;
}

/// The last admissible row of each year that tells all casualties.
std::map<int, CasualtyYear> rows_by_year(StateData const& state, int origin) {
  std::map<int, CasualtyYear> rows;
  for (CasualtyYear const& row : state.casualties) {
    if (row.year <= origin && admissible(row.source, origin) && all_casualties(row))
      rows[row.year] = row;
  }
  return rows;
}

/// The split of the rows that have one; a year's split and its total come from one row.
std::optional<CasualtySplit> split_of(StateData const& state, int origin) {
  std::map<int, CasualtyYear> rows;
  for (CasualtyYear const& row : state.casualties) {
    bool const known = row.year <= origin && admissible(row.source, origin);
    if (known && splits_any(row) && all_casualties(row)) rows[row.year] = row;
  }
  if (rows.empty()) return std::nullopt;
  // Years that tell all four groups, where there are any: another year's boys alone say nothing of
  // the share of men.
  bool const some_tell_all =
      std::ranges::any_of(rows, [](auto const& row) { return tells_all(row.second); });
  CasualtySplit split;
  split.first_year = rows.begin()->first;
  split.last_year = rows.rbegin()->first;
  for (auto const& [year, row] : rows) {
    if (children_of(row)) split.of_any_age += *all_casualties(row);
    add(children_of(row), split.children);
    bool const tells_some = row.men || row.women || row.boys || row.girls;
    if (some_tell_all ? !tells_all(row) : !tells_some) continue;
    split.of += *all_casualties(row);
    add(row.men, split.men);
    add(row.women, split.women);
    add(row.boys, split.boys);
    add(row.girls, split.girls);
  }
  return split;
}

}  // namespace

double KnownCasualties::mean_per_year() const {
  double const sum =
      std::accumulate(years.begin(), years.end(), 0.0,
                      [](double so_far, auto const& year) { return so_far + year.casualties; });
  return years.empty() ? 0 : sum / static_cast<double>(years.size());
}

KnownCasualties casualties_known_at(StateData const& state, int origin) {
  auto const security = security_known_at(state, origin);
  KnownCasualties known;
  for (auto const& [year, row] : rows_by_year(state, origin)) {
    if (year <= origin - oldest_usable_years) continue;
    known.years.push_back(
        {year, *all_casualties(row), regime_of(security, year), source_of(row.source)});
  }
  if (known.years.size() > years_of_mean)
    known.years.erase(known.years.begin(), known.years.end() - years_of_mean);
  known.split = split_of(state, origin);
  return known;
}

std::optional<KnownExposure> exposure_known_at(StateData const& state, int origin) {
  auto stocks = stocks_of(history_known_at(state, origin));
  if (state.initial.confirmed_km2 || state.initial.suspected_km2) {
    auto const best = [](std::optional<Spread> const& area) { return area ? area->best : 0.0; };
    stocks.push_back({.year = origin,
                      .confirmed_km2 = best(state.initial.confirmed_km2),
                      .suspected_km2 = best(state.initial.suspected_km2)});
  }
  std::optional<KnownExposure> newest;
  for (PeopleYear const& row : state.people) {
    bool const known = row.people_exposed && row.year <= origin && admissible(row.source, origin);
    if (!known || (newest && row.year < newest->people.year)) continue;
    auto const distance = [&](RecordedStock const& stock) {
      return std::abs(stock.year - row.year);
    };
    auto const nearest = std::ranges::min_element(stocks, {}, distance);
    bool const usable =
        nearest != stocks.end() && distance(*nearest) <= years_of_mean && nearest->total_km2() > 0;
    if (usable) newest = KnownExposure{row, *nearest};
  }
  return newest;
}

std::optional<PeopleYear> risk_education_known_at(StateData const& state, int origin) {
  std::optional<PeopleYear> newest;
  for (PeopleYear const& row : state.people) {
    bool const known = row.eore_people && row.year <= origin && admissible(row.source, origin);
    if (known && (!newest || row.year >= newest->year)) newest = row;
  }
  return newest;
}

}  // namespace minefree
