#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/frozen_draws.hpp>
#include <minefree/config/read_frozen.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/report/overlay.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/version.hpp>

#include "commands.hpp"
#include "input_files.hpp"
#include "interrupt.hpp"
#include "progress_line.hpp"
#include "results.hpp"
#include "run_threads.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

/// The frozen file; nothing when it is not as it was frozen, which has been said.
std::optional<config::FrozenFile> read_file(std::string const& path) {
  auto const files = input_files();
  Problems problems;
  auto const bytes = files.read(path);
  if (!bytes) {
    problems.add(Place::whole(path),
                 "the file is not there, or cannot be read. Make one with 'minefree freeze'.");
    say(problems.text());
    return std::nullopt;
  }
  auto outcome = config::read_frozen(*bytes, path, files);
  if (!outcome) say(outcome.problems.text());
  return std::move(outcome.value);
}

/// Leaves the states asked for; false when one of them was not frozen, which has been said.
bool keep_states_asked(std::vector<std::string> const& codes, FrozenForecast& frozen) {
  if (codes.empty()) return true;
  std::vector<std::string> known;
  for (auto const& state : frozen.states) known.push_back(state.code);
  for (auto const& code : codes) {
    if (std::ranges::find(known, code) != known.end()) continue;
    say(fmt::format("minefree: the frozen forecast has no state {}.{}\n", code,
                    did_you_mean(code, known)));
    return false;
  }
  std::erase_if(frozen.states, [&](FrozenState const& state) {
    return std::ranges::find(codes, state.code) == codes.end();
  });
  return true;
}

std::string scenario_of_today(Arguments const& arguments) {
  return arguments.scenario.empty() ? usual_scenario() : arguments.scenario;
}

std::string absolute(std::string const& path) {
  std::error_code error;
  auto const whole = std::filesystem::absolute(path, error);
  return error ? path : whole.string();
}

/// The frozen scenario with its draws where they lie today; nothing when they are gone, which has
/// been said.
std::optional<config::Tree> with_its_draws(config::FrozenFile const& frozen,
                                           std::string const& path, std::string const& today) {
  std::vector<std::string> folders{config::folder_of(absolute(path)),
                                   config::folder_of(absolute(today))};
  if (auto const library = scenario_library(); !library.empty()) folders.push_back(library);
  auto const draws = config::find_frozen_draws(
      frozen.scenario, frozen.forecast.provenance.posterior_sha256, folders, input_files());
  if (draws.name.empty()) return frozen.scenario;
  if (draws.path) return config::with_draws_at(frozen.scenario, *draws.path);
  say(
      fmt::format("note: the calibration {} that the forecast was frozen with is not there (looked "
                  "for {}). Lay it beside the frozen file\n",
                  in_quotes(draws.name), join(draws.looked_for, ", ", " and ")));
  return std::nullopt;
}

/// The frozen scenario, read again beside the scenario of today; nothing when the record of today
/// does not carry it any more, which has been said.
std::optional<Scenario> read_again(config::FrozenFile const& frozen, std::string const& frozen_path,
                                   std::string const& today) {
  auto const path =
      config::joined(config::folder_of(today), frozen.forecast.provenance.scenario + ".yaml");
  if (auto const tree = with_its_draws(frozen, frozen_path, today)) {
    auto outcome = config::read_scenario_tree(*tree, path, input_files(), scenario_library());
    if (outcome) return std::move(outcome.value);
    for (auto const& problem : outcome.problems.sorted()) say("note: " + to_text(problem) + "\n");
  }
  say("note: the frozen scenario cannot be run again, so what moved its dates stays unknown\n");
  return std::nullopt;
}

void say_what_changed(Provenance const& frozen, Scenario const& again,
                      std::optional<std::uint64_t> trajectories) {
  if (trajectories && *trajectories != frozen.trajectories) {
    say(fmt::format(
        "note: {} futures instead of the {} that were frozen; the chance in that counts as "
        "'made again'\n",
        *trajectories, frozen.trajectories));
  }
  if (frozen.data_sha256 != again.data_sha256) {
    say("note: the record has changed since the forecast was frozen; corrected figures of years "
        "before its origin count as 'made again'\n");
  }
  auto const posterior = again.posterior ? std::optional(again.posterior->sha256) : std::nullopt;
  if (frozen.posterior_sha256 != posterior) {
    say("note: the calibration is not the one that the forecast was frozen with; what that changes "
        "counts as 'made again'\n");
  }
}

