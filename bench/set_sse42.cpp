#include "floor_of_year.hpp"
#include "instruction_sets.hpp"
#include "numeric_cases.hpp"

namespace minefree::bench {

extern SetUnderTest const sse42_under_test{
    "sse42",
    [] { add_numeric_cases<Lanes<native_lanes>>("numeric/sse42"); },
    floor_of_run<Lanes<native_lanes>>};

}  // namespace minefree::bench
