#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/html/charts.hpp>
#include <minefree/report/html/markup.hpp>
#include <minefree/report/html/phrases.hpp>
#include <minefree/report/html/sections.hpp>
#include <minefree/report/sentences.hpp>
#include <minefree/report/state_table.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

namespace {

StateSummary const* only_estimable(RunSummary const& summary) {
  auto const states = states_by_date(summary);
  return summary.states.size() == 1 && states.size() == 1 ? states.front() : nullptr;
}

std::string ten_of_world(RunSummary const& summary, ReportFacts const& facts) {
  int const target = named_year(summary);
  auto const found = facts.ten_futures.find(target);
  if (found == facts.ten_futures.end()) return {};
  std::vector<std::string> counts;
  for (int const complete : found->second) counts.push_back(std::to_string(complete));
  auto const sentence = fmt::format(
      "Ten futures, each as likely as the others: by the end of {}, {} states are complete.",
      target, join(counts, ", ", " and "));
  return fmt::format("<figure class=\"ten\"><figcaption>{}</figcaption>{}</figure>\n",
                     escaped(sentence), ten_worlds(found->second, target, sentence));
}

Column counts_of(RunSummary const& summary, std::string heading, std::vector<int> const& years,
                 std::vector<int> const& complete) {
  auto made = column(std::move(heading), "States complete");
  for (int const year : years) {
    made.cells.push_back(std::to_string(complete[index_of(summary, year)]));
  }
  made.strong = made.heading == "P50";
  return made;
}

std::string world_table(RunSummary const& summary, std::vector<int> const& years,
                        std::string const& caption) {
  auto of_years = name_column("By the end of");
  for (int const year : years) of_years.cells.push_back(std::to_string(year));
  auto const& world = summary.world;
  return table(caption, {std::move(of_years), counts_of(summary, "P10", years, world.p10),
                         counts_of(summary, "P50", years, world.p50),
                         counts_of(summary, "P90", years, world.p90)});
}

std::string small_fans(RunSummary const& summary, std::vector<StateSummary const*> const& states) {
  if (states.size() < 2) return {};
  auto markup =
      heading(3, "The land left in each state, side by side") +
      paragraph(fmt::format(
          "From the end of {} to that of {}: the line is P50, the bands hold the middle half and 9 of "
          "10 futures. Each picture has a scale of its own.",
          summary.provenance.origin, summary.provenance.horizon)) +
      "<ul class=\"small\">\n";
  auto const horizon = summary.provenance.horizon;
  for (auto const* state : states) {
    auto const& quantiles = state->projection->completion.quantiles;
    markup += fmt::format(
        "<li><a href=\"#{}\">{}</a> {}{}<span class=\"soft\">P50 {}</span></li>\n", state->code,
        escaped(table_name(state->name)), escaped(basis_mark(state->basis, state->conditional)),
        small_fan(summary, *state), escaped(year_text(quantile_at(quantiles, 0.5), horizon)));
  }
  return markup + "</ul>\n";
}

}  // namespace

std::vector<int> telling_years(RunSummary const& summary) {
  constexpr int near_years = 6;
  constexpr int step = 5;
  std::vector<int> telling;
  for (int const year : summary.years) {
    bool const near = year <= summary.provenance.origin + near_years;
    bool const target = std::ranges::find(summary.targets, year) != summary.targets.end();
    if (near || target || year % step == 0 || year == summary.years.back()) telling.push_back(year);
  }
  return telling;
}

std::string headline(RunSummary const& summary, ReportFacts const& facts) {
  auto markup = heading(1, summary.name);
  if (states_by_date(summary).empty()) {
    return markup + paragraph("No date can be given for any of these states.", "lead");
  }
  markup += paragraph(main_sentence(summary), "lead") + paragraph(further_sentence(summary));
  if (auto const* const state = only_estimable(summary)) {
    int const target = named_year(summary);
    if (!state->probability.by.contains(target)) return markup;
    return markup +
           fmt::format("<div class=\"icons\">{}<span>{}</span></div>\n",
                       ten_futures_of(*state, target, "ten"),
                       escaped(fmt::format("Complete by the end of {}: {} of the futures.", target,
                                           of_futures(state->probability.by.at(target)))));
  }
  return markup + ten_of_world(summary, facts);
}

