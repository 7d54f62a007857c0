#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/config/csv_rows.hpp>

namespace minefree::config {

/// The rows of a CSV file below its first line, and their cells by the names in it. A table that
/// lacks a column has no rows; that has been reported then.
class CsvTable {
 public:
  CsvTable(std::string_view text, std::string const& file, std::vector<std::string> const& columns,
           Problems& problems);

  std::vector<CsvRow> const& rows() const { return rows_; }
  /// Empty where a row is too short.
  std::string const& cell(CsvRow const& row, std::string const& column) const;

 private:
  std::vector<CsvRow> rows_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace minefree::config
