#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/plan_report.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

constexpr int widest_text = 120;
constexpr int narrowest_text = 60;

/// One figure of a plan: what it is, how much, and where it is from.
struct Line {
  std::string label;
  std::string value;
  std::string remark;
};

std::string source_text(PlanSource const& source) {
  auto const text = fmt::format("{}, {}", source.published, source.ids);
  return source.reason.empty() ? text : text + ": " + source.reason;
}

void add_pace_lines(StatePlan const& plan, std::vector<Line>& lines) {
  auto const pace = [](double km2) { return area_text(km2) + " km2 a year"; };
  if (plan.planned_km2_per_year) {
    auto remark = source_text(plan.planned_in);
    if (plan.planned_to_best_year)
      remark = fmt::format("{:.2g} times the best year; {}", *plan.planned_to_best_year, remark);
    lines.push_back({"planned pace", pace(*plan.planned_km2_per_year), remark});
  }
  if (plan.needed_km2_per_year && plan.estimable) {
    lines.push_back({"needed pace", pace(*plan.needed_km2_per_year),
                     fmt::format("to meet the date from {} on", *plan.stock_year + 1)});
  }
  if (plan.best_year) {
    auto remark = std::to_string(*plan.best_year);
    if (plan.best_year_cancelled_km2) {
      remark += fmt::format("; {} km2 of it cancelled by survey",
                            area_text(*plan.best_year_cancelled_km2));
    }
    if (!plan.release_reported) remark += ", read off the stocks";
    lines.push_back({"best year", pace(*plan.best_year_km2), remark});
  }
  if (plan.mean_release_km2_per_year) {
    std::vector<std::string> years;
    for (int const year : plan.years_of_mean) years.push_back(std::to_string(year));
    lines.push_back(
        {"mean pace", pace(*plan.mean_release_km2_per_year),
         (plan.release_reported ? "newest reported years: " : "read off the stocks of: ") +
             join(years, ", ", " and ")});
  }
}

std::vector<Line> lines_of(StatePlan const& plan, Provenance const& provenance) {
  std::vector<Line> lines;
  if (plan.stated_completion) {
    lines.push_back({"own plan", to_text(*plan.stated_completion), source_text(plan.stated_in)});
  }
  if (plan.cost_musd)
    lines.push_back({"stated cost", fmt::format("{} MUSD", area_text(*plan.cost_musd)),
                     source_text(plan.cost_in)});
  if (plan.probability_met) {
    lines.push_back({"plan met", percent_text(*plan.probability_met),
                     fmt::format("of {} futures", with_commas(provenance.trajectories))});
  }
  if (plan.stock_year) {
    lines.push_back({"mined land", area_text(*plan.stock_km2) + " km2",
                     fmt::format("{}, {}", *plan.stock_year, plan.stock_source)});
  }
  add_pace_lines(plan, lines);
  if (!plan.estimable) return lines;  // nor is a straight line a date for it
  if (plan.date_at_planned_pace) {
    lines.push_back(
        {"leads to",
         line_text(plan.date_at_planned_pace, plan.planned_km2_per_year, plan.stock_km2),
         "at the planned pace"});
  }
  auto const mean_line =
      line_text(plan.date_at_mean_release, plan.mean_release_km2_per_year, plan.stock_km2);
  if (mean_line != "-")
    lines.push_back({"leads to", mean_line, "at the mean pace (straight line)"});
  lines.push_back(
      {"P50", year_text(plan.p50, provenance.horizon), "complete by then in half of futures"});
  lines.push_back({"P80", year_text(plan.p80, provenance.horizon), "in four of five"});
  return lines;
}

std::string block_of(StatePlan const& plan, PlanReport const& report, TableStyle const& style,
                     int columns) {
  auto text = bold(wrapped("", sentence_of(plan, report.provenance), 0, columns), style.colour);
  if (plan.status == StateStatus::declared) return text;
  auto const lines = lines_of(plan, report.provenance);
  if (lines.empty()) return text;
  int labels = 0;
  int values = 0;
  for (auto const& line : lines) {
    labels = std::max(labels, width_of(line.label));
    values = std::max(values, width_of(line.value));
  }
  text += '\n';
  for (auto const& line : lines) {
    auto const lead = "  " + padded(line.label, labels + 2, Align::left) +
                      padded(line.value, values + 2, Align::left);
    text += wrapped(lead, line.remark, width_of(lead), columns);
  }
  return text;
}

}  // namespace

std::string to_text(PlanReport const& report, TableStyle const& style) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_text);
  std::string text;
  for (auto const& plan : report.states) text += block_of(plan, report, style, columns) + '\n';
  for (auto const& note : notes_of(report, style.scenario_path)) {
    text += faint(wrapped("", note, 2, columns), style.colour);
  }
  return text;
}

}  // namespace minefree::report
