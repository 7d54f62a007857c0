#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/decision/stress.hpp>
#include <minefree/domain/donors.hpp>
#include <minefree/report/stress.hpp>
#include <minefree/version.hpp>

#include "chosen_states.hpp"
#include "commands.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// Codes of the register from words; nothing after one that is none, which has been said.
std::optional<std::vector<std::string>> donor_codes(std::vector<std::string> words) {
  std::vector<std::string> known;
  for (auto const& donor : donors()) known.emplace_back(donor.code);
  for (auto& word : words) {
    for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (word == other_donors) {
      say("minefree: --donor is OTH, which stands for money whose donor no row names; name a "
          "donor\n");
      return std::nullopt;
    }
    if (!donor_named(word)) {
      say(fmt::format("minefree: --donor is '{}', which is no donor's code.{}\n", word,
                      did_you_mean(word, known)));
      return std::nullopt;
    }
  }
  return words;
}

/// The question, with what the arguments leave open filled in; donors are those of the record.
StressQuestion question_of(Arguments const& arguments, std::vector<std::string> donors,
                           Scenario const& scenario, Plan const& plan) {
  StressQuestion question;
  question.states = arguments.run.states;
  question.from = arguments.stress.from.value_or(usual_stress_year(scenario));
  question.share = arguments.stress.share;
  question.donors = std::move(donors);
  if (question.donors.empty())
    question.donors = named_donors(donors_of_states(scenario, plan, question.from));
  return question;
}

bool is_simulated(int year, Scenario const& scenario) {
  if (year > scenario.origin && year <= scenario.horizon) return true;
  say(fmt::format("minefree: --from {} is outside the simulated years, {} to {}\n", year,
                  scenario.origin + 1, scenario.horizon));
  return false;
}

/// Runs plans by all threads, with one progress line for all of them.
class Runs {
 public:
  Runs(Arguments const& arguments, std::uint64_t trajectories, std::size_t runs)
      : arguments_(arguments),
        range_{.first = 0, .count = trajectories},
        line_(trajectories * runs, stderr_is_terminal() && !arguments.quiet) {}

  std::optional<Ensemble> one(Plan const& plan) { return run_on_threads(plan, range_, threads()); }
  std::optional<PairedEnsemble> pair(Plan const& base, Plan const& other) {
    return run_pair_on_threads(base, other, range_, threads());
  }

 private:
  Threads threads() {
    auto const before = range_.count * finished_++;
    return threads_for(arguments_.run, interrupt_,
                       [this, before](std::uint64_t done) { line_.done(before + done); });
  }

  Interrupt interrupt_;
  Arguments const& arguments_;
  Range range_;
  ProgressLine line_;
  std::uint64_t finished_ = 0;
};

void say_donors_without_money(Stress const& stress, bool quiet) {
  for (auto const& donor : stress.donors) {
    if (quiet || !donor.states.empty()) continue;
    say(fmt::format("note: no money of {} ({}) is known for these states; nothing changes\n",
                    donor.donor, donor.name));
  }
}

}  // namespace

int stress(Arguments const& arguments) {
  auto const donors = donor_codes(arguments.stress.donors);
  if (!donors) return exit_usage;
  auto const loaded = load_scenario(arguments.files.front(), arguments.run, arguments.quiet);
  if (!loaded.scenario) return loaded.exit_code;
  auto const& scenario = *loaded.scenario;
  if (!has_states(scenario, arguments.run.states)) return exit_usage;
  if (arguments.stress.from && !is_simulated(*arguments.stress.from, scenario)) return exit_usage;

  auto const plan = make_plan(scenario);
  auto const question = question_of(arguments, *donors, scenario, plan);
  Runs runs(arguments, plan.trajectories, question.donors.size() + 1);
  auto stress = minefree::stress(
      scenario, plan, question,
      {.one = [&](Plan const& one) { return runs.one(one); },
       .pair = [&](Plan const& base, Plan const& other) { return runs.pair(base, other); }});
  if (!stress) {
    say("minefree: interrupted; nothing was written\n");
    return exit_failed;
  }
  say_donors_without_money(*stress, arguments.quiet);

  bool const any = !stress->states.empty();
  report::StressReport const report{
      .provenance = report::provenance_of(scenario, plan.trajectories,
                                          {std::string(version()), std::string(commit())}),
      .name = scenario.name,
      .price_year = scenario.funding.price_year,
      .usual_year = !arguments.stress.from,
      .stress = std::move(*stress)};
  std::vector<ResultFile> const files{{"stress.csv", report::to_csv(report)},
                                      {"stress.json", report::to_json(report)}};
  if (!arguments.out.empty() && !write_folder(arguments.out, files)) return exit_failed;
  report::TableStyle const style{.columns = stdout_columns(),
                                 .colour = stdout_shows_colour(),
                                 .scenario_path = arguments.files.front()};
  if (!print(arguments.json ? report::to_json(report) : report::to_table(report, style)))
    return exit_failed;
  return any ? exit_done : exit_nothing_estimable;
}

}  // namespace minefree::cli
