#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/survey_report.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;

using States = std::vector<StateSurvey const*>;

std::string musd_text(double musd) { return fmt::format("{:.6g}", musd); }

std::string years_text(Estimate const& years) {
  return fmt::format("{:.1f} ±{:.1f}", rounded(years.value, 1), years.standard_error);
}

std::string fine_years_text(Estimate const& years) {
  return fmt::format("{:.2f} ±{:.2f}", rounded(years.value, 2), years.standard_error);
}

/// A dash where there is nothing to explain, or nothing that could.
std::string explained_text(Estimate const& share) {
  if (share.value == 0 && share.standard_error == 0) return "-";
  return percent_text(std::max(0.0, share.value));
}

/// `P10-P90`
std::string short_name_of(DateRange const& range) {
  return fmt::format("P{:.0f}-P{:.0f}", 100 * range.low, 100 * range.high);
}

/// States with a number, those whose dates a survey surely narrows most first.
States with_value(SurveyReport const& report, std::size_t amount) {
  States states;
  for (auto const& state : report.states) {
    if (state.value) states.push_back(&state);
  }
  std::ranges::stable_sort(states, {}, [=](StateSurvey const* state) {
    auto const& value = *state->value;
    if (!value.range) return std::pair(1, 0.0);
    Estimate const& years = value.at[amount].narrowing.back().years;
    return std::pair(0, 2 * years.standard_error - years.value);
  });
  return states;
}

/// The land that survey reaches at the origin.
std::string reach_text(StateSurveyValue const& value) {
  constexpr std::array<std::string_view, 3> regimes{"open", "restricted", "conflict"};
  if (value.prices.blocked_share > 0) {
    return fmt::format("{} blocked", percent_text(value.prices.blocked_share));
  }
  return std::string(regimes[static_cast<std::size_t>(value.regime)]);
}

bool is_hard_to_reach(StateSurvey const* state) {
  return state->value->regime != 0 || state->value->prices.blocked_share > 0;
}

std::string main_sentence(SurveyReport const& report, States const& states, std::size_t amount) {
  auto const narrowed = std::ranges::count_if(states, [=](auto const* state) {
    auto const& value = *state->value;
    return value.range && is_measurable(value.at[amount].narrowing.back().years);
  });
  auto const measured = std::ranges::count_if(
      states, [](auto const* state) { return state->value->range.has_value(); });
  auto text = fmt::format(
      "{} million USD of survey measurably narrows the completion date of {} of the {} states where that "
      "can be measured.",
      musd_text(report.musd[amount]), narrowed, measured);
  if (narrowed > 0) {
    text += " Most surely: " + sentence_of(*states.front(), amount, report.provenance);
  }
  return text;
}

/// Builds the columns state by state.
class SurveyColumns {
 public:
  SurveyColumns(States const& states, std::size_t amount) : states_(states), amount_(amount) {}

  std::vector<Column> columns(double musd) {
    add({.heading = "State", .align = Align::left, .importance = 9},
        [](StateSurvey const& state) { return table_name(state.name); });
    add({.heading = "", .align = Align::left, .importance = 9}, [](StateSurvey const& state) {
      return basis_mark(state.basis, state.conditional) + (state.value->price_is_prior ? "$" : "");
    });
    add({.heading = "Land", .align = Align::left, .importance = 6},
        [](StateSurvey const& state) { return reach_text(*state.value); });
    add_width();
    add_worth(musd);
    return std::move(columns_);
  }

 private:
  template <class CellOf>
  void add(Column column, CellOf cell_of) {
    for (auto const* state : states_) column.cells.push_back(cell_of(*state));
    columns_.push_back(std::move(column));
  }

  /// A column of those states whose dates have a measurable width.
  template <class CellOf>
  void add_measured(Column column, CellOf cell_of) {
    add(std::move(column), [&](StateSurvey const& state) {
      return state.value->range ? cell_of(*state.value) : std::string("-");
    });
  }

  void add_width() {
    auto const group = "Width of the date, years";
    auto const at = amount_;
    add_measured({.heading = "of", .group = group, .importance = 8},
                 [](StateSurveyValue const& value) { return short_name_of(*value.range); });
    add_measured({.heading = "today", .group = group, .importance = 9},
                 [](auto const& value) { return fmt::format("{:.1f}", value.width.value); });
    add_measured(
        {.heading = "narrower by", .group = group, .importance = 9, .cells = {}, .strong = true},
        [at](auto const& value) { return years_text(value.at[at].narrowing.back().years); });
    add_measured({.heading = "by all", .group = group, .importance = 7},
                 [](auto const& value) { return years_text(value.narrowing_by_all.back().years); });
    add_measured(
        {.heading = "out of reach", .group = group, .importance = 8}, [](auto const& value) {
          return fmt::format("{:.1f}", std::min(value.width.value, value.untouched_years()));
        });
  }

