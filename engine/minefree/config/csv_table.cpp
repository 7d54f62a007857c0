#include <minefree/config/csv_table.hpp>

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace minefree::config {

CsvTable::CsvTable(std::string_view text, std::string const& file,
                   std::vector<std::string> const& columns, Problems& problems)
    : rows_(csv_rows(text)) {
  auto const head = rows_.empty() ? std::vector<std::string>{} : rows_.front().cells;
  for (std::string const& column : columns) {
    auto const found = std::ranges::find(head, column);
    if (found != head.end()) {
      places_[column] = static_cast<std::size_t>(found - head.begin());
      continue;
    }
    problems.add(Place::whole(file),
                 fmt::format("has no column '{}'. Restore the first line.", column));
    rows_.clear();
  }
  if (!rows_.empty()) rows_.erase(rows_.begin());
}

std::string const& CsvTable::cell(CsvRow const& row, std::string const& column) const {
  static std::string const empty;
  auto const place = places_.at(column);
  return place < row.cells.size() ? row.cells[place] : empty;
}

}  // namespace minefree::config
