#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/overlay.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

using hindcast::Movement;
using hindcast::StockCheck;

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;

std::string name_of_state(OverlayReport const& report, std::string const& code) {
  auto const found = std::ranges::find(report.frozen.states, code, &FrozenState::code);
  return table_name(found == report.frozen.states.end() ? code : found->name);
}

std::string main_sentence(OverlayReport const& report) {
  auto const& scores = report.against.scores;
  auto const& frozen = report.frozen.provenance;
  if (scores.stocks == 0) {
    return fmt::format(
        "No stock of {} to {} has been reported yet of the states that were forecast.",
        report.frozen.years.front(), report.frozen.years.back());
  }
  if (scores.stocks == 1) {
    auto const where = scores.coverage_50 == 1.0   ? "within the middle half"
                       : scores.coverage_80 == 1.0 ? "within the middle 80 %"
                                                   : "outside the middle 80 %";
    return fmt::format("1 stock was reported since the end of {}: it lies {} of the futures.",
                       frozen.origin, where);
  }
  return fmt::format(
      "Of {} stocks reported since the end of {}, {} lie within the middle 80 % of the futures and "
      "{} within the middle half.",
      scores.stocks, frozen.origin, percent_text(*scores.coverage_80),
      percent_text(*scores.coverage_50));
}

std::string scores_sentence(OverlayReport const& report) {
  auto const& scores = report.against.scores;
  std::string text;
  if (scores.wis) {
    text = fmt::format(
        "Mean WIS {:.3f} on log(stock + 5 % of the stock at the origin); on average a report lies above "
        "{} of the futures (half is unbiased).",
        *scores.wis, percent_text(*scores.bias + 0.5));
  }
  if (scores.brier) {
    text +=
        fmt::format("{}Brier score of declarations by the end of a year {:.4f} ({} state-years).",
                    text.empty() ? "" : " ", *scores.brier, scores.events);
  }
  if (scores.redefined > 0) {
    text += fmt::format(" {} counted by another rule since {} not scored.", scores.redefined,
                        scores.redefined == 1 ? "is" : "are");
  }
  return text;
}

std::string table_of_stocks(OverlayReport const& report, int columns, bool colour) {
  auto const& checks = report.against.stocks;
  if (checks.empty()) return {};
  std::vector<Column> table;
  auto const add = [&](Column column, auto cell_of) {
    for (auto const& check : checks) column.cells.push_back(cell_of(check));
    table.push_back(std::move(column));
  };
  add({.heading = "State", .align = Align::left, .importance = 9},
      [&](StockCheck const& check) { return name_of_state(report, check.state); });
  add({.heading = "end of", .importance = 9},
      [](StockCheck const& check) { return std::to_string(check.year); });
  add({.heading = "reported",
       .group = "Mined land, km2",
       .importance = 9,
       .cells = {},
       .strong = true},
      [](StockCheck const& check) { return area_text(check.reported_km2); });
  add({.heading = "median", .group = "Forecast, km2", .importance = 9},
      [](StockCheck const& check) { return area_text(check.median_km2); });
  add({.heading = "80 % of futures", .group = "Forecast, km2", .importance = 8},
      [](StockCheck const& check) {
        return fmt::format("{} to {}", area_text(check.low_80_km2), area_text(check.high_80_km2));
      });
  add({.heading = "fell at", .group = "Report", .importance = 7},
      [](StockCheck const& check) { return percent_text(check.fell_at); });
  add({.heading = "in 80 %", .group = "Report", .align = Align::left, .importance = 8},
      [](StockCheck const& check) {
        return std::string(check.redefined ? "recounted" : check.inside_80 ? "yes" : "no");
      });
  add({.heading = "WIS", .importance = 6}, [](StockCheck const& check) {
    return check.redefined ? std::string("-") : fmt::format("{:.3f}", check.wis);
  });
  return "\n" + lay_out(std::move(table), columns, colour);
}

std::string list_of_declared(OverlayReport const& report, int columns) {
  std::string text;
  for (auto const& [code, day] : report.against.declared) {
    auto const found = std::ranges::find(report.frozen.states, code, &FrozenState::code);
    auto const by = found->complete_by.find(day.year);
    auto const chance = by == found->complete_by.end()
                            ? std::string("beyond the years that were kept")
                            : fmt::format("the forecast gave {} for completion by the end of {}",
                                          percent_text(by->second), day.year);
    text += wrapped("  ",
                    fmt::format("{} declared complete on {}; {}", name_of_state(report, code),
                                to_text(day), chance),
                    4, columns);
  }
  return text.empty() ? text : "\n" + text;
}

