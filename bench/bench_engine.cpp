// How fast is the engine? 20,000 trajectories of forty states over 36 years, by instruction set and
// by threads, and how much memory that takes. bench/README.md says what was asked and found.

#include <sys/resource.h>

#include <benchmark/benchmark.h>

#include <minefree/parallel/threads.hpp>

#include "forty_states.hpp"

namespace minefree::bench {
namespace {

constexpr std::uint64_t trajectories = 20'000;

Plan const& plan_of_forty_states() {
  static Plan const plan = make_plan(forty_states());
  return plan;
}

/// The largest memory that this process ever held, all earlier benchmarks of it included.
double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void report(benchmark::State& state, Plan const& plan, std::uint64_t count) {
  double const state_years = static_cast<double>(count * plan.countries.size()) * plan.world.years;
  state.counters["state_years_per_second"] = benchmark::Counter(
      state_years, benchmark::Counter::kIsIterationInvariantRate, benchmark::Counter::kIs1000);
  state.counters["peak_memory_mb"] = peak_memory_mb();
}

void run_one_thread(benchmark::State& state, InstructionSet set) {
  Plan const& plan = plan_of_forty_states();
  for (auto _ : state) {
    benchmark::DoNotOptimize(run(plan, {.first = 0, .count = trajectories}, set));
  }
  report(state, plan, trajectories);
}

void run_all_threads(benchmark::State& state, InstructionSet set) {
  Plan const& plan = plan_of_forty_states();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        run_on_threads(plan, {.first = 0, .count = trajectories}, {.instruction_set = set}));
  }
  report(state, plan, trajectories);
}

/// The double engine: one trajectory at a time, what tests hold the lanes against.
void run_doubles(benchmark::State& state) {
  constexpr std::uint64_t few = 1'000;
  Plan const& plan = plan_of_forty_states();
  for (auto _ : state) {
    benchmark::DoNotOptimize(run_reference(plan, {.first = 0, .count = few}));
  }
  report(state, plan, few);
}

void compile_plan(benchmark::State& state) {
  Scenario const scenario = forty_states();
  for (auto _ : state) benchmark::DoNotOptimize(make_plan(scenario));
}

void register_all() {
  for (InstructionSet const set :
       {InstructionSet::sse42, InstructionSet::avx2, InstructionSet::avx512}) {
    if (!available(set)) continue;
    std::string const name(name_of(set));
    benchmark::RegisterBenchmark(("run/" + name + "/one_thread").c_str(),
                                 [set](benchmark::State& state) { run_one_thread(state, set); })
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("run/" + name + "/all_threads").c_str(),
                                 [set](benchmark::State& state) { run_all_threads(state, set); })
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseRealTime();
  }
  benchmark::RegisterBenchmark("run/doubles/one_thread", run_doubles)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("make_plan", compile_plan)->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace minefree::bench

int main(int count, char** arguments) {
  minefree::bench::register_all();
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
