// How fast could any engine of this model be? The draws and functions of a year of a state, and
// nothing else: see floor_of_year.hpp. One thread; divide bench_engine's rate by this one.

#include <string>

#include <benchmark/benchmark.h>

#include "instruction_sets.hpp"

namespace minefree::bench {
namespace {

constexpr std::uint64_t trajectories = 2'000;
constexpr std::uint32_t states = 40;
constexpr std::uint32_t years = 36;

void measure(benchmark::State& state, SetUnderTest const& set) {
  for (auto _ : state) benchmark::DoNotOptimize(set.floor_of_run(trajectories, states, years));
  state.counters["state_years_per_second"] =
      benchmark::Counter(static_cast<double>(trajectories * states * years),
                         benchmark::Counter::kIsIterationInvariantRate);
}

}  // namespace
}  // namespace minefree::bench

int main(int count, char** arguments) {
  using namespace minefree::bench;
  for (SetUnderTest const* set : sets_under_test()) {
    benchmark::RegisterBenchmark(("floor/" + std::string(set->name)).c_str(),
                                 [set](benchmark::State& state) { measure(state, *set); })
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
