#include <minefree/report/markdown.hpp>

#include <algorithm>

namespace minefree::report {

namespace {

constexpr int line_width = 100;
constexpr int narrowest_column = 4;  // its rule has a colon and two dashes at least

std::string escaped(std::string_view text) {
  std::string result;
  for (char const c : text) {
    if (c == '|') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

int width_of_column(Column const& column) {
  int width = std::max(narrowest_column, width_of(column.heading));
  for (auto const& cell : column.cells) width = std::max(width, width_of(escaped(cell)));
  return width;
}

std::string rule_of(Column const& column, int width) {
  std::string const dashes(static_cast<std::size_t>(width) - 1, '-');
  return column.align == Align::right ? dashes + ':' : ':' + dashes;
}

}  // namespace

std::string markdown_table(std::vector<Column> const& columns) {
  std::string headings = "|";
  std::string rules = "|";
  std::vector<int> widths;
  for (Column const& column : columns) {
    widths.push_back(width_of_column(column));
    headings += ' ' + padded(column.heading, widths.back(), column.align) + " |";
    rules += ' ' + rule_of(column, widths.back()) + " |";
  }
  auto text = headings + '\n' + rules + '\n';
  auto const rows = columns.empty() ? 0 : columns.front().cells.size();
  for (std::size_t row = 0; row < rows; ++row) {
    text += '|';
    for (std::size_t k = 0; k < columns.size(); ++k) {
      auto const& column = columns[k];
      text += ' ' + padded(escaped(column.cells[row]), widths[k], column.align) + " |";
    }
    text += '\n';
  }
  return text;
}

std::string markdown_paragraph(std::string_view text) { return wrapped("", text, 0, line_width); }

std::string markdown_item(std::string_view text) { return wrapped("- ", text, 2, line_width); }

}  // namespace minefree::report
