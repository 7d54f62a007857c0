#include <minefree/config/series_fields.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/sources.hpp>

namespace minefree::config {

namespace {

constexpr std::array<Meaning<Series>, 3> names{{{"official", Series::official},
                                                {"mine_action_review", Series::mine_action_review},
                                                {"all_ordnance", Series::all_ordnance}}};

std::vector<std::string> offered_by(StateData const& state) {
  std::vector<std::string> offered;
  for (auto const& [name, series] : names) {
    if (std::ranges::find(state.history, series, &HistoryRow::series) != state.history.end()) {
      offered.emplace_back(name);
    }
  }
  return offered;
}

bool offers(StateData const& state, Series series) {
  return std::ranges::find(state.history, series, &HistoryRow::series) != state.history.end();
}

}  // namespace

Value<Series> series_word() { return one_word<Series>(std::span<Meaning<Series> const>(names)); }

std::string_view name_of(Series series) {
  return std::ranges::find(names, series, &Meaning<Series>::second)->first;
}

Record<SeriesChoice> series_record() {
  return Record<SeriesChoice>(
      "series", "The counting of the stock that is used, where several stand side by side.",
      {
          field("use", &SeriesChoice::use, series_word(), "the counting whose rows are read")
              .required(),
          field("reason", &SeriesChoice::reason, reason_line(), "one line: why this counting")
              .required(),
      });
}

void check_series(StateData const& state, Given const& given, Reading const& reading) {
  if (given.tree().find("history") && !given.has("history")) return;
  auto const offered = offered_by(state);
  auto const* const key = given.tree().find("series");
  if (!key && !offered.empty()) {
    reading.problem(
        given.at("history").place,
        fmt::format("rows of several countings stand here ({}), and nothing says which is "
                    "used. Add 'series: {{use: {}, reason: ...}}'.",
                    quoted_list(offered), offered.front()));
  }
  if (key && given.has("series") && !offers(state, state.series.use)) {
    reading.problem(key->place,
                    fmt::format("no row of history has the series {}. Choose one that is "
                                "there, or remove 'series'.",
                                in_quotes(name_of(state.series.use))));
  }
}

void choose_series(Scenario const& scenario, Tree const& tree, std::vector<StateData>& states,
                   Problems& problems) {
  for (auto const& [code, supposed] : scenario.state_overrides) {
    auto const state = std::ranges::find(states, code, &StateData::code);
    if (!supposed.series || state == states.end()) continue;
    if (offers(*state, *supposed.series)) {
      state->series = {.use = *supposed.series, .reason = "chosen by the scenario"};
      continue;
    }
    auto const offered = offered_by(*state);
    auto const& place = tree.find("state_overrides")->find(code)->find("series")->place;
    problems.add(place,
                 fmt::format("state {} has no figures of the series {}. {}", in_quotes(code),
                             in_quotes(name_of(*supposed.series)),
                             offered.empty() ? "Its figures are of one counting; remove the key."
                                             : "It has " + quoted_list(offered) + "."));
  }
}

}  // namespace minefree::config
