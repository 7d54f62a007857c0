#include "instruction_sets.hpp"

#include <array>

#include <minefree/ensemble/run.hpp>

namespace minefree::bench {

std::span<SetUnderTest const> sets_under_test() {
  static std::array const all = {sse42_under_test, avx2_under_test, avx512_under_test};
  std::size_t count = 0;
  for (SetUnderTest const& set : all) {
    if (!available(*instruction_set_named(set.name))) break;
    ++count;
  }
  return std::span(all).first(count);
}

}  // namespace minefree::bench
