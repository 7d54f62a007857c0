#include "instruction_sets.hpp"

#include <array>

#include <minefree/ensemble/run.hpp>

namespace minefree::bench {

std::span<SetUnderTest const* const> sets_under_test() {
#ifdef __x86_64__
  static constexpr std::array all = {&sse42_under_test, &avx2_under_test, &avx512_under_test};
#else
  static constexpr std::array all = {
      &sse42_under_test};  // compiled for the processor's own vectors
#endif
  std::size_t count = 0;
  for (SetUnderTest const* set : all) {
    if (!available(*instruction_set_named(set->name))) break;
    ++count;
  }
  return std::span(all).first(count);
}

}  // namespace minefree::bench
