#include <minefree/report/table.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/optional_tables.hpp>
#include <minefree/report/sentences.hpp>
#include <minefree/report/state_table.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;

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
    longest = std::max(longest, width_of(table_name(state.name)));
  }
  if (states.empty()) return {};
  std::ranges::sort(states, {}, [](auto const* state) { return std::string_view(state->name); });
  auto text = '\n' + bold("No date can be given for", colour) + '\n';
  for (auto const* state : states) {
    auto const lead = "  " + padded(table_name(state->name), longest + 2, Align::left);
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
  auto const states = states_by_date(summary);
  auto text = bold(summary.name, style.colour) + "\n\n";
  if (!states.empty()) {
    text += bold(wrapped("", main_sentence(summary), 0, columns), style.colour);
    if (auto const more = further_sentence(summary); !more.empty())
      text += wrapped("", more, 0, columns);
    text += '\n' + lay_out(state_columns(summary, states), columns, style.colour);
  }
  text += refused_states(summary, columns, style.colour) + complete_states(summary, columns);
  text += optional_tables(summary, columns, style.colour) + '\n';
  for (auto const& note : notes_of(summary, style.scenario_path)) {
    text += faint(wrapped("", note, 2, columns), style.colour);
  }
  return text;
}

}  // namespace minefree::report
