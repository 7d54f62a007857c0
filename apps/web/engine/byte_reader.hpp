#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace minefree::page {

// Numbers as LEB128: seven bits a byte, the lowest first, the eighth set on all but the last.

/// Reads numbers and texts from bytes that this program or its page wrote; a cut end reads as
/// zeros.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return at_ >= bytes_.size(); }

  std::uint8_t byte() { return at_end() ? 0 : static_cast<std::uint8_t>(bytes_[at_++]); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      std::uint64_t const next = byte();
      value |= (next & 0x7FU) << shift;
      if (next < 0x80) break;
    }
    return value;
  }

  std::string_view text() {
    auto const size = static_cast<std::size_t>(number());
    auto const text = bytes_.substr(at_, size);
    at_ += text.size();
    return text;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// The most bytes of a number.
inline constexpr std::size_t longest_number = 10;

/// Writes a number; the place behind it.
inline char* write_number(std::uint64_t value, char* at) {
  for (; value >= 0x80; value >>= 7U) *at++ = static_cast<char>(0x80U | (value & 0x7FU));
  *at++ = static_cast<char>(value);
  return at;
}

inline void write_number(std::uint64_t value, std::string& out) {
  char bytes[longest_number];
  out.append(bytes, write_number(value, bytes));
}

}  // namespace minefree::page