/// Every state file that tells what was reported since: of today's scenario, then of the frozen
/// one.
std::vector<StateData> record_of(Scenario const& today, std::optional<Scenario> const& again) {
  auto record = today.states;
  if (!again) return record;
  for (auto const& state : again->states) {
    if (std::ranges::find(record, state.code, &StateData::code) == record.end())
      record.push_back(state);
  }
  return record;
}

std::string why_nothing_moved(FrozenForecast const& frozen, Scenario const& today) {
  if (today.origin > frozen.provenance.origin) return "the frozen scenario cannot be run again";
  return fmt::format(
      "'{}' looks from the end of {}, and the forecast was frozen at the end of {}; name a scenario "
      "of a later origin with --scenario",
      today.id, today.origin, frozen.provenance.origin);
}

/// What stands in for a report in which nothing could be compared.
std::string why_nothing_compared(report::OverlayReport const& report) {
  auto const& states = report.frozen.states;
  if (std::ranges::none_of(states, &FrozenState::estimable)) {
    return fmt::format("the forecast gave {} no date",
                       states.size() == 1 ? states.front().name : "these states");
  }
  std::string const no_report = "no report since can be held against it, and ";
  if (!report.why_no_movements.empty()) return no_report + report.why_no_movements;
  std::vector<std::string> reasons;
  for (auto const& [code, why] : report.movements->left_out) {
    reasons.push_back(fmt::format("{}: {}", code, why));
  }
  return no_report +
         "none of its dates can be set beside a later one: " + join(reasons, "; ", "; ");
}

/// False when it was interrupted.
bool add_movements(Arguments const& arguments, Scenario& earlier, Scenario& later,
                   report::OverlayReport& report) {
  auto const& frozen = report.frozen.provenance;
  for (Scenario* scenario : {&earlier, &later}) {
    scenario->seed = frozen.seed;
    scenario->trajectories = arguments.run.trajectories.value_or(frozen.trajectories);
    scenario->outputs = {};
  }
  Interrupt const interrupt;
  auto const each = later.trajectories;
  ProgressLine line(each * hindcast::runs_of_movements, stderr_is_terminal() && !arguments.quiet);
  std::uint64_t before = 0;
  auto const simulate = [&](Plan const& plan) {
    auto ensemble = run_on_threads(plan, {.first = 0, .count = each},
                                   threads_for(arguments.run, interrupt, [&](std::uint64_t done) {
                                     line.done(before + done);
                                   }));
    before += each;
    return ensemble;
  };
  report.movements = hindcast::movements_of(report.frozen, {earlier, later}, simulate);
  return report.movements.has_value();
}

bool write_results(std::string const& folder, report::OverlayReport const& report) {
  std::vector<ResultFile> files{{"overlay.json", report::to_json(report)}};
  for (auto& [name, text] : report::csv_files(report)) files.push_back({name, text});
  return write_folder(folder, files);
}

}  // namespace

int overlay(Arguments const& arguments) {
  auto const& path = arguments.files.front();
  auto frozen = read_file(path);
  if (!frozen) return exit_invalid_input;
  auto const today_path = scenario_of_today(arguments);
  if (today_path.empty()) {
    say("minefree: there is no folder scenarios/ beside the program; name the scenario of today "
        "with --scenario\n");
    return exit_usage;
  }
  auto loaded = load_scenario(today_path, {}, true);
  if (!loaded.scenario) return loaded.exit_code;
  auto& today = *loaded.scenario;

  report::OverlayReport report;
  report.frozen = frozen->forecast;
  if (!keep_states_asked(arguments.run.states, report.frozen)) return exit_usage;
  auto again = read_again(*frozen, path, today_path);
  if (again && !arguments.quiet) {
    say_what_changed(report.frozen.provenance, *again, arguments.run.trajectories);
  }
  report.against = hindcast::against_reports(report.frozen, record_of(today, again));
  if (again && today.origin > again->origin) {
    if (!add_movements(arguments, *again, today, report)) {
      say("minefree: interrupted; nothing was written\n");
      return exit_failed;
    }
  } else {
    report.why_no_movements = why_nothing_moved(report.frozen, today);
  }
  report.today = report::provenance_of(today, today.trajectories,
                                       {std::string(version()), std::string(commit())});
  report.today_name = today.name;

  if (report::is_empty(report)) {
    say(fmt::format("minefree: nothing to compare: {}\n", why_nothing_compared(report)));
    return exit_nothing_estimable;
  }
  if (!arguments.out.empty() && !write_results(arguments.out, report)) return exit_failed;
  auto const text = arguments.json ? report::to_json(report)
                                   : report::to_table(report,
                                                      {.columns = stdout_columns(),
                                                       .colour = stdout_shows_colour(),
                                                       .scenario_path = path},
                                                      !arguments.run.states.empty());
  return print(text) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
