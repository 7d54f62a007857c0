#include <minefree/report/columns.hpp>

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include <minefree/base/text.hpp>

namespace minefree::report {

namespace {

constexpr int gap = 2;        // between groups
constexpr int inner_gap = 1;  // inside one

int cell_width(Column const& column) {
  int width = width_of(column.heading);
  for (auto const& cell : column.cells) width = std::max(width, width_of(cell));
  return width;
}

bool joins(Column const& left, Column const& right) {
  return !left.group.empty() && left.group == right.group;
}

int gap_before(std::vector<Column> const& columns, std::size_t k) {
  if (k == 0) return 0;
  return joins(columns[k - 1], columns[k]) ? inner_gap : gap;
}

/// Widths of the columns; the last of a group is widened until the group's heading fits.
std::vector<int> widths_of(std::vector<Column> const& columns) {
  std::vector<int> widths;
  for (auto const& column : columns) widths.push_back(cell_width(column));
  for (std::size_t first = 0; first < columns.size();) {
    auto last = first;
    int width = widths[first];
    while (last + 1 < columns.size() && joins(columns[last], columns[last + 1])) {
      ++last;
      width += inner_gap + widths[last];
    }
    widths[first] += std::max(0, width_of(columns[first].group) - width);
    first = last + 1;
  }
  return widths;
}

int total_width(std::vector<Column> const& columns) {
  auto const widths = widths_of(columns);
  int total = 0;
  for (std::size_t k = 0; k < columns.size(); ++k) total += gap_before(columns, k) + widths[k];
  return total;
}

void drop_least_important(std::vector<Column>& columns, int most_columns) {
  while (total_width(columns) > most_columns) {
    auto const least = std::ranges::min_element(columns, {}, &Column::importance);
    auto const most = std::ranges::max_element(columns, {}, &Column::importance);
    if (least->importance == most->importance) return;
    columns.erase(least);
  }
}

std::string without_trailing_space(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string group_line(std::vector<Column> const& columns, std::vector<int> const& widths) {
  std::string line;
  for (std::size_t first = 0; first < columns.size();) {
    auto last = first;
    int width = widths[first];
    while (last + 1 < columns.size() && joins(columns[last], columns[last + 1])) {
      ++last;
      width += inner_gap + widths[last];
    }
    line += std::string(static_cast<std::size_t>(gap_before(columns, first)), ' ');
    line += padded(columns[first].group, width, columns[first].align);
    first = last + 1;
  }
  return without_trailing_space(line);
}

}  // namespace

Column column(std::string heading, std::string group, int importance) {
  return {.heading = std::move(heading),
          .group = std::move(group),
          .align = Align::right,
          .importance = importance,
          .cells = {},
          .strong = false};
}

Column name_column(std::string heading) {
  auto name = column(std::move(heading), "");
  name.align = Align::left;
  return name;
}

int width_of(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, int width, Align align) {
  std::string const space(static_cast<std::size_t>(std::max(0, width - width_of(text))), ' ');
  return align == Align::left ? std::string(text) + space : space + std::string(text);
}

std::string shortened(std::string_view text, int most_columns) {
  if (width_of(text) <= most_columns) return std::string(text);
  auto end = text.size();
  while (end > 0 && width_of(text.substr(0, end)) >= most_columns) --end;
  return std::string(trimmed(text.substr(0, end))) + "…";
}

std::string lay_out(std::vector<Column> columns, int most_columns, bool colour) {
  drop_least_important(columns, most_columns);
  auto const widths = widths_of(columns);
  auto const line_of = [&](auto cell_of) {
    std::string line;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      line += std::string(static_cast<std::size_t>(gap_before(columns, k)), ' ');
      line += cell_of(columns[k], widths[k]);
    }
    return without_trailing_space(line);
  };

  auto text = faint(group_line(columns, widths), colour);
  text += faint(line_of([](Column const& column, int width) {
                  return padded(column.heading, width, column.align);
                }),
                colour);
  auto const rows = columns.empty() ? 0 : columns.front().cells.size();
  for (std::size_t row = 0; row < rows; ++row) {
    text += line_of([&](Column const& column, int width) {
      auto const cell = padded(column.cells[row], width, column.align);
      return column.strong ? bold(cell, colour) : cell;
    });
  }
  return text;
}

std::string wrapped(std::string_view lead, std::string_view text, int indent, int most_columns) {
  std::string lines;
  std::string line(lead);
  bool fresh = true;  // nothing of the text in this line yet
  while (!text.empty()) {
    auto const end = std::min(text.find(' '), text.size());
    auto const word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!fresh && width_of(line) + 1 + width_of(word) > most_columns) {
      lines += line + '\n';
      line.assign(static_cast<std::size_t>(indent), ' ');
      fresh = true;
    }
    if (!fresh) line += ' ';
    line += word;
    fresh = false;
  }
  return lines + line + '\n';
}

std::string bold(std::string_view text, bool colour) {
  return colour ? fmt::format("\033[1m{}\033[0m", text) : std::string(text);
}

std::string faint(std::string_view text, bool colour) {
  return colour ? fmt::format("\033[2m{}\033[0m", text) : std::string(text);
}

}  // namespace minefree::report
