#include <minefree/report/plan_report.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/base/text.hpp>
#include <minefree/domain/plain_projection.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/sentences.hpp>

namespace minefree::report {

namespace {

PlanSource source_of(OwnPlan const& plan) {
  auto const& ids = plan.source.ids;
  return {.published = plan.published,
          .ids = ids.empty() ? "own" : join(ids, " + ", " + "),
          .reason = plan.source.reason};
}

void add_plan(KnownPlan const& known, StatePlan& plan) {
  if (known.completion) {
    plan.stated_completion = known.completion->stated_completion;
    plan.stated_in = source_of(*known.completion);
  }
  if (known.pace) {
    plan.planned_km2_per_year = known.pace->planned_km2_per_year;
    plan.planned_in = source_of(*known.pace);
  }
  if (known.cost) {
    plan.cost_musd = known.cost->cost_musd;
    plan.cost_in = source_of(*known.cost);
  }
}

void add_record(PlainProjection const& plain, std::optional<RecordedStock> const& stock,
                StatePlan& plan) {
  if (stock) {
    plan.stock_year = stock->year;
    plan.stock_km2 = rounded(stock->total_km2(), area_decimals);
    plan.stock_source = stock->source;
  }
  plan.release_reported = plain.past.reported;
  if (plain.best_year) {
    plan.best_year = plain.best_year->year;
    plan.best_year_km2 = rounded(plain.best_year->km2, area_decimals);
    plan.best_year_cancelled_km2 = rounded(plain.best_year->cancelled_km2, area_decimals);
  }
  plan.planned_to_best_year = rounded(plain.ratio_to_best_year, share_decimals);
  plan.years_of_mean = plain.years_of_mean;
  plan.mean_release_km2_per_year = rounded(plain.mean_release_km2_per_year, area_decimals);
  plan.needed_km2_per_year = rounded(plain.needed_km2_per_year, area_decimals);
  plan.needed_to_best_year = rounded(plain.needed_to_best_year, share_decimals);
  plan.date_at_planned_pace = rounded(plain.remaining_over_planned, date_decimals);
  plan.date_at_mean_release = rounded(plain.remaining_over_mean_release, date_decimals);
}

void add_futures(StateSummary const& state, StatePlan& plan) {
  plan.estimable = state.estimable();
  if (!state.projection) return;
  plan.probability_met = state.plan.probability_met;
  plan.p50 = quantile_at(state.projection->completion.quantiles, 0.5);
  plan.p80 = quantile_at(state.projection->completion.quantiles, 0.8);
}

}  // namespace

PlanReport report_plans(Scenario const& scenario, Plan const& plan, RunSummary const& summary) {
  PlanReport report{.provenance = summary.provenance, .name = summary.name, .states = {}};
  for (auto const& state : summary.states) {
    auto const found = std::ranges::find(scenario.states, state.code, &StateData::code);
    if (found == scenario.states.end()) continue;
    auto const& known = plan.known[static_cast<std::size_t>(found - scenario.states.begin())];
    auto const plain = plain_projection(*found, known.history, known.stock, scenario.origin);
    StatePlan own;
    own.code = state.code;
    own.name = state.name;
    own.status = state.status;
    own.conditional = state.conditional;
    own.condition = state.condition;
    own.basis = state.basis;
    own.reasons = state.reasons;
    add_plan(plain.plan, own);
    add_record(plain, known.stock, own);
    add_futures(state, own);
    report.states.push_back(std::move(own));
  }
  return report;
}

}  // namespace minefree::report
