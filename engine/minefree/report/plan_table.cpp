#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/plan_report.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;
constexpr double likely = 0.5;
constexpr double unlikely = 0.1;

using Plans = std::vector<StatePlan const*>;

std::string area_or_dash(std::optional<double> const& km2) { return km2 ? area_text(*km2) : "-"; }

std::string chance_text(StatePlan const& plan) {
  return plan.probability_met ? percent_text(*plan.probability_met) : "-";
}

Plans judged(PlanReport const& report) {
  Plans plans;
  for (auto const& plan : report.states) {
    if (plan.judged()) plans.push_back(&plan);
  }
  std::ranges::sort(plans, {}, [](StatePlan const* plan) {
    return std::tuple(-plan->probability_met.value_or(-1), std::string_view(plan->name));
  });
  return plans;
}

/// How many of the plans, as a sentence begins or goes on with it.
std::string main_sentence(Plans const& plans) {
  auto const count = [&](auto predicate) { return std::ranges::count_if(plans, predicate); };
  auto const met =
      count([](auto const* plan) { return plan->probability_met.value_or(0) > likely; });
  auto const missed =
      count([](auto const* plan) { return plan->probability_met.value_or(1) < unlikely; });
  auto const never_before =
      count([](auto const* plan) { return plan->needed_to_best_year.value_or(0) > 1; });
  return fmt::format(
      "Of {} own plans, {} met in more than half of futures and {} in fewer than one in ten. {} would need "
      "more km2 a year than the state has ever released.",
      plans.size(), fmt::format("{} {}", met, met == 1 ? "is" : "are"), missed, never_before);
}

/// Builds the columns plan by plan.
class PlanColumns {
 public:
  PlanColumns(Plans const& plans, Provenance const& provenance)
      : plans_(plans), origin_(provenance.origin), horizon_(provenance.horizon) {}

  std::vector<Column> columns() {
    add({.heading = "State", .align = Align::left, .importance = 9},
        [](StatePlan const& plan) { return table_name(plan.name); });
    auto const mark = [](StatePlan const& plan) {
      return basis_mark(plan.basis, plan.conditional);
    };
    if (std::ranges::any_of(plans_, [&](auto const* plan) { return !mark(*plan).empty(); })) {
      add({.heading = "", .align = Align::left, .importance = 9}, mark);
    }
    add_plan();
    add_pace();
    add_dates();
    return std::move(columns_);
  }

 private:
  template <class CellOf>
  void add(Column column, CellOf cell_of) {
    for (auto const* plan : plans_) column.cells.push_back(cell_of(*plan));
    columns_.push_back(std::move(column));
  }

  void add_plan() {
    add({.heading = "by", .group = "Own plan", .importance = 9},
        [](StatePlan const& plan) { return to_text(*plan.stated_completion).substr(0, 7); });
    add({.heading = "said", .group = "Own plan", .importance = 4},
        [](StatePlan const& plan) { return std::to_string(plan.stated_in.published); });
    add({.heading = "met", .group = "Own plan", .importance = 9, .cells = {}, .strong = true},
        chance_text);
    add({.heading = "km2", .group = "Mined land", .importance = 6},
        [](StatePlan const& plan) { return area_or_dash(plan.stock_km2); });
    add({.heading = "as of", .group = "Mined land", .importance = 5}, [](StatePlan const& plan) {
      return plan.stock_year ? std::to_string(*plan.stock_year) : "-";
    });
  }

  void add_pace() {
    auto const group = "Release, km2 a year";
    int const origin = origin_;
    add({.heading = "needed", .group = group, .importance = 8}, [origin](StatePlan const& plan) {
      return plan.has_passed(origin) ? "passed" : area_or_dash(plan.needed_km2_per_year);
    });
    add({.heading = "planned", .group = group, .importance = 8},
        [](StatePlan const& plan) { return area_or_dash(plan.planned_km2_per_year); });
    add({.heading = "best (year)", .group = group, .importance = 8}, [](StatePlan const& plan) {
      if (!plan.best_year) return std::string("-");
      return fmt::format("{} ({})", area_text(*plan.best_year_km2), *plan.best_year);
    });
    add({.heading = "mean", .group = group, .importance = 7},
        [](StatePlan const& plan) { return area_or_dash(plan.mean_release_km2_per_year); });
  }

