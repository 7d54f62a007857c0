// How fast is the same model, written in C++ without thinking of speed? One thread; divide
// bench_engine's rate by this one.

#include <benchmark/benchmark.h>

#include "forty_states.hpp"
#include "peers/naive_run.hpp"

namespace minefree::bench {
namespace {

void run_naive_peer(benchmark::State& state) {
  constexpr std::uint64_t few = 500;
  Plan const plan = make_plan(forty_states());
  for (auto _ : state) benchmark::DoNotOptimize(run_naive(plan, {.first = 0, .count = few}));
  state.counters["state_years_per_second"] =
      benchmark::Counter(static_cast<double>(few * plan.countries.size()) * plan.world.years,
                         benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(run_naive_peer)->Name("run/naive/one_thread")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace minefree::bench

BENCHMARK_MAIN();
