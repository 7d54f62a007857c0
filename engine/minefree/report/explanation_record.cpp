#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/explanation_parts.hpp>
#include <minefree/report/state_words.hpp>

namespace minefree::report {

namespace {

constexpr auto not_used = "not used, shown for comparison";

void explain_deadlines(Explained const& explained, NumberList& numbers) {
  auto const& [scenario, state, known, country, matrix] = explained;
  auto const in_force = deadline_in_force(scenario, state);
  auto const* const supposed = override_of(scenario, state.code);
  if (supposed && supposed->deadline) {
    numbers.add("deadline", to_text(*supposed->deadline), "date", "state_overrides of the scenario",
                "scenario");
    return;
  }
  if (state.treaty.deadline) {
    numbers.add("deadline", to_text(*state.treaty.deadline), "date", "the scenario", "scenario");
    return;
  }
  for (auto const& granted : state.treaty.deadlines) {
    auto& number = numbers.add_cited("deadline", to_text(granted.date), "date", granted.source);
    number.year = granted.granted;
    if (granted.granted > scenario.origin + 1) {
      number.used = false;
      number.note = "granted later; not used";
    } else if (state.treaty.party && granted.date == in_force) {
      number.note = "in force at the origin";
    }
  }
}

/// The numbers of one row of the record, each as a number of its own.
void add_row(HistoryRow const& row, std::string const& note, NumberList& numbers) {
  auto const add = [&](std::optional<double> const& value, char const* name) {
    if (!value) return;
    auto& number = numbers.add_cited(name, number_text(*value), "km2", row.source);
    number.year = row.year;
    number.note = note;
    number.used = false;
  };
  add(row.confirmed_km2, "confirmed_km2");
  add(row.suspected_km2, "suspected_km2");
  add(row.contamination_km2, "contamination_km2");
  add(row.cancelled_km2, "cancelled_km2");
  add(row.reduced_km2, "reduced_km2");
  add(row.cleared_km2, "cleared_km2");
  add(row.released_km2, "released_km2");
  add(row.discovered_km2, "discovered_km2");
  add(row.confirmed_by_survey_km2, "confirmed_by_survey_km2");
}

/// True for a row of the counting that is used, or common to all.
bool is_counted(StateData const& state, HistoryRow const& row) {
  return !row.series || *row.series == state.series.use;
}

/// The row that gave a figure: of its counting, year and sources, with its value; the last of them,
/// as that is the one that is read. Null for a figure of no row.
HistoryRow const* row_of(StateData const& state, int origin, int year, Figure const& figure,
                         std::optional<double> HistoryRow::* name) {
  HistoryRow const* found = nullptr;
  for (HistoryRow const& row : state.history) {
    bool const read = row.year == year && is_counted(state, row) && admissible(row.source, origin);
    if (!read || row.*name != figure.value || row.source.ids.empty()) continue;
    if (join(row.source.ids, " + ", " + ") == figure.source) found = &row;
  }
  return found;
}

void add_year(StateData const& state, int origin, YearFigures const& year, NumberList& numbers) {
  auto const add = [&](std::optional<Figure> const& figure, char const* name,
                       std::optional<double> HistoryRow::* of_row) {
    if (!figure) return;
    auto const* const row = row_of(state, origin, year.year, *figure, of_row);
    auto& number =
        numbers.add_cited(name, number_text(figure->value), "km2", row ? row->source : Citation{});
    number.year = year.year;
    if (row && row->redefined) number.note += number.note.empty() ? "redefined" : "; redefined";
  };
  add(year.confirmed_km2, "confirmed_km2", &HistoryRow::confirmed_km2);
  add(year.suspected_km2, "suspected_km2", &HistoryRow::suspected_km2);
  add(year.contamination_km2, "contamination_km2", &HistoryRow::contamination_km2);
  add(year.cancelled_km2, "cancelled_km2", &HistoryRow::cancelled_km2);
  add(year.reduced_km2, "reduced_km2", &HistoryRow::reduced_km2);
  add(year.cleared_km2, "cleared_km2", &HistoryRow::cleared_km2);
  add(year.released_km2, "released_km2", &HistoryRow::released_km2);
  add(year.discovered_km2, "discovered_km2", &HistoryRow::discovered_km2);
  add(year.confirmed_by_survey_km2, "confirmed_by_survey_km2",
      &HistoryRow::confirmed_by_survey_km2);
}

/// The day on which a state declared itself complete.
void add_declaration(Explained const& explained, NumberList& numbers) {
  auto const& status = explained.state.status;
  if (status.kind != StatusKind::declared || !status.declared) return;
  if (explained.known.complete) numbers.begin_section("Declaration");
  auto& number = numbers.add_cited("declared", to_text(*status.declared), "date", status.source);
  number.year = status.declared->year;
  number.used = explained.known.complete;
  if (!number.used) number.note = not_used;
}

void add_by_hand(InitialStock const& stock, std::string const& source, NumberList& numbers) {
  auto const add = [&](std::optional<Spread> const& spread, char const* name) {
    if (spread) numbers.add(name, spread_text(*spread), "km2", source, "scenario");
  };
  add(stock.confirmed_km2, "confirmed_km2");
  add(stock.suspected_km2, "suspected_km2");
  add(stock.undiscovered_km2, "undiscovered_km2");
}

}  // namespace

void explain_treaty(Explained const& explained, NumberList& numbers) {
  numbers.begin_section("Treaty and plan");
  explain_deadlines(explained, numbers);
  for (auto const& plan : explained.state.plans) {
    auto const origin = explained.scenario.origin;
    bool const known = plan.published <= origin + 1 && admissible(plan.source, origin);
    auto const add = [&](char const* name, std::string value, char const* unit) {
      auto& number = numbers.add_cited(name, std::move(value), unit, plan.source);
      number.year = plan.published;
      number.used = known;
      if (!known) number.note = "published later; not used";
    };
    if (plan.stated_completion) add("stated_completion", to_text(*plan.stated_completion), "date");
    if (plan.planned_km2_per_year) {
      add("planned_km2_per_year", number_text(*plan.planned_km2_per_year), "km2 a year");
    }
    if (plan.cost_musd) add("cost_musd", number_text(*plan.cost_musd), "MUSD");
  }
}

void explain_history(Explained const& explained, NumberList& numbers) {
  auto const& [scenario, state, known, country, matrix] = explained;
  numbers.begin_section(reported_history);
  for (auto const& year : known.history) add_year(state, scenario.origin, year, numbers);

  numbers.begin_section("Published too late for this origin");
  for (auto const& row : state.history) {
    bool const late = row.year <= scenario.origin && !admissible(row.source, scenario.origin);
    if (!late || !is_counted(state, row)) continue;
    add_row(row, fmt::format("published after {}; {}", scenario.origin + 1, not_used), numbers);
  }
  numbers.begin_section("Reported after the origin");
  for (auto const& row : state.history) {
    if (row.year > scenario.origin && is_counted(state, row)) add_row(row, not_used, numbers);
  }
  add_declaration(explained, numbers);

  numbers.begin_section("Of another counting");
  for (auto const& row : state.history) {
    if (!is_counted(state, row))
      add_row(row, fmt::format("{}; {}", word_of(*row.series), not_used), numbers);
  }
}

void explain_series(Explained const& explained, NumberList& numbers) {
  auto const& state = explained.state;
  std::vector<Series> offered;
  for (auto const& row : state.history) {
    if (row.series && std::ranges::find(offered, *row.series) == offered.end())
      offered.push_back(*row.series);
  }
  if (offered.empty()) return;
  numbers.begin_section("Counting of the land");
  auto const* const supposed = override_of(explained.scenario, state.code);
  bool const by_scenario = state.inline_state || (supposed && supposed->series);
  numbers
      .add("series", word_of(state.series.use), "",
           by_scenario ? "the scenario" : "series of the state file",
           by_scenario ? "scenario" : "prior")
      .note = state.series.reason;
  for (auto const series : offered) {
    if (series == state.series.use) continue;
    auto& number =
        numbers.add("also offered", word_of(series), "", "history of the state file", "prior");
    number.used = false;
    number.note =
        fmt::format("to choose it, write in a scenario: state_overrides: {{{}: {{series: {}}}}}",
                    state.code, word_of(series));
  }
}

void explain_stock(Explained const& explained, NumberList& numbers) {
  auto const& [scenario, state, known, country, matrix] = explained;
  numbers.begin_section("Starting stock");
  add_by_hand(state.initial, "the scenario", numbers);
  if (auto const* const supposed = override_of(scenario, state.code)) {
    add_by_hand(supposed->stock, "state_overrides of the scenario", numbers);
  }
  bool const by_hand =
      country && (country->land.confirmed_by_hand || country->land.suspected_by_hand);
  if (!country || by_hand || !known.stock) return;

  auto const& stock = *known.stock;
  auto const add = [&](char const* name, double km2) -> ExplainedNumber& {
    auto& number = numbers.add(name, number_text(km2), "km2", stock.source,
                               stock.source == "own" ? "scenario" : "data");
    number.year = stock.year;
    return number;
  };
  if (stock.unsplit_km2 > 0) {
    add("contamination_km2", stock.unsplit_km2).note = "split by recorded_confirmed_share";
    return;
  }
  auto const figures = std::ranges::find(known.history, stock.year, &YearFigures::year);
  bool const reported = figures != known.history.end() && figures->confirmed_km2;
  bool const split_by_us = figures != known.history.end() && figures->contamination_km2;
  auto& confirmed = add("confirmed_km2", stock.confirmed_km2);
  if (!reported) {
    confirmed.note = split_by_us ? "the total, split as the nearest year with a split"
                                 : "all of it is reported as suspected";
  }
  add("suspected_km2", stock.suspected_km2);
}

}  // namespace minefree::report