  void add_dates() {
    add({.heading = "planned", .group = "Straight line", .importance = 6},
        [](StatePlan const& plan) {
          return line_text(plan.date_at_planned_pace, plan.planned_km2_per_year, plan.stock_km2);
        });
    add({.heading = "mean", .group = "Straight line", .importance = 7}, [](StatePlan const& plan) {
      return line_text(plan.date_at_mean_release, plan.mean_release_km2_per_year, plan.stock_km2);
    });
    int const horizon = horizon_;
    add({.heading = "P50", .group = "Futures", .importance = 9},
        [horizon](StatePlan const& plan) { return year_text(plan.p50, horizon); });
    add({.heading = "P80", .group = "Futures", .importance = 9},
        [horizon](StatePlan const& plan) { return year_text(plan.p80, horizon); });
  }

  Plans const& plans_;
  int origin_;
  int horizon_;
  std::vector<Column> columns_;
};

/// A state with its own date, if it has one, and why the plan cannot be judged.
std::string listed(std::string_view title, Plans plans, auto remark_of, TableStyle const& style,
                   int columns) {
  if (plans.empty()) return {};
  std::ranges::sort(plans, {}, [](auto const* plan) { return std::string_view(plan->name); });
  int longest = 0;
  for (auto const* plan : plans) longest = std::max(longest, width_of(table_name(plan->name)));
  auto text = '\n' + bold(title, style.colour) + '\n';
  for (auto const* plan : plans) {
    auto const lead = "  " + padded(table_name(plan->name), longest + 2, Align::left);
    text += wrapped(lead, remark_of(*plan), longest + 4, columns);
  }
  return text;
}

std::string not_judged(PlanReport const& report, TableStyle const& style, int columns) {
  Plans without_estimate;
  Plans without_plan;
  Plans without_either;
  std::vector<std::string> complete;
  for (auto const& plan : report.states) {
    if (plan.judged()) continue;
    if (plan.status == StateStatus::declared) {
      complete.push_back(plan.name);
    } else if (plan.stated_completion) {
      without_estimate.push_back(&plan);
    } else {
      (plan.estimable ? without_plan : without_either).push_back(&plan);
    }
  }
  int const horizon = report.provenance.horizon;
  auto text = listed(
      "A plan, but no date can be given to hold it against", without_estimate,
      [](StatePlan const& plan) {
        return fmt::format("{}  {}", to_text(*plan.stated_completion).substr(0, 7),
                           plan.reasons.front());
      },
      style, columns);
  text += listed(
      "No completion date of the state's own is known", without_plan,
      [horizon](StatePlan const& plan) {
        return fmt::format("P50 {}, P80 {}", year_text(plan.p50, horizon),
                           year_text(plan.p80, horizon));
      },
      style, columns);
  text += listed(
      "Neither a plan with a date is known nor can a date be given", without_either,
      [](StatePlan const& plan) { return plan.reasons.front(); }, style, columns);
  if (!complete.empty()) {
    text +=
        '\n' + wrapped("", "Declared complete before: " + join(complete, ", ", ", "), 2, columns);
  }
  return text;
}

}  // namespace

std::string to_table(PlanReport const& report, TableStyle const& style) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  auto const plans = judged(report);
  auto text = bold(report.name, style.colour) + "\n";
  if (!plans.empty()) {
    text += '\n' + bold(wrapped("", main_sentence(plans), 0, columns), style.colour);
    text += '\n' + lay_out(PlanColumns(plans, report.provenance).columns(), columns, style.colour);
  }
  text += not_judged(report, style, columns) + '\n';
  for (auto const& note : notes_of(report, style.scenario_path)) {
    text += faint(wrapped("", note, 2, columns), style.colour);
  }
  return text;
}

}  // namespace minefree::report
