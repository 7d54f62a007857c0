#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace minefree {

/// SHA-256 of FIPS 180-4, fed piece by piece.
class Sha256 {
 public:
  void add(std::string_view bytes);

  /// The hash of all bytes added so far, as 64 small hexadecimal digits. More may be added after.
  std::string hex() const;

 private:
  void take_block(unsigned char const* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667U, 0xbb67ae85U, 0x3c6ef372U, 0xa54ff53aU,
                                      0x510e527fU, 0x9b05688cU, 0x1f83d9abU, 0x5be0cd19U};
  std::array<unsigned char, 64> block_{};
  std::size_t in_block_ = 0;
  std::uint64_t bytes_ = 0;
};

/// The hash of a whole text.
std::string sha256_hex(std::string_view bytes);

}  // namespace minefree
