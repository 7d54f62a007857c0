#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/report/solution.hpp>
#include <minefree/report/table_words.hpp>

#include "asked_years.hpp"
#include "commands.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "simulated_run.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

report::DatesOfMoney dates_of(Plan const& plan, Ensemble const& ensemble, std::size_t country,
                              double probability) {
  CompletionDates const dates(ensemble, ensemble.states[country], plan.world.origin);
  return {.p50 = dates.quantile(0.5), .at_probability = dates.quantile(probability)};
}

/// Answers for the countries of a simulated scenario, one after another.
class Solver {
 public:
  Solver(Simulated const& simulated, SolveOptions const& asked, Simulate simulate)
      : base_(simulated), asked_(asked), simulate_(std::move(simulate)) {}

  Years years() const {
    auto const& scenario = base_.scenario;
    return {.from = asked_.from.value_or(scenario.origin + 1),
            .to = asked_.by.value_or(scenario.horizon)};
  }

  /// Nothing when it was stopped.
  std::optional<report::SolvedState> solve(std::size_t country) const {
    auto const& plan = base_.plan;
    auto const& code = plan.countries[country].code;
    auto const summary = std::ranges::find(base_.summary.states, code, &report::StateSummary::code);
    report::SolvedState state;
    state.code = code;
    state.name = summary->name;
    state.mark = report::basis_mark(summary->basis, summary->conditional);
    state.condition = summary->condition;
    auto const& funding = plan.countries[country].funding;
    state.money_is_prior = funding.mean_musd <= 0;
    state.musd_per_year_now = usual_musd_per_year(plan, base_.ensemble, country, years());
    state.now = dates_of(plan, base_.ensemble, country, asked_.probability);
    if (asked_.by && !add_answer(country, state)) return std::nullopt;
    if (asked_.money && !add_given(country, state)) return std::nullopt;
    return state;
  }

 private:
  bool add_answer(std::size_t country, report::SolvedState& state) const {
    MoneyQuestion const question{.by = *asked_.by,
                                 .probability = asked_.probability,
                                 .years = years(),
                                 .most_musd_per_year = asked_.most_musd_per_year};
    state.answer = solve_money(base_.plan, country, question, base_.ensemble, simulate_);
    return state.answer.has_value();
  }

  bool add_given(std::size_t country, report::SolvedState& state) const {
    auto const& sum = *asked_.money;
    Years const on{.from = years().from, .to = base_.scenario.horizon};
    double const more =
        sum.additional
            ? sum.musd_per_year
            : sum.musd_per_year - usual_musd_per_year(base_.plan, base_.ensemble, country, on);
    auto const run = run_with_money(base_.plan, country, more, on, simulate_);
    if (!run) return false;
    state.given = {more, dates_of(run->plan, run->ensemble, run->place, asked_.probability)};
    return true;
  }

  Simulated const& base_;
  SolveOptions const& asked_;
  Simulate simulate_;
};

bool is_told_of(report::RunSummary const& summary, std::string const& code) {
  return std::ranges::find(summary.states, code, &report::StateSummary::code) !=
         summary.states.end();
}

/// Everything but the answers.
report::Solution question_of(Simulated const& simulated, SolveOptions const& asked, Years years) {
  report::Solution solution;
  solution.provenance = simulated.summary.provenance;
  solution.name = simulated.scenario.name;
  solution.price_year = simulated.scenario.funding.price_year;
  solution.probability = asked.probability;
  solution.by = asked.by;
  solution.years = years;
  solution.most_musd_per_year = asked.most_musd_per_year;
  std::ranges::copy_if(
      simulated.summary.states, std::back_inserter(solution.refused),
      [](auto const& state) { return state.status != report::StateStatus::affected; });
  return solution;
}

}  // namespace

int solve(Arguments const& arguments) {
  auto const run = simulate_run(arguments);
  if (!run.result) return run.exit_code;
  auto const& simulated = *run.result;
  auto const& asked = arguments.solve;
  if (!has_asked_years(simulated.scenario, asked.by, asked.from)) return exit_usage;

  Interrupt const interrupt;
  auto const threads = threads_for(arguments.run, interrupt);
  Solver const solver(simulated, asked, [&](Plan const& plan) {
    return run_on_threads(plan, {.first = 0, .count = simulated.plan.trajectories}, threads);
  });
  auto solution = question_of(simulated, asked, solver.years());
  ProgressLine line(simulated.plan.affected, stderr_is_terminal() && !arguments.quiet, "states");
  for (std::size_t country = 0; country < simulated.plan.affected; ++country) {
    line.done(country);
    if (!is_told_of(simulated.summary, simulated.plan.countries[country].code)) continue;
    auto state = solver.solve(country);
    if (!state) {
      say("minefree: interrupted; nothing was written\n");
      return exit_failed;
    }
    solution.states.push_back(std::move(*state));
  }
  line.clear();

  bool const of_one_state = arguments.run.states.size() == 1;
  auto const json = report::to_json(solution, of_one_state);
  std::vector<ResultFile> const files{{"solve.csv", report::to_csv(solution)},
                                      {"solve.json", json}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files)) return exit_failed;
  auto const words = report::to_text(solution, {.columns = stdout_columns(),
                                                .colour = stdout_shows_colour(),
                                                .scenario_path = arguments.files.front()});
  if (!print(arguments.json ? json : words)) return exit_failed;
  if (solution.states.empty()) return exit_nothing_estimable;
  return report::any_reachable(solution) ? exit_done : exit_not_reachable;
}

}  // namespace minefree::cli
