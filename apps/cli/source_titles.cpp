#include "source_titles.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <minefree/config/csv_rows.hpp>

#include "input_files.hpp"

namespace minefree::cli {

namespace {

/// The cells of one column by the heading of the table.
class CsvColumn {
 public:
  CsvColumn(std::vector<std::string> const& headings, std::string_view heading)
      : place_(static_cast<std::size_t>(std::ranges::find(headings, heading) - headings.begin())) {}

  std::string of(config::CsvRow const& row) const {
    return place_ < row.cells.size() ? row.cells[place_] : std::string{};
  }

 private:
  std::size_t place_;
};

void add_titles(std::string const& text, report::SourceTitles& titles) {
  auto const rows = config::csv_rows(text);
  if (rows.empty()) return;
  auto const& headings = rows.front().cells;
  CsvColumn const id(headings, "source_id");
  CsvColumn const title(headings, "title");
  CsvColumn const publisher(headings, "publisher");
  CsvColumn const year(headings, "year");
  CsvColumn const url(headings, "url");
  for (std::size_t k = 1; k < rows.size(); ++k) {
    titles.insert({id.of(rows[k]),
                   {title.of(rows[k]), publisher.of(rows[k]), year.of(rows[k]), url.of(rows[k])}});
  }
}

}  // namespace

report::SourceTitles source_titles(std::string const& scenario_path) {
  report::SourceTitles titles;
  auto const files = input_files();
  for (auto const& folder : {config::folder_of(scenario_path), scenario_library()}) {
    if (auto const text = files.read(config::joined(folder, "data/sources.csv")))
      add_titles(*text, titles);
  }
  return titles;
}

}  // namespace minefree::cli
