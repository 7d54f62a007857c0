#include "compute_bits.hpp"

namespace minefree::random {

void compute_bits_avx512(FunctionBits* rows) { compute_bits(rows); }

}  // namespace minefree::random
