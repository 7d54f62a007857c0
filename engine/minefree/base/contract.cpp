#include <minefree/base/contract.hpp>

#include <cstdio>
#include <cstdlib>

namespace minefree {

void contract_broken(char const* kind, char const* condition, char const* file, int line) {
  std::fprintf(stderr, "%s:%d: broken %s: %s\n", file, line, kind, condition);
  std::abort();
}

}  // namespace minefree
