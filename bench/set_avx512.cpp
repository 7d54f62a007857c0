#include "floor_of_year.hpp"
#include "numeric_cases.hpp"

namespace minefree::bench {

extern SetUnderTest const avx512_under_test{
    .name = "avx512",
    .lanes = native_lanes,
    .numeric_cases = numeric_cases<Lanes<native_lanes>>,
    .floor_of_run = floor_of_run<Lanes<native_lanes>>,
};

}  // namespace minefree::bench