  void add_worth(double musd) {
    auto const at = amount_;
    add({.heading = "share", .group = "Explains", .importance = 5},
        [](auto const& state) { return explained_text(state.value->explained[0]); });
    add({.heading = "hidden", .group = "Explains", .importance = 5},
        [](auto const& state) { return explained_text(state.value->explained[1]); });
    auto const group = fmt::format("Years gained by {} a year", musd_text(musd));
    add({.heading = "clearance", .group = group, .importance = 7}, [at](auto const& state) {
      return fmt::format("{:.1f}", rounded(state.value->at[at].years_gained[1].value, 1));
    });
    add({.heading = "survey", .group = group, .importance = 7}, [at](auto const& state) {
      return fmt::format("{:.1f}", rounded(state.value->at[at].years_gained[2].value, 1));
    });
    add({.heading = "by knowing", .group = group, .importance = 8}, [at](auto const& state) {
      return fine_years_text(state.value->at[at].evppi_years.back());
    });
  }

  States const& states_;
  std::size_t amount_;
  std::vector<Column> columns_;
};

/// What survey cannot touch where land is blocked or fought over.
std::string hard_to_reach(States const& states, TableStyle const& style, int columns) {
  std::string text;
  for (auto const* state : states) {
    if (!is_hard_to_reach(state)) continue;
    auto const& value = *state->value;
    auto line = fmt::format("{}: ", reach_text(value));
    if (value.range) {
      line +=
          fmt::format("of the {:.1f} years from {}, survey can touch {:.1f}; {:.1f} are beyond it.",
                      value.width.value, name_of(*value.range),
                      std::max(0.0, value.narrowing_by_all.back().years.value),
                      std::min(value.width.value, value.untouched_years()));
    } else {
      line += "the width is not measurable within the horizon.";
    }
    text += wrapped("  " + padded(table_name(state->name), 24, Align::left), line, 26, columns);
  }
  return text.empty() ? text
                      : '\n' + bold("Hard to reach at the origin", style.colour) + '\n' + text;
}

bool waits_for_survey(StateSurvey const& state) {
  return std::ranges::any_of(
      state.needs, [](auto const& need) { return need == "survey" || need == "baseline"; });
}

/// Some of the states without a number, each with the reason.
std::string listed(std::string_view title, std::string_view remark, States states,
                   TableStyle const& style, int columns) {
  if (states.empty()) return {};
  std::ranges::sort(states, {}, [](auto const* state) { return std::string_view(state->name); });
  auto text = '\n' + bold(title, style.colour) + '\n' + wrapped("", remark, 0, columns);
  for (auto const* state : states) {
    text += wrapped("  " + padded(table_name(state->name), 24, Align::left), state->reasons.front(),
                    26, columns);
  }
  return text;
}

std::string refused(SurveyReport const& report, TableStyle const& style, int columns) {
  States waiting;
  States others;
  for (auto const& state : report.states) {
    if (state.value || state.status == StateStatus::declared) continue;
    (waits_for_survey(state) ? waiting : others).push_back(&state);
  }
  return listed(
             "No number can be given: a baseline survey is worth most here",
             "It would make an estimate possible at all. How many years it is worth cannot be said, "
             "since there are no futures to narrow.",
             waiting, style, columns) +
         listed("No number can be given, and survey alone would not change that", "", others, style,
                columns);
}

std::vector<std::string> notes_of(SurveyReport const& report) {
  return {
      fmt::format(
          "Width: years between two quantiles of the completion date; P80 or P50 stands for P90 where "
          "P90 is beyond the horizon {} or too near to it. Narrower by: what a campaign of that "
          "amount tells of the confirmed share and of undiscovered land takes off it on average, "
          "± standard error. By all: a survey of everything that can be entered. Out of reach: "
          "what is left then, from money, capacity, access and luck.",
          report.provenance.horizon),
      "Explains: share of the variance of the date that the confirmed share and undiscovered (hidden) "
      "land explain, each by itself; - where the date or they do not vary.",
      fmt::format(
          "Years gained: without mined land on record, to {}, if the amount is added every year and "
          "spent on clearance or on survey. By knowing: what perfect knowledge of both before the "
          "choice between nothing, clearance and survey would add (EVPPI); 0 where it would not "
          "change the choice.",
          report.provenance.horizon),
      fmt::format(
          "Million USD of {}. The cost of survey relative to clearance and what survey finds are "
          "prior (minefree explain); $ the price of clearance as well. ? conditional, * prior, + "
          "partly prior.",
          report.price_year)};
}

}  // namespace

std::string to_table(SurveyReport const& report, TableStyle const& style) {
  constexpr std::size_t few = 3;  // states that get a sentence each
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  auto text = bold(report.name, style.colour) + "\n";
  for (std::size_t amount = 0; amount < report.musd.size(); ++amount) {
    auto const states = with_value(report, amount);
    if (states.size() <= few) {
      text += '\n';
      for (auto const* state : states) {
        auto const sentence = sentence_of(*state, amount, report.provenance);
        text += bold(wrapped("", sentence, 0, columns), style.colour);
      }
    } else {
      text +=
          '\n' + bold(wrapped("", main_sentence(report, states, amount), 0, columns), style.colour);
    }
    text += '\n' + lay_out(SurveyColumns(states, amount).columns(report.musd[amount]), columns,
                           style.colour);
  }
  if (!report.musd.empty()) text += hard_to_reach(with_value(report, 0), style, columns);
  text += refused(report, style, columns);
  if (report.musd.empty()) return text;
  text += '\n';
  for (auto const& note : notes_of(report)) {
    text += faint(wrapped("", note, 2, columns), style.colour);
  }
  return text;
}

}  // namespace minefree::report
