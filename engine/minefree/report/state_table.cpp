#include <minefree/report/state_table.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <minefree/report/sentences.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

std::string mark_of(StateSummary const& state) {
  return basis_mark(state.basis, state.conditional);
}

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
    add({.heading = "State", .align = Align::left, .importance = 9},
        [](StateSummary const& state) { return table_name(state.name); });
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

}  // namespace

std::vector<StateSummary const*> states_by_date(RunSummary const& summary) {
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

std::vector<Column> state_columns(RunSummary const& summary,
                                  std::vector<StateSummary const*> states) {
  return StateTable(summary, std::move(states)).columns();
}

}  // namespace minefree::report
