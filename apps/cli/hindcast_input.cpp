#include <algorithm>

#include <fmt/format.h>

#include <minefree/config/hindcast_tables.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/hindcast/vague.hpp>

#include "hindcast_runs.hpp"
#include "input_files.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

constexpr int years_simulated = 12;
constexpr std::uint64_t usual_trajectories = 4000;
constexpr std::uint64_t usual_seed = 2025;

/// Which calibration a run uses. Left open, it takes the draws that were fitted to what its origin
/// could know, where there are any.
struct Calibration {
  std::string line;              // of the scenario
  bool doubles_spreads = false;  // no draws were made with vague priors: those of the defaults
};

Calibration calibration_for(int origin, HindcastOptions const& options,
                            std::string const& library) {
  if (options.vague && !options.prior) {
    auto const file = fmt::format("posterior/vague/{}.csv", origin);
    if (input_files().read(library + "/" + file)) {
      return {.line = fmt::format("posterior: {}\n", file)};
    }
  }
  bool const none = options.prior || options.vague;
  return {.line = none ? "posterior: none\n" : "", .doubles_spreads = options.vague};
}

/// Today's course as seen from an origin: no levers, every state of the record.
std::string scenario_text(int origin, RunOptions const& options) {
  int const horizon = std::max(origin + years_simulated, hindcast::last_truth_year);
  return fmt::format(
      "format: 1\n"
      "name: Hindcast from the end of {0}\n"
      "origin: {0}\n"
      "horizon: {1}\n"
      "trajectories: {2}\n"
      "seed: {3}\n"
      "states: all\n"
      "targets: [{1}]\n"
      "funding: {{price_year: {0}}}\n"
      "outputs: [casualties]\n",
      origin, horizon, options.trajectories.value_or(usual_trajectories),
      options.seed.value_or(usual_seed));
}

std::optional<Scenario> read_one(int origin, Arguments const& arguments, std::string const& library,
                                 Problems& problems) {
  auto const files = input_files();
  auto const path = fmt::format("{}/hindcast-{}.yaml", library, origin);
  auto const calibration = calibration_for(origin, arguments.hindcast, library);
  auto const tree = files.parse(scenario_text(origin, arguments.run) + calibration.line, path);
  if (!tree) {
    problems.add_all(tree.problems);
    return std::nullopt;
  }
  auto outcome = config::read_scenario_tree(*tree, path, files, library);
  problems.add_all(outcome.problems);
  if (!outcome) return std::nullopt;
  auto scenario = std::move(*outcome.value);
  if (calibration.doubles_spreads) hindcast::double_the_spreads(scenario);
  return scenario;
}

void read_record(std::string const& library, std::map<std::string, int> const& source_years,
                 hindcast::HindcastRecord& record, Problems& problems) {
  auto const files = input_files();
  auto const text_of = [&](std::string const& path) {
    auto text = files.read(path);
    if (!text) {
      problems.add(Place::whole(path), "cannot be read; the hindcast needs the whole record.");
    }
    return text.value_or("");
  };
  auto const calls = library + "/data/calls.csv";
  record.calls = config::calls_from_csv(text_of(calls), calls, problems);
  auto const annual = library + "/data/annual.csv";
  for (auto const& figure : config::world_figures_from_csv(
           text_of(annual), annual, "funding_international_musd", source_years, problems)) {
    record.world_funding.push_back({figure.year, figure.value, figure.published});
  }
}

}  // namespace

std::optional<HindcastInput> read_hindcast_input(Arguments const& arguments) {
  auto const library = scenario_library();
  if (library.empty()) {
    say("minefree: the hindcast needs the public record, the folder scenarios/ beside the program\n");
    return std::nullopt;
  }
  std::vector<int> origins = arguments.hindcast.origins;
  if (origins.empty()) origins.assign(std::begin(usual_origins), std::end(usual_origins));
  bool const asked_for_2025 = arguments.hindcast.origins.empty();
  if (asked_for_2025) origins.push_back(origin_of_2025);

  HindcastInput input;
  Problems problems;
  for (int const origin : origins) {
    auto scenario = read_one(origin, arguments, library, problems);
    if (scenario) input.scenarios.push_back(std::move(*scenario));
  }
  if (!input.scenarios.empty()) {
    read_record(library, input.scenarios.front().source_years, input.record, problems);
  }
  if (problems.empty()) return input;
  say(problems.text());
  return std::nullopt;
}

}  // namespace minefree::cli
