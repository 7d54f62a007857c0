#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/comparison.hpp>
#include <minefree/report/state_words.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;

std::string points(double share) {
  double const value = 100 * share;
  return fmt::format("{:+.1f}", std::abs(value) < 0.05 ? 0.0 : value);
}

std::string years_gained(std::optional<double> const& years) {
  if (!years) return "-";
  return fmt::format("{:.1f}", *years);
}

std::string table_of(Comparison const& comparison, int columns, bool colour) {
  std::vector<StateComparison const*> states;
  for (auto const& state : comparison.states) states.push_back(&state);
  std::ranges::stable_sort(states,
                           [](auto const* a, auto const* b) { return changes_more(*a, *b); });

  int const target =
      main_difference(*states.front()) ? main_difference(*states.front())->target : 0;
  auto name = column("State", "");
  name.align = Align::left;
  auto const by = fmt::format("Complete by end of {}", target);
  std::vector<Column> all{name,
                          column("earlier", "Share of futures"),
                          column("later", "Share of futures"),
                          column("same", "Share of futures", 2),
                          column("gained", "Median years"),
                          column("base", by),
                          column("here", by),
                          column("points", by),
                          column("error", by, 3)};
  all[1].strong = true;
  all[4].strong = true;
  for (auto const* state : states) {
    auto const mark = mark_of(*state);
    all[0].cells.push_back(mark.empty() ? state->name : state->name + ' ' + mark);
    all[1].cells.push_back(percent_text(state->earlier_share));
    all[2].cells.push_back(percent_text(state->later_share));
    all[3].cells.push_back(percent_text(state->same_share));
    all[4].cells.push_back(years_gained(telling_median(*state)));
    auto const* difference = main_difference(*state);
    all[5].cells.push_back(difference ? percent_text(difference->base) : "-");
    all[6].cells.push_back(difference ? percent_text(difference->other) : "-");
    all[7].cells.push_back(difference ? points(difference->value) : "-");
    all[8].cells.push_back(difference ? fmt::format("{:.2f}", 100 * difference->standard_error)
                                      : "-");
  }
  return lay_out(std::move(all), columns, colour);
}

std::string world_sentence(Comparison const& comparison) {
  auto const& complete = comparison.world.states_complete;
  if (complete.empty()) return {};
  auto const& main = complete[complete.size() / 2];
  return fmt::format("By {}, {:.2f} states complete on average instead of {:.2f} ({:+.2f}).",
                     main.target, main.other, main.base, main.value);
}

/// One line for each quantity and target year.
std::string table_of(WorldComparison const& world, std::optional<int> price_year, int columns,
                     bool colour) {
  auto name = column("All states together", "");
  name.align = Align::left;
  std::vector<Column> all{name,
                          column("by end of", ""),
                          column("base", "Mean"),
                          column("here", "Mean"),
                          column("change", "Mean"),
                          column("error", "Mean", 3)};
  all[4].strong = true;
  auto const add = [&](std::string const& what, std::vector<Difference> const& differences,
                       int decimals) {
    for (auto const& difference : differences) {
      all[0].cells.push_back(&difference == &differences.front() ? what : "");
      all[1].cells.push_back(std::to_string(difference.target));
      all[2].cells.push_back(fmt::format("{:.{}f}", difference.base, decimals));
      all[3].cells.push_back(fmt::format("{:.{}f}", difference.other, decimals));
      all[4].cells.push_back(fmt::format("{:+.{}f}", difference.value, decimals));
      all[5].cells.push_back(
          fmt::format("{:.{}f}", difference.standard_error, decimals == 0 ? 0 : decimals + 1));
    }
  };
  add("states complete", world.states_complete, 2);
  add("recorded land left, km2", world.remaining_km2, 1);
  if (price_year)
    add(fmt::format("spent since the origin, MUSD of {}", *price_year), world.spent_musd, 1);
  add("people who live beside it", world.people_exposed, 0);
  return lay_out(std::move(all), columns, colour);
}