std::string table_of_movements(OverlayReport const& report, int columns, bool colour) {
  auto const& moved = report.movements->moved;
  if (moved.empty()) return {};
  std::vector<Column> table;
  auto const add = [&](Column column, auto cell_of) {
    for (auto const& movement : moved) column.cells.push_back(cell_of(movement));
    table.push_back(std::move(column));
  };
  auto const level = [](double value, Movement const& movement) {
    bool const date = movement.measure.kind == hindcast::Measure::Kind::date;
    return date ? fmt::format("{:.1f}", value) : percent_text(value);
  };
  auto const number = [](double change, Movement const& movement) {
    auto const text = change_text(change, movement.measure);
    return text.substr(0, text.find(' '));
  };
  add({.heading = "State", .align = Align::left, .importance = 9},
      [&](Movement const& movement) { return name_of_state(report, movement.state); });
  add({.heading = "of", .align = Align::left, .importance = 9},
      [](Movement const& movement) { return text_of(movement.measure); });
  add({.heading = "then", .group = "Forecast", .importance = 9},
      [&](Movement const& movement) { return level(movement.then, movement); });
  add({.heading = "now", .group = "Forecast", .importance = 9},
      [&](Movement const& movement) { return level(movement.now, movement); });
  add({.heading = "moved", .importance = 9, .cells = {}, .strong = true},
      [&](Movement const& movement) { return number(movement.now - movement.then, movement); });
  for (std::size_t k = 0; k < hindcast::all_steps.size(); ++k) {
    auto const step = hindcast::all_steps[k];
    std::string heading(hindcast::name_of(step));
    if (step == hindcast::Step::engine) heading = "again";
    if (step == hindcast::Step::parameters) heading = "param.";
    add({.heading = heading, .group = "of which, in this order", .importance = 8},
        [&](Movement const& movement) { return number(movement.steps[k].change, movement); });
  }
  return lay_out(std::move(table), columns, colour);
}

/// Says so where half of the futures are not complete within the horizon.
std::string beyond_text(Movement const& movement, OverlayReport const& report) {
  if (movement.median_then && movement.median_now) return {};
  auto const when = movement.median_then ? fmt::format("now >{}", report.today.horizon)
                    : movement.median_now
                        ? fmt::format("then >{}", report.frozen.provenance.horizon)
                        : fmt::format(">{} then and now", report.today.horizon);
  return fmt::format(" (P50 {})", when);
}

std::string movements_text(OverlayReport const& report, TableStyle const& style, int columns,
                           bool with_waterfalls) {
  if (!report.movements) {
    return '\n' + wrapped("", "Why dates moved: " + report.why_no_movements + ".", 2, columns);
  }
  auto const& [moved, left_out] = *report.movements;
  auto const between = fmt::format("from the end of {} to the end of {}",
                                   report.frozen.provenance.origin, report.today.origin);
  std::string text;
  if (!moved.empty()) text += '\n' + bold("Why dates moved " + between, style.colour) + '\n';
  text += table_of_movements(report, columns, style.colour);
  if (with_waterfalls) {
    TableStyle inner = style;
    inner.columns = columns;
    for (auto const& movement : moved) {
      text += '\n' +
              bold(fmt::format("{}, {}", name_of_state(report, movement.state),
                               text_of(movement.measure)),
                   style.colour) +
              beyond_text(movement, report) + '\n' + waterfall(movement, report, inner);
    }
  }
  if (!left_out.empty()) {
    text += moved.empty() ? "\nNo dates to compare " + between + ":\n"
                          : std::string("\nWithout such a comparison:\n");
  }
  for (auto const& [code, why] : left_out) {
    text += wrapped("  ", fmt::format("{}: {}", name_of_state(report, code), why), 4, columns);
  }
  return text;
}

std::vector<std::string> notes_of(OverlayReport const& report, TableStyle const& style) {
  std::vector<std::string> notes;
  if (!report.against.stocks.empty()) {
    notes.emplace_back(
        "fell at: share of the futures below the report; recounted: by another rule than at the "
        "origin, and not scored; WIS: weighted interval score, smaller is better.");
  }
  bool const moved = report.movements && !report.movements->moved.empty();
  if (moved) {
    notes.emplace_back(
        "Months later (+) or earlier (-); points of probability where dates lie beyond the horizon. "
        "again: the same forecast by today's program and record; time: the years that passed; "
        "release: more or less than forecast; area: what else changed the stock; kind: how much of it is "
        "confirmed; hidden: land thought to be in no record; money: funding known since; param.: "
        "capacity, shares, calibration and security. Another order would share the movement out "
        "otherwise.");
  }
  if (moved && !style.scenario_path.empty()) {
    notes.push_back("Bars of one state: minefree overlay " + shell_word(style.scenario_path) +
                    " --state CODE");
  }
  return notes;
}

}  // namespace

bool is_empty(OverlayReport const& report) {
  bool const moved = report.movements && !report.movements->moved.empty();
  return report.against.stocks.empty() && report.against.declarations.empty() && !moved;
}

std::string to_table(OverlayReport const& report, TableStyle const& style, bool with_waterfalls) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  auto text = bold(fmt::format("{}, frozen at the end of {}", report.frozen.name,
                               report.frozen.provenance.origin),
                   style.colour) +
              "\n\n";
  text += bold(wrapped("", main_sentence(report), 0, columns), style.colour);
  if (auto const scores = scores_sentence(report); !scores.empty()) {
    text += wrapped("", scores, 0, columns);
  }
  text += table_of_stocks(report, columns, style.colour);
  text += list_of_declared(report, columns);
  text += movements_text(report, style, columns, with_waterfalls) + '\n';
  for (auto const& note : notes_of(report, style)) {
    text += faint(wrapped("", note, 2, columns), style.colour);
  }
  return text;
}

}  // namespace minefree::report
