#pragma once

// The instruction set that this translation unit is compiled for, as the name of an inline
// namespace. A file of the simulation kernel is compiled once per set; because everything it
// inlines sits in `minefree::numeric::avx2` or `minefree::numeric::sse42`, the linker can never
// merge the AVX2 copy of a function into the SSE4.2 build.

#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512BW__) && defined(__AVX512VL__)
#define MINEFREE_INSTRUCTION_SET avx512
#elif defined(__AVX2__)
#define MINEFREE_INSTRUCTION_SET avx2
#elif defined(__SSE4_2__)
#define MINEFREE_INSTRUCTION_SET sse42
#else
#define MINEFREE_INSTRUCTION_SET portable
#endif

namespace minefree::numeric {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Floats in one register of this instruction set: the width at which lanes run fastest.
#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512BW__) && defined(__AVX512VL__)
inline constexpr int native_lanes = 16;
#elif defined(__AVX2__)
inline constexpr int native_lanes = 8;
#else
inline constexpr int native_lanes = 4;
#endif

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::numeric
