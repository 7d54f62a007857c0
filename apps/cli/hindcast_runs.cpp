#include "hindcast_runs.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

#include <minefree/hindcast/realised.hpp>

#include "progress_line.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

using hindcast::Mode;

/// One run: an origin in a mode.
struct Task {
  Scenario scenario;
  Mode mode = Mode::unconditional;
  hindcast::RealisedCount realised;
  bool is_scored = true;  // false: for the question of 2025 alone
  Plan plan;
  std::vector<hindcast::StateSamples> samples;
};

std::vector<Task> tasks_of(Arguments const& arguments, HindcastInput const& input) {
  auto const& origins = arguments.hindcast.origins;
  std::vector<Task> tasks;
  for (Scenario const& scenario : input.scenarios) {
    bool const scored = scenario.origin != origin_of_2025 || !origins.empty();
    Task told_nothing;
    told_nothing.scenario = scenario;
    told_nothing.is_scored = scored;
    tasks.push_back(std::move(told_nothing));
    if (!scored) continue;
    Task told;
    told.scenario = scenario;
    told.mode = Mode::conditional;
    told.realised = hindcast::tell_what_happened(told.scenario);
    tasks.push_back(std::move(told));
  }
  return tasks;
}

/// Each thread takes the next run; which thread runs what changes no result.
void simulate_all(std::vector<Task>& tasks, Arguments const& arguments, std::stop_token stop) {
  auto const processors = std::max(1U, std::thread::hardware_concurrency());
  auto const asked = arguments.run.threads == 0 ? processors : arguments.run.threads;
  auto const count = std::min<std::size_t>(asked, tasks.size());
  std::uint64_t const each = tasks.front().scenario.trajectories;
  ProgressLine line(each * tasks.size(), stderr_is_terminal() && !arguments.quiet);
  std::mutex drawing;
  std::atomic<std::size_t> next{0};
  std::size_t done = 0;
  auto const work = [&] {
    for (std::size_t k = next++; k < tasks.size() && !stop.stop_requested(); k = next++) {
      Task& task = tasks[k];
      task.plan = make_plan(task.scenario);
      task.samples = hindcast::simulate_samples(task.plan, {.first = 0, .count = each}, stop);
      std::scoped_lock const lock(drawing);
      line.done(each * ++done);
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t k = 1; k < count; ++k) threads.emplace_back(work);
  work();
}

}  // namespace

std::optional<hindcast::HindcastResult> run_hindcast(Arguments const& arguments,
                                                     HindcastInput const& input,
                                                     std::stop_token stop) {
  auto tasks = tasks_of(arguments, input);
  simulate_all(tasks, arguments, stop);
  if (stop.stop_requested()) return std::nullopt;

  auto const& states = input.scenarios.front().states;
  hindcast::FittedSpreads spreads(states);
  std::vector<hindcast::Case> cases;
  std::vector<hindcast::OriginSummary> origins;
  std::vector<hindcast::LandmineFree2025> landmine_free;
  for (Task const& task : tasks) {
    hindcast::OriginRun const run{task.scenario, task.plan, task.samples, task.mode};
    bool const unconditional = task.mode == Mode::unconditional;
    int const origin = task.scenario.origin;
    if (unconditional && origin == origin_of_2025) {
      landmine_free = landmine_free_2025(run, input.record.calls);
    }
    if (!task.is_scored) continue;
    for (auto& scored : cases_of(run, input.record, spreads)) cases.push_back(std::move(scored));
    if (unconditional) {
      auto const& posterior = task.scenario.posterior;
      origins.push_back(
          {.origin = origin,
           .estimable = task.plan.affected,
           .reference_class = hindcast::deadlines_met_by(states, origin),
           .posterior_sha256 = posterior ? std::optional(posterior->sha256) : std::nullopt});
    } else {
      origins.back().realised = task.realised;
    }
  }
  auto const& wanted = arguments.run.states;
  if (!wanted.empty()) {
    auto const unwanted = [&](auto const& row) {
      return std::ranges::find(wanted, row.state) == wanted.end();
    };
    std::erase_if(cases, unwanted);
    std::erase_if(landmine_free, unwanted);
  }
  return hindcast::evaluate(std::move(cases), std::move(origins), std::move(landmine_free));
}

}  // namespace minefree::cli
