#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <minefree/report/annex.hpp>
#include <minefree/report/state_words.hpp>

#include "commands.hpp"
#include "results.hpp"
#include "scenario_file.hpp"
#include "simulated_run.hpp"
#include "source_titles.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// The command line as one of `run` for this state; nothing where there is no scenario, which has
/// been said then.
std::optional<Arguments> run_of_state(Arguments arguments) {
  if (arguments.files.empty()) arguments.files.push_back(usual_scenario());
  if (arguments.files.front().empty()) {
    say("minefree: there is no folder scenarios/ beside the program; name a scenario with "
        "--scenario\n");
    return std::nullopt;
  }
  arguments.run.states = {arguments.state};
  return arguments;
}

/// True for a deadline that can lie ahead of this state; why not has been said.
bool is_ahead(Scenario const& scenario, StateData const& state, Date const& deadline) {
  Date const first{.year = scenario.origin + 1, .month = 1, .day = 1};
  Date const last{.year = scenario.horizon, .month = 12, .day = 31};
  auto const in_force = report::deadline_in_force(scenario, state);
  std::string why;
  if (deadline < first) why = "lies in the past of the scenario";
  if (deadline > last) why = "is beyond the horizon";
  if (why.empty() && in_force && deadline <= *in_force) {
    why = fmt::format("is not later than the deadline in force, {}", to_text(*in_force));
  }
  if (why.empty()) return true;
  auto const from = in_force ? std::max(first, *in_force) : first;
  say(fmt::format("minefree: --deadline {} {}; write a day from {} to {}\n", to_text(deadline), why,
                  to_text(from), to_text(last)));
  return false;
}

std::size_t country_of(Plan const& plan, std::string const& code) {
  auto const found = std::ranges::find(plan.countries, code, &model::CountryPlan::code);
  return static_cast<std::size_t>(found - plan.countries.begin());
}

/// Says why a state gets no annex, in the words and files that an annex would have.
int refuse(Arguments const& arguments, Scenario const& scenario,
           report::RunSummary const& summary) {
  auto const& state = summary.states.front();
  auto const markdown = report::annex_refusal(state);
  auto const json = report::annex_refusal_json(summary.provenance, scenario.name, state);
  std::vector<std::string> const stale(report::names_of_annex_csv.begin(),
                                       report::names_of_annex_csv.end());
  std::vector<ResultFile> const files{{"annex.md", markdown}, {"annex.json", json}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files, stale)) return exit_failed;
  return print(arguments.json ? json : markdown) ? exit_nothing_estimable : exit_failed;
}

}  // namespace

int annex(Arguments const& given) {
  auto const arguments = run_of_state(given);
  if (!arguments) return exit_usage;
  auto const simulated = simulate_run(*arguments);
  if (!simulated.result) return simulated.exit_code;
  auto const& [scenario, plan, ensemble, summary] = *simulated.result;
  auto const& state = summary.states.front();
  auto const data = std::ranges::find(scenario.states, state.code, &StateData::code);
  if (arguments->deadline && !is_ahead(scenario, *data, *arguments->deadline)) return exit_usage;
  if (!state.estimable()) return refuse(*arguments, scenario, summary);

  auto const country = country_of(plan, state.code);
  auto const spending = spending_of(plan, country, {.first = 0, .count = plan.trajectories});
  auto const titles = source_titles(arguments->files.front());
  auto const annex = report::report_annex({.scenario = scenario,
                                           .plan = plan,
                                           .ensemble = ensemble,
                                           .summary = summary,
                                           .country = country,
                                           .spending = spending,
                                           .titles = titles,
                                           .deadline = arguments->deadline});
  auto const markdown = report::to_markdown(annex);
  std::vector<ResultFile> files;
  for (auto& [name, text] : report::csv_files(annex)) files.push_back({name, text});
  files.push_back({"annex.md", markdown});
  files.push_back({"annex.json", report::to_json(annex)});
  if (!arguments->out.empty() && !write_folder(arguments->out, files)) return exit_failed;
  return print(arguments->json ? report::to_json(annex) : markdown) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
