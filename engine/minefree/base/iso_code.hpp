#pragma once

#include <string_view>

namespace minefree {

/// Three capital letters, as ISO 3166-1 alpha-3 has them (AGO, KHM); inline states may use the
/// codes that ISO leaves to users, XXA to XXZ. Whether such a country exists is not checked.
constexpr bool is_state_code(std::string_view code) {
  if (code.size() != 3) return false;
  for (char const c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

}  // namespace minefree
