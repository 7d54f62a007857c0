#include "compute_bits.hpp"

namespace minefree::random {

void compute_bits_avx2(FunctionBits* rows) { compute_bits(rows); }

}  // namespace minefree::random