std::string changes(RunSummary const& summary, ReportFacts const& facts) {
  auto markup = paragraph(facts.description);
  if (!facts.based) {
    return markup +
           paragraph(summary.changes_course
                         ? "It extends no other scenario: everything it supposes is its own."
                         : "Nothing: it extends no other scenario and moves no lever. Programmes, "
                           "money and security go on as the record and its spreads tell.");
  }
  auto const& [base, changed] = *facts.based;
  if (changed.empty()) {
    return markup + paragraph(fmt::format("Nothing that the model reads, against {}.", base));
  }
  return markup + paragraph(fmt::format("Against {}, which it extends:", base)) + list_of(changed);
}

std::string states_complete(RunSummary const& summary) {
  if (only_estimable(summary) || states_by_date(summary).empty()) return {};
  auto const chart = world_chart(summary);
  auto const& world = summary.world;
  return fmt::format(
      "<div class=\"pair\"><figure><figcaption><strong>{}</strong> {}</figcaption>{}</figure>\n<div>{}"
      "</div></div>\n{}",
      escaped(chart.title), escaped(chart.sentence), chart.picture,
      world_table(summary, telling_years(summary),
                  fmt::format("States complete, of {} affected at the origin", world.affected)),
      folded("Every year",
             world_table(summary, summary.years, "States complete by the end of every year")));
}

std::string all_states(RunSummary const& summary, ReportFacts const& facts) {
  auto const states = states_by_date(summary);
  std::string markup;
  if (!states.empty()) {
    std::vector<std::string> links;
    for (auto const* state : states) links.push_back(state->code);
    markup += table_of_cards("States that get a date, soonest first",
                             state_columns(summary, states), links);
    markup += "<div class=\"soft\">";
    for (auto const& note : notes_of(summary, summary.provenance.scenario + ".yaml")) {
      markup += paragraph(note);
    }
    markup += "</div>\n" + small_fans(summary, states);
  }
  if (!facts.optional_parts.empty()) {
    markup += heading(3, "Casualties, people and residual finds") +
              fmt::format("<pre tabindex=\"0\">{}</pre>\n", escaped(facts.optional_parts));
  }
  return markup;
}

std::string states_without_date(RunSummary const& summary) {
  auto names = name_column("State");
  auto reasons = name_column("Why no date can be given");
  auto needs = name_column("What would change that");
  auto stocks = name_column("Newest stock");
  std::vector<StateSummary const*> refused;
  std::vector<std::string> complete;
  for (auto const& state : summary.states) {
    if (state.status == StateStatus::not_estimable) refused.push_back(&state);
    if (state.status == StateStatus::declared) {
      complete.push_back(fmt::format("{}: {}", state.name, state.reasons.front()));
    }
  }
  std::ranges::sort(refused, {}, [](auto const* state) { return std::string_view(state->name); });
  for (auto const* state : refused) {
    names.cells.push_back(state->name);
    reasons.cells.push_back(join(state->reasons, "; ", "; "));
    needs.cells.push_back(state->needs.empty() ? "-" : join(state->needs, ", ", ", "));
    stocks.cells.push_back(
        state->last_stock_year && state->last_stock_km2
            ? fmt::format("{} km2 ({})", area_text(*state->last_stock_km2), *state->last_stock_year)
            : "-");
  }
  std::string markup;
  if (!refused.empty()) {
    markup += paragraph(fmt::format(
        "The record does not carry a date for {} {}, and none is made up. A state without a date "
        "counts as not complete.",
        refused.size(), refused.size() == 1 ? "state" : "states"));
    markup += table_of_cards("States without a date, and why", {names, reasons, needs, stocks});
  }
  if (!complete.empty()) markup += heading(3, "Complete before the origin") + list_of(complete);
  return markup;
}

}  // namespace minefree::report::html
