#include <minefree/report/table.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/date.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/optional_tables.hpp>
#include <minefree/report/sentences.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;

std::vector<StateSummary const*> projected(RunSummary const& summary) {
  std::vector<StateSummary const*> states;
  for (auto const& state : summary.states) {
    if (state.projection) states.push_back(&state);
  }
  auto const never = summary.provenance.horizon + 1000.0;
  auto const key = [&](StateSummary const* state) {
    auto const& completion = state->projection->completion;
    return std::tuple(quantile_at(completion.quantiles, 0.5).value_or(never),
                      completion.never_share, std::string_view(state->code));
  };
  std::ranges::sort(states, {}, key);
  return states;
}

std::string mark_of(StateSummary const& state) {
  return basis_mark(state.basis, state.conditional);
}

std::string name_for_table(StateSummary const& state) { return table_name(state.name); }

/// The newest figure after the origin: `36.2 (2024)`, or the day of the declaration.
std::string reported_text(ReportedSummary const& reported) {
  if (reported.declared) return "done " + reported.declared->substr(0, 7);
  if (reported.year.empty()) return "-";
  return fmt::format("{} ({})", area_text(reported.remaining_km2.back()), reported.year.back());
}

/// Builds the columns state by state.
class StateTable {
 public:
  StateTable(RunSummary const& summary, std::vector<StateSummary const*> states)
      : summary_(summary), states_(std::move(states)) {}

  std::vector<Column> columns() {
    add_land();
    add_dates();
    add_treaty();
    add_plain_figures();
    add_skill();
    if (is_looking_back(summary_)) add_reported();
    return std::move(columns_);
  }

 private:
  template <class CellOf>
  void add(Column column, CellOf cell_of) {
    for (auto const* state : states_) column.cells.push_back(cell_of(*state));
    columns_.push_back(std::move(column));
  }

  void add_land() {
    add({.heading = "State", .align = Align::left, .importance = 9}, name_for_table);
    bool const marked =
        std::ranges::any_of(states_, [](auto const* state) { return !mark_of(*state).empty(); });
    if (marked) {
      add({.heading = "", .align = Align::left, .importance = 9}, mark_of);
    }
    add({.heading = "km2", .group = "Mined land", .importance = 9}, [](StateSummary const& state) {
      auto const& initial = state.projection->initial;
      return area_text(
          state.last_stock_km2.value_or(initial.confirmed_km2 + initial.suspected_km2));
    });
    add({.heading = "as of", .group = "Mined land", .importance = 9},
        [](StateSummary const& state) {
          return state.last_stock_year ? std::to_string(*state.last_stock_year) : "given";
        });
  }

  void add_dates() {
    for (int const target : summary_.targets) {
      add({.heading = std::to_string(target), .group = "Complete by", .importance = 8},
          [target](StateSummary const& state) {
            return percent_text(state.probability.by.at(target));
          });
    }
    auto const horizon = summary_.provenance.horizon;
    auto const add_quantile = [&](double share, std::string heading) {
      add({.heading = std::move(heading),
           .group = "Completion year",
           .importance = 9,
           .cells = {},
           .strong = share == 0.5},
          [=](StateSummary const& state) {
            return year_text(quantile_at(state.projection->completion.quantiles, share), horizon);
          });
    };
    add_quantile(0.1, "P10");
    add_quantile(0.5, "P50");
    add_quantile(0.9, "P90");
  }

  void add_treaty() {
    add({.heading = "deadline", .group = "Article 5", .importance = 7},
        [](StateSummary const& state) {
          auto const& deadline = state.probability.deadline;
          return deadline ? deadline->substr(0, 7) : "-";
        });
    add({.heading = "met", .group = "Article 5", .importance = 7}, [](StateSummary const& state) {
      auto const& met = state.probability.deadline_met;
      return met ? percent_text(*met) : "-";
    });
  }

  void add_plain_figures() {
    add({.heading = "plan", .group = "Own", .importance = 8}, [](StateSummary const& state) {
      auto const& plan = state.plain.own_plan;
      return plan ? plan->substr(0, 4) : "-";
    });
    add({.heading = "line", .group = "Straight", .importance = 8}, [](StateSummary const& state) {
      auto const& plain = state.plain;
      return line_text(plain.remaining_over_mean_release, plain.mean_release_km2_per_year,
                       state.last_stock_km2);
    });
  }

  void add_skill() {
    auto const error_of = [](StateSummary const& state) -> std::string {
      bool const scored = state.skill && state.skill->relative_wis;
      return scored ? fmt::format("{:.2f}", state.skill->relative_wis->value) : "-";
    };
    if (std::ranges::all_of(states_, [&](auto const* state) { return error_of(*state) == "-"; })) {
      return;
    }
    add({.heading = "to simple", .group = "Error", .importance = 6}, error_of);
  }

  void add_reported() {
    add({.heading = "km2 (year)", .group = "Reported since", .importance = 8},
        [](StateSummary const& state) { return reported_text(state.reported); });
  }

  RunSummary const& summary_;
  std::vector<StateSummary const*> states_;
  std::vector<Column> columns_;
};

/// ` (reported since: 23.1 km2 in 2023)` behind a reason, or nothing.
std::string reported_in_words(ReportedSummary const& reported) {
  if (reported.declared) {
    return fmt::format(" (declared complete {})", reported.declared->substr(0, 7));
  }
  if (reported.year.empty()) return {};
  return fmt::format(" (reported since: {} km2 in {})", area_text(reported.remaining_km2.back()),
                     reported.year.back());
}

std::string refused_states(RunSummary const& summary, int columns, bool colour) {
  int longest = 0;
  std::vector<StateSummary const*> states;
  for (auto const& state : summary.states) {
    if (state.status != StateStatus::not_estimable) continue;
    states.push_back(&state);
    longest = std::max(longest, width_of(name_for_table(state)));
  }
  if (states.empty()) return {};
  std::ranges::sort(states, {}, [](auto const* state) { return std::string_view(state->name); });
  auto text = '\n' + bold("No date can be given for", colour) + '\n';
  for (auto const* state : states) {
    auto const lead = "  " + padded(name_for_table(*state), longest + 2, Align::left);
    auto reason = state->reasons.front();
    if (is_looking_back(summary)) reason += reported_in_words(state->reported);
    text += wrapped(lead, reason, longest + 4, columns);
  }
  return text;
}

std::string complete_states(RunSummary const& summary, int columns) {
  std::string names;
  for (auto const& state : summary.states) {
    if (state.status != StateStatus::declared) continue;
    names += fmt::format(
        "{}{} ({})", names.empty() ? "" : ", ", state.name,
        state.reasons.front().substr(std::string_view("declared complete on ").size(), 7));
  }
  if (names.empty()) return {};
  return '\n' + wrapped("", "Declared complete before: " + names, 2, columns);
}

}  // namespace

std::string to_table(RunSummary const& summary, TableStyle const& style) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  auto const states = projected(summary);
  auto text = bold(summary.name, style.colour) + "\n\n";
  if (!states.empty()) {
    text += bold(wrapped("", main_sentence(summary), 0, columns), style.colour);
    if (auto const more = further_sentence(summary); !more.empty())
      text += wrapped("", more, 0, columns);
    text += '\n' + lay_out(StateTable(summary, states).columns(), columns, style.colour);
  }
  text += refused_states(summary, columns, style.colour) + complete_states(summary, columns);
  text += optional_tables(summary, columns, style.colour) + '\n';
  for (auto const& note : notes_of(summary, style.scenario_path)) {
    text += faint(wrapped("", note, 2, columns), style.colour);
  }
  return text;
}

}  // namespace minefree::report
