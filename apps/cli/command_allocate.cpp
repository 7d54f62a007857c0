#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include <minefree/report/allocation.hpp>
#include <minefree/report/table_words.hpp>

#include "asked_years.hpp"
#include "chosen_states.hpp"
#include "commands.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "simulated_run.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// The fewest futures whose groups show an error.
constexpr std::uint64_t fewest_trajectories = 32;

bool complains(std::string const& sentence) {
  say("minefree: " + sentence + "\n");
  return false;
}

/// Limits name states that take part.
bool name_takers(AllocateOptions const& asked, Simulated const& simulated,
                 AllocationQuestion const& question) {
  auto const& countries = simulated.plan.countries;
  for (auto const* const limits : {&asked.floor_musd, &asked.cap_musd}) {
    for (auto const& [code, musd] : *limits) {
      if (!has_states(simulated.scenario, {code})) return false;
      auto const found = std::ranges::find(countries, code, &model::CountryPlan::code);
      auto const place = static_cast<std::size_t>(found - countries.begin());
      if (place < question.takes_part.size() && question.takes_part[place]) continue;
      return complains(fmt::format(
          "{} takes no part here: it cannot be estimated, or has no figure that {} need", code,
          name_of(question.objective)));
    }
  }
  return true;
}

/// What must be given fits into the budget, in whole lumps.
bool fit(AllocateOptions const& asked) {
  double const lump = asked.budget_musd / asked.lumps;
  constexpr double slack = 1e-9;
  double least = 0;
  for (auto const& [code, musd] : asked.floor_musd) {
    double const lumps = std::ceil(musd / lump - slack);
    least += lumps;
    auto const cap = asked.cap_musd.find(code);
    if (cap == asked.cap_musd.end() || std::floor(cap->second / lump + slack) >= lumps) continue;
    return complains(fmt::format(
        "no whole number of lumps of {} million USD lies between --floor {}={} and --cap {}={}; "
        "with more --lumps they are smaller",
        lump, code, musd, code, cap->second));
  }
  if (least <= asked.lumps + slack) return true;
  return complains(fmt::format(
      "what --floor asks for takes {:.0f} lumps of {} million USD and does not fit into the budget of "
      "{}; ask for less, or with more --lumps",
      least, lump, asked.budget_musd));
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
    auto const& told_of = simulated.summary.states;
    bool const is_asked =
        std::ranges::find(told_of, code, &report::StateSummary::code) != told_of.end();
    bool const has_figures =
        asked.objective != Objective::people_years || question.people_per_km2.back().has_value();
    question.takes_part.push_back(is_asked && has_figures);
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
        threads_(threads_for(arguments.run, interrupt_)),
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
  if (!fit(asked)) return exit_usage;
  if (simulated.plan.trajectories < fewest_trajectories) {
    complains(fmt::format("an allocation needs at least {} futures to know its error",
                          fewest_trajectories));
    return exit_usage;
  }
  if (simulated.plan.affected == 0) {
    say("minefree: no state can be estimated in what was asked; minefree run says why\n");
    return exit_nothing_estimable;
  }
  auto question = question_of(asked, simulated);
  if (!name_takers(asked, simulated, question)) return exit_usage;
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
