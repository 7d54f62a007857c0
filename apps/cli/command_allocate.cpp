#include <algorithm>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include <minefree/parallel/threads.hpp>
#include <minefree/report/allocation.hpp>
#include <minefree/report/table_words.hpp>

#include "asked_years.hpp"
#include "chosen_states.hpp"
#include "commands.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "simulated_run.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// Limits name states of the scenario, and what must be given fits into the budget.
bool fit(AllocateOptions const& asked, Simulated const& simulated) {
  auto const is_estimable = [&](std::string const& code) {
    auto const& countries = simulated.plan.countries;
    return std::ranges::find(countries, code, &model::CountryPlan::code) != countries.end();
  };
  double least = 0;
  for (auto const* const limits : {&asked.floor_musd, &asked.cap_musd}) {
    for (auto const& [code, musd] : *limits) {
      if (!has_states(simulated.scenario, {code})) return false;
      if (is_estimable(code)) continue;
      say(fmt::format(
          "minefree: {} cannot be estimated in this scenario, so that it takes no part\n", code));
      return false;
    }
  }
  for (auto const& [code, musd] : asked.floor_musd) {
    least += musd;
    auto const cap = asked.cap_musd.find(code);
    if (cap == asked.cap_musd.end() || cap->second >= musd) continue;
    say(fmt::format("minefree: --floor {}={} is above --cap {}={}\n", code, musd, code,
                    cap->second));
    return false;
  }
  double const lump = asked.budget_musd / asked.lumps;
  if (least + lump * static_cast<double>(asked.floor_musd.size()) * 0.5 <= asked.budget_musd)
    return true;
  say(fmt::format(
      "minefree: what --floor asks for, {} million USD, does not fit into the budget of {}\n",
      least, asked.budget_musd));
  return false;
}

AllocationQuestion question_of(AllocateOptions const& asked, Simulated const& simulated) {
  auto const& plan = simulated.plan;
  AllocationQuestion question;
  question.budget_musd = asked.budget_musd;
  question.by = asked.by;
  question.years = {asked.from.value_or(simulated.scenario.origin + 1), asked.by};
  question.objective = asked.objective;
  question.lumps = asked.lumps;
  for (std::size_t country = 0; country < plan.affected; ++country) {
    auto const& code = plan.countries[country].code;
    MoneyLimits limits;
    if (auto const floor = asked.floor_musd.find(code); floor != asked.floor_musd.end())
      limits.least = floor->second;
    if (auto const cap = asked.cap_musd.find(code); cap != asked.cap_musd.end())
      limits.most = cap->second;
    question.limits.push_back(limits);
    question.people_per_km2.push_back(people_per_km2(simulated.scenario, plan, country));
  }
  return question;
}

report::AllocationReport report_of(Simulated const& simulated, AllocationQuestion question,
                                   Allocation allocation) {
  report::AllocationReport report;
  report.provenance = simulated.summary.provenance;
  report.name = simulated.scenario.name;
  report.price_year = simulated.scenario.funding.price_year;
  report.hands_on = simulated.scenario.funding.reallocate_share > 0;
  for (std::size_t country = 0; country < simulated.plan.affected; ++country) {
    auto const& planned = simulated.plan.countries[country];
    auto const& states = simulated.summary.states;
    auto const summary = std::ranges::find(states, planned.code, &report::StateSummary::code);
    if (summary == states.end()) continue;
    report.states.push_back({.country = country,
                             .code = planned.code,
                             .name = summary->name,
                             .mark = report::basis_mark(summary->basis, summary->conditional),
                             .money_is_prior = planned.funding.mean_musd <= 0,
                             .musd_per_year_now = usual_musd_per_year(
                                 simulated.plan, simulated.ensemble, country, question.years)});
  }
  std::ranges::copy_if(
      simulated.summary.states, std::back_inserter(report.refused),
      [](auto const& state) { return state.status == report::StateStatus::not_estimable; });
  report.question = std::move(question);
  report.allocation = std::move(allocation);
  return report;
}

/// Simulates on threads, and tells how many of the simulations are done.
class Simulations {
 public:
  Simulations(Arguments const& arguments, std::uint64_t trajectories, std::uint64_t total)
      : trajectories_(trajectories),
        threads_{.count = arguments.run.threads,
                 .instruction_set = arguments.run.instruction_set,
                 .stop = interrupt_.token()},
        line_(total, stderr_is_terminal() && !arguments.quiet, "simulations") {}

  std::optional<Ensemble> whole(Plan const& plan) {
    line_.done(++done_);
    return run_on_threads(plan, {.first = 0, .count = trajectories_}, threads_);
  }
  std::optional<std::vector<Ensemble>> in_groups(Plan const& plan) {
    line_.done(++done_);
    return run_groups_on_threads(plan, trajectories_, threads_);
  }

 private:
  Interrupt interrupt_;
  std::uint64_t trajectories_;
  Threads threads_;
  ProgressLine line_;
  std::uint64_t done_ = 0;
};

std::optional<Allocation> allocate_with(Arguments const& arguments, Simulated const& simulated,
                                        AllocationQuestion const& question) {
  auto const each = static_cast<std::uint64_t>(question.lumps) + 3;
  Simulations simulations(arguments, simulated.plan.trajectories,
                          each * simulated.plan.affected + 4);
  return minefree::allocate(
      simulated.plan, question, simulated.ensemble,
      [&](Plan const& plan) { return simulations.whole(plan); },
      [&](Plan const& plan) { return simulations.in_groups(plan); });
}

}  // namespace

int allocate(Arguments const& arguments) {
  auto const run = simulate_run(arguments);
  if (!run.result) return run.exit_code;
  auto const& simulated = *run.result;
  auto const& asked = arguments.allocate;
  if (!has_asked_years(simulated.scenario, asked.by, asked.from)) return exit_usage;
  if (!fit(asked, simulated)) return exit_usage;
  if (simulated.plan.affected == 0) {
    say("minefree: no state can be estimated in what was asked; minefree run says why\n");
    return exit_nothing_estimable;
  }
  auto question = question_of(asked, simulated);
  auto allocation = allocate_with(arguments, simulated, question);
  if (!allocation) {
    say("minefree: interrupted; nothing was written\n");
    return exit_failed;
  }
  auto const report = report_of(simulated, std::move(question), std::move(*allocation));

  std::vector<ResultFile> const files{{"allocate.csv", report::to_csv(report)},
                                      {"allocate-curves.csv", report::curves_csv(report)},
                                      {"allocate.json", report::to_json(report)}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files)) return exit_failed;
  auto const text = arguments.json
                        ? report::to_json(report)
                        : report::to_table(report, {.columns = stdout_columns(),
                                                    .colour = stdout_shows_colour(),
                                                    .scenario_path = arguments.files.front()});
  return print(text) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