/// What the scenario's file changes, a line each.
std::string changes_of(ComparedScenario const& other, int columns) {
  if (other.changes.empty()) return "Its file changes nothing of the model.\n";
  std::string text = "Changed:\n";
  for (auto const& change : other.changes) text += wrapped("  ", sentence_of(change), 4, columns);
  return text;
}

/// The state that the scenario changes most, in a sentence.
std::string strongest_sentence(Comparison const& comparison, int horizon) {
  auto const& strongest = *std::ranges::min_element(comparison.states, changes_more);
  std::string chance;
  if (auto const* const difference = main_difference(strongest)) {
    auto const base = percent_text(difference->base), other = percent_text(difference->other);
    if (base != other)
      chance = fmt::format("complete by {} in {} of futures instead of {}; ", difference->target,
                           other, base);
  }
  return fmt::format("Most changed is {}: {}{}.", strongest.name, chance,
                     sentence_of(strongest, horizon));
}

/// States that cannot be compared, since only one of the scenarios gives them a date.
std::string states_of_one_side(Comparison const& comparison, int columns) {
  std::string text;
  auto const add = [&](std::vector<std::string> const& codes, std::string_view where) {
    if (codes.empty()) return;
    text +=
        wrapped("", fmt::format("Only {} a date: {}.", where, join(codes, ", ", ", ")), 2, columns);
  };
  add(comparison.only_in_base, "the base gives");
  add(comparison.only_in_other, "this scenario gives");
  return text;
}

}  // namespace

std::string mark_of(StateComparison const& state) {
  return basis_mark(basis_text(state.basis), state.conditional);
}

std::string legend_of(std::vector<StateComparison const*> const& states) {
  std::string marks;
  for (auto const* state : states) marks += mark_of(*state);
  std::vector<std::string> parts;
  if (marks.find('?') != std::string::npos) parts.emplace_back("? conditional");
  if (marks.find('*') != std::string::npos) parts.emplace_back("* prior");
  if (marks.find('+') != std::string::npos) parts.emplace_back("+ partly prior");
  return parts.empty() ? std::string{} : "After a name: " + join(parts, ", ", ", ") + ".";
}

std::string to_table(ComparisonReport const& report, TableStyle const& style) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  std::string text;
  for (auto const& other : report.others) {
    auto const& comparison = other.comparison;
    if (!text.empty()) text += "\n";
    text += bold(other.name, style.colour) + "\n";
    text += wrapped("",
                    fmt::format("Compared with: {}, in the same {} futures.", report.base_name,
                                with_commas(report.base.trajectories)),
                    0, columns);
    text += changes_of(other, columns) + "\n";
    if (comparison.states.empty()) {
      text += "No state can be estimated in both scenarios.\n";
    } else if (comparison.changes_nothing) {
      text += "Nothing changes: every state completes at the same date in every future.\n";
    } else {
      text += wrapped(
          "",
          strongest_sentence(comparison, report.base.horizon) + " " + world_sentence(comparison), 0,
          columns);
      text += "\n" + table_of(comparison, columns, style.colour);
      text += "\n" + table_of(comparison.world, comparison.price_year, columns, style.colour);
    }
    text += states_of_one_side(comparison, columns);
  }
  text += "\n";
  text += wrapped(
      "",
      "Earlier, later, same: the date in this scenario against the base, future by future; never is "
      "later than any date. Median years: over futures in which both complete and the dates "
      "differ; - when those are under 5 %, or fewer than those in which one side never completes. Points: difference of the probabilities in percentage "
      "points, with its Monte Carlo standard error. Land, money and people: of the states that both "
      "scenarios can estimate; money counts until a state is complete, and what was not spent is left "
      "out. Errors are those of the change under shared draws.",
      2, columns);
  std::vector<StateComparison const*> shown;
  for (auto const& other : report.others) {
    if (other.comparison.changes_nothing) continue;
    for (auto const& state : other.comparison.states) shown.push_back(&state);
  }
  if (auto const legend = legend_of(shown); !legend.empty())
    text += wrapped("", legend, 2, columns);
  return text;
}

}  // namespace minefree::report
