#include "compute_bits.hpp"

namespace minefree::random {

void compute_bits_sse42(FunctionBits* rows) { compute_bits(rows); }

}  // namespace minefree::random
