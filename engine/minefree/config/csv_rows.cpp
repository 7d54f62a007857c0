#include <minefree/config/csv_rows.hpp>

#include <cstddef>
#include <utility>

namespace minefree::config {

std::vector<CsvRow> csv_rows(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // byte order mark
  std::vector<CsvRow> rows;
  CsvRow row;
  std::string cell;
  int line = 1;
  bool in_quotes = false;

  auto const end_row = [&] {
    row.cells.push_back(std::exchange(cell, {}));
    bool const empty = row.cells.size() == 1 && row.cells[0].empty();
    if (!empty) rows.push_back(std::move(row));
    row = {line, {}};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c == '\n') ++line;
    if (in_quotes) {
      bool const doubled = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
      if (c != '"' || doubled) cell += c;
      if (doubled) ++i;
      if (c == '"' && !doubled) in_quotes = false;
    } else if (c == '"') {
      in_quotes = true;
    } else if (c == ',') {
      row.cells.push_back(std::exchange(cell, {}));
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (!cell.empty() || !row.cells.empty()) end_row();
  return rows;
}

}  // namespace minefree::config
