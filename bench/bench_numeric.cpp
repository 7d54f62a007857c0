// What do the building blocks cost: a block of Philox, a normal, exp, log and their kin, for each
// instruction set that this processor has, and for a double?

#include <string>

#include <benchmark/benchmark.h>

#include "instruction_sets.hpp"
#include "numeric_cases.hpp"

namespace minefree::bench {
namespace {

constexpr std::uint64_t rounds = 100;

/// A call is one of a vector; `numbers_per_second` counts each number that each lane got.
void measure(benchmark::State& state, NumericCase const& block, int lanes) {
  for (auto _ : state) benchmark::DoNotOptimize(block.run(rounds));
  auto const calls =
      static_cast<double>(state.iterations()) * static_cast<double>(rounds * calls_of_round);
  state.counters["ns_per_call"] =
      benchmark::Counter(calls * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["numbers_per_second"] =
      benchmark::Counter(calls * lanes * block.numbers_of_call, benchmark::Counter::kIsRate);
}

void add_numeric_cases(std::string const& width, NumericCase const* cases, int lanes) {
  for (NumericCase const& block : std::span(cases, numeric_case_count)) {
    benchmark::RegisterBenchmark(
        ("numeric/" + width + "/" + block.name).c_str(),
        [&block, lanes](benchmark::State& state) { measure(state, block, lanes); })
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace
}  // namespace minefree::bench

int main(int count, char** arguments) {
  using namespace minefree::bench;
  for (SetUnderTest const* set : sets_under_test()) {
    add_numeric_cases(std::string(set->name), set->numeric_cases, set->lanes);
  }
  add_numeric_cases("double", numeric_cases<double>, 1);
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
