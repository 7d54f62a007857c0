#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/base/problem.hpp>

namespace minefree::config {

/// The lines of a text, to turn offsets and bytes into places that an editor shows.
class LinePlaces {
 public:
  LinePlaces(std::string_view text, std::string const& file);

  /// Of a byte offset; the place after the last character when it is beyond the end.
  Place at_offset(std::size_t offset) const;
  /// Of a line and a byte in it, both counted from 0.
  Place at(std::size_t line, std::size_t byte) const;
  /// The byte offset of a byte of a line, both counted from 0.
  std::size_t offset(std::size_t line, std::size_t byte) const;
  Place whole_file() const { return {file_, 0, 0}; }

 private:
  std::size_t extra_bytes_before(std::size_t offset) const;

  std::string_view text_;
  std::shared_ptr<std::string const> file_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> extra_bytes_;  // before each block: bytes that start no character
};

/// Adds what makes bytes unfit to be read as text at all: too many, not UTF-8, control characters,
/// tabs. One problem a kind, at its first place.
void check_text(std::string_view bytes, std::size_t most_bytes, LinePlaces const& places,
                Problems& problems);

}  // namespace minefree::config
