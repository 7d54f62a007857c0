#include "floor_of_year.hpp"
#include "numeric_cases.hpp"

namespace minefree::bench {

extern SetUnderTest const sse42_under_test{
    .name = "sse42",
    .lanes = native_lanes,
    .numeric_cases = numeric_cases<Lanes<native_lanes>>,
    .floor_of_run = floor_of_run<Lanes<native_lanes>>,
};

}  // namespace minefree::bench
