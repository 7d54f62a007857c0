#include <minefree/config/file_text.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>

#include <fmt/format.h>

namespace minefree::config {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// A character of several bytes is one column.
bool starts_character(std::string_view text, std::size_t at) {
  return (byte_at(text, at) & 0xC0U) != 0x80U;
}

constexpr std::size_t block = 1024;

// Length of the UTF-8 character at `at` (RFC 3629: no overlong forms, no surrogates, no more than
// U+10FFFF), or 0 if there is none.
std::size_t utf8_length(std::string_view text, std::size_t at) {
  auto const first = byte_at(text, at);
  if (first < 0x80) return 1;
  std::size_t const length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return 0;
  auto const second = byte_at(text, at + 1);
  unsigned const lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  unsigned const highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

struct Unfit {
  std::optional<std::size_t> not_utf8, control, tab;
  std::size_t tabs = 0;
};

Unfit find_unfit(std::string_view bytes) {
  Unfit unfit;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const byte = byte_at(bytes, at);
    auto const length = utf8_length(bytes, at);
    if (length == 0 && !unfit.not_utf8) unfit.not_utf8 = at;
    bool const line_end =
        byte == '\n' || (byte == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n');
    if (byte == '\t') {
      if (unfit.tabs++ == 0) unfit.tab = at;
    } else if ((byte < 0x20 || byte == 0x7F) && !line_end && !unfit.control) {
      unfit.control = at;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return unfit;
}

}  // namespace

LinePlaces::LinePlaces(std::string_view text, std::string const& file)
    : text_(text), file_(std::make_shared<std::string const>(file)), line_starts_{0} {
  std::size_t extra_bytes = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % block == 0) extra_bytes_.push_back(extra_bytes);
    if (!starts_character(text, at)) ++extra_bytes;
    if (text[at] == '\n') line_starts_.push_back(at + 1);
  }
}

// By blocks, since a file may be one line of eight mebibytes with thousands of values.
std::size_t LinePlaces::extra_bytes_before(std::size_t offset) const {
  if (extra_bytes_.empty()) return 0;
  auto const start = std::min(offset / block, extra_bytes_.size() - 1);
  auto extra_bytes = extra_bytes_[start];
  for (auto i = start * block; i < offset; ++i) {
    if (!starts_character(text_, i)) ++extra_bytes;
  }
  return extra_bytes;
}

Place LinePlaces::at_offset(std::size_t offset) const {
  auto const next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  auto const line = static_cast<std::size_t>(next - line_starts_.begin()) - 1;
  return at(line, offset - line_starts_[line]);
}

std::size_t LinePlaces::offset(std::size_t line, std::size_t byte) const {
  return std::min(line_starts_[std::min(line, line_starts_.size() - 1)] + byte, text_.size());
}

Place LinePlaces::at(std::size_t line, std::size_t byte) const {
  line = std::min(line, line_starts_.size() - 1);
  auto const start = line_starts_[line];
  auto const end = std::max(start, offset(line, byte));
  auto const characters = end - start - (extra_bytes_before(end) - extra_bytes_before(start));
  return {file_, static_cast<int>(line) + 1, static_cast<int>(characters) + 1};
}

void check_text(std::string_view bytes, std::size_t most_bytes, LinePlaces const& places,
                Problems& problems) {
  if (bytes.size() > most_bytes) {
    problems.add(
        places.whole_file(),
        fmt::format("the file is longer than {} MiB. Is it the right file?", most_bytes >> 20U));
    return;
  }
  auto const unfit = find_unfit(bytes);
  if (unfit.not_utf8) {
    problems.add(places.at_offset(*unfit.not_utf8),
                 fmt::format("byte {:#04x} is not UTF-8. Save the file with the encoding UTF-8.",
                             byte_at(bytes, *unfit.not_utf8)));
  }
  if (unfit.control) {
    problems.add(places.at_offset(*unfit.control),
                 fmt::format("byte {:#04x} is a control character, so this is not a text file. "
                             "Remove it, or check that it is the right file.",
                             byte_at(bytes, *unfit.control)));
  }
  if (unfit.tab) {
    auto const more = unfit.tabs == 1 ? std::string{}
                      : unfit.tabs == 2
                          ? std::string(" (and one more in this file)")
                          : fmt::format(" (and {} more in this file)", unfit.tabs - 1);
    problems.add(places.at_offset(*unfit.tab),
                 fmt::format("a tab{}; its width is not defined in YAML. Use spaces.", more));
  }
}

}  // namespace minefree::config
