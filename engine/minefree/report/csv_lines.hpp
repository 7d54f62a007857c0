#pragma once

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace minefree::report {

/// Lines of one CSV file, under its header.
class CsvLines {
 public:
  explicit CsvLines(std::string_view header) : text_(fmt::format("{}\n", header)) {}

  template <class... Cells>
  void row(Cells const&... cells) {
    std::string_view comma;
    ((fmt::format_to(std::back_inserter(text_), "{}{}", std::exchange(comma, ","), cells)), ...);
    text_ += '\n';
  }

  std::string const& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace minefree::report
