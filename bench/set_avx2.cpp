#include "floor_of_year.hpp"
#include "instruction_sets.hpp"
#include "numeric_cases.hpp"

namespace minefree::bench {

extern SetUnderTest const avx2_under_test{
    "avx2",
    [] { add_numeric_cases<Lanes<native_lanes>>("numeric/avx2"); },
    floor_of_run<Lanes<native_lanes>>};

}  // namespace minefree::bench
