// What do the building blocks cost: a block of Philox, a normal, exp, log and their kin, for each
// instruction set that this processor has, and for a double?

#include "instruction_sets.hpp"
#include "numeric_cases.hpp"

int main(int count, char** arguments) {
  for (auto const& set : minefree::bench::sets_under_test()) set.add_numeric_cases();
  minefree::bench::add_numeric_cases<double>("numeric/double");
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
