#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <minefree/report/explanation_parts.hpp>
#include <minefree/report/state_words.hpp>

namespace minefree::report {

namespace {

constexpr auto not_used = "not used, shown for comparison";

void explain_deadlines(Explained const& explained, NumberList& numbers) {
  auto const& [scenario, state, known, country] = explained;
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

/// The row that gave a figure, found by its year and sources; null for figures of several rows.
HistoryRow const* row_of(StateData const& state, int year, Figure const& figure) {
  auto const found = std::ranges::find_if(state.history, [&](HistoryRow const& row) {
    if (row.year != year || row.source.ids.empty()) return false;
    std::string ids = row.source.ids.front();
    for (std::size_t k = 1; k < row.source.ids.size(); ++k) ids += " + " + row.source.ids[k];
    return ids == figure.source;
  });
  return found == state.history.end() ? nullptr : &*found;
}

void add_year(StateData const& state, YearFigures const& year, NumberList& numbers) {
  auto const add = [&](std::optional<Figure> const& figure, char const* name) {
    if (!figure) return;
    auto const* const row = row_of(state, year.year, *figure);
    auto& number = numbers.add_cited(name, number_text(figure->value), "km2",
                                     row ? row->source : Citation{});
    number.year = year.year;
    if (row && row->redefined) number.note += number.note.empty() ? "redefined" : "; redefined";
  };
  add(year.confirmed_km2, "confirmed_km2");
  add(year.suspected_km2, "suspected_km2");
  add(year.contamination_km2, "contamination_km2");
  add(year.cancelled_km2, "cancelled_km2");
  add(year.reduced_km2, "reduced_km2");
  add(year.cleared_km2, "cleared_km2");
  add(year.released_km2, "released_km2");
  add(year.discovered_km2, "discovered_km2");
  add(year.confirmed_by_survey_km2, "confirmed_by_survey_km2");
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
  auto const& [scenario, state, known, country] = explained;
  numbers.begin_section("Reported history");
  for (auto const& year : known.history) add_year(state, year, numbers);

  numbers.begin_section("Published too late for this origin");
  for (auto const& row : state.history) {
    if (row.year > scenario.origin || admissible(row.source, scenario.origin)) continue;
    add_row(row, fmt::format("published after {}; {}", scenario.origin + 1, not_used), numbers);
  }
  numbers.begin_section("Reported after the origin");
  for (auto const& row : state.history) {
    if (row.year > scenario.origin) add_row(row, not_used, numbers);
  }
  if (state.status.kind == StatusKind::declared && state.status.declared) {
    auto& number = numbers.add_cited("declared", to_text(*state.status.declared), "date",
                                     state.status.source);
    number.year = state.status.declared->year;
    number.used = known.complete;
    if (!known.complete) number.note = not_used;
  }
}

void explain_stock(Explained const& explained, NumberList& numbers) {
  auto const& [scenario, state, known, country] = explained;
  numbers.begin_section("Starting stock");
  add_by_hand(state.initial, "the scenario", numbers);
  if (auto const* const supposed = override_of(scenario, state.code)) {
    add_by_hand(supposed->stock, "state_overrides of the scenario", numbers);
  }
  bool const by_hand = country && (country->land.confirmed_by_hand || country->land.suspected_by_hand);
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
  bool const reported_split = figures != known.history.end() && figures->confirmed_km2;
  add("confirmed_km2", stock.confirmed_km2).note =
      reported_split ? "" : "the total, split as the nearest year with a split";
  add("suspected_km2", stock.suspected_km2);
}

}  // namespace minefree::report
