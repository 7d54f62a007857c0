#include <minefree/hindcast/vintage.hpp>

#include <algorithm>
#include <map>

#include <minefree/hindcast/declarations.hpp>

namespace minefree::hindcast {
namespace {

constexpr int years_of_extension = 5;

/// The year of the stock that stands at the origin; the origin when there is none.
int year_of_known_stock(StateData const& state, int origin) {
  auto const stocks = stocks_of(history_known_at(state, origin));
  return stocks.empty() ? origin : stocks.back().year;
}

bool redefined_between(std::vector<YearFigures> const& history, int after, int through) {
  return std::ranges::any_of(history, [&](YearFigures const& year) {
    return year.redefined && year.year > after && year.year <= through;
  });
}

/// Killed and injured together; one of them alone is a lower bound, and no truth to score.
std::optional<double> all_casualties(CasualtyYear const& row) {
  if (row.casualties) return row.casualties;
  if (row.killed && row.injured) return *row.killed + *row.injured;
  return std::nullopt;
}

}  // namespace

TruthQuestion settled(int origin, int target) {
  return {.origin = origin, .target = target, .published_by = target + years_until_settled};
}

std::optional<TruthQuestion> known_by(int fitted_at, int origin, int target) {
  if (target > fitted_at) return std::nullopt;
  int const published_by = std::min(fitted_at + 1, target + years_until_settled);
  return TruthQuestion{.origin = origin, .target = target, .published_by = published_by};
}

std::optional<RecordedTruth> recorded_stock(StateData const& state, TruthQuestion const& question) {
  auto const history = history_told_by(state, question.target, question.published_by);
  bool const redefined =
      redefined_between(history, year_of_known_stock(state, question.origin), question.target);
  if (auto const stock = stock_of(history, question.target)) {
    return RecordedTruth{.value = stock->total_km2(), .redefined = redefined};
  }
  if (!declared_at_end_of(state, question.target)) return std::nullopt;
  return RecordedTruth{.value = 0, .redefined = redefined};
}

std::optional<RecordedTruth> recorded_release(StateData const& state,
                                              TruthQuestion const& question) {
  auto const history = history_told_by(state, question.target, question.published_by);
  RecordedTruth truth;
  for (int year = question.origin + 1; year <= question.target; ++year) {
    auto const figures = std::ranges::find(history, year, &YearFigures::year);
    if (figures == history.end()) return std::nullopt;
    auto const released = released_km2(*figures);
    if (!released) return std::nullopt;
    truth.value += *released;
  }
  truth.redefined = redefined_between(history, question.origin, question.target);
  return truth;
}

std::optional<double> recorded_casualties(StateData const& state, TruthQuestion const& question) {
  std::optional<double> found;
  for (CasualtyYear const& row : state.casualties) {
    bool const told = row.year == question.target && row.source.published <= question.published_by;
    if (told && all_casualties(row)) found = all_casualties(row);
  }
  return found;
}

std::optional<DueDeadline> deadline_fallen_due(StateData const& state, int origin) {
  auto const deadline = deadline_known_at(state.treaty, origin);
  if (!deadline) return std::nullopt;
  double const end = decimal_year_at_end_of(*deadline);
  if (end <= origin + 1 || end > last_truth_year + 1) return std::nullopt;
  auto const met = deadline_met(state, *deadline, last_truth_year);
  if (!met) return std::nullopt;
  return DueDeadline{.deadline = *deadline, .met = *met};
}

std::optional<bool> extension_asked(StateData const& state, int origin) {
  int const through = origin + years_of_extension;
  auto const due = deadline_fallen_due(state, origin);
  if (!due || through > last_truth_year) return std::nullopt;
  if (decimal_year_at_end_of(due->deadline) > through + 1) return std::nullopt;
  return std::ranges::any_of(state.treaty.deadlines, [&](GrantedDeadline const& granted) {
    return granted.granted > origin + 1 && granted.granted <= through &&
           granted.date > due->deadline;
  });
}

std::vector<WorldFundingYear> world_funding_told_by(std::vector<WorldFundingYear> const& rows,
                                                    int last_year, int published_by) {
  std::map<int, WorldFundingYear> years;
  for (WorldFundingYear const& row : rows) {
    if (row.year > last_year || row.published > published_by) continue;
    auto const [place, is_new] = years.emplace(row.year, row);
    if (!is_new && row.published >= place->second.published) place->second = row;
  }
  std::vector<WorldFundingYear> result;
  for (auto const& [year, row] : years) result.push_back(row);
  return result;
}

}  // namespace minefree::hindcast
