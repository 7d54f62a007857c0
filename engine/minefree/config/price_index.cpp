#include <minefree/config/price_index.hpp>

#include <cstddef>

#include <minefree/base/text.hpp>
#include <minefree/config/csv_rows.hpp>

namespace minefree::config {

std::map<int, double> price_index_from_csv(std::string_view text, std::string const& file,
                                           Problems& problems) {
  std::map<int, double> index;
  auto const whole = Place::whole(file);
  auto const rows = csv_rows(text);
  bool const has_head = !rows.empty() && rows[0].cells.size() >= 2 && rows[0].cells[0] == "year" &&
                        rows[0].cells[1] == "us_cpi_u";
  if (!has_head) {
    problems.add(whole, "the first columns are not year and us_cpi_u. Restore the first line.");
    return index;
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& cells = rows[i].cells;
    auto const year = parse_integer(cells[0]);
    auto const price = cells.size() > 1 ? parse_number(cells[1]) : std::nullopt;
    bool const good = year && *year >= 1900 && *year <= 2200 && price && *price > 0;
    if (!good) {
      problems.add({whole.file, rows[i].line, 1},
                   "this row is not a year with a price level above 0. Correct it.");
    } else if (!index.emplace(static_cast<int>(*year), *price).second) {
      problems.add({whole.file, rows[i].line, 1}, "this year is there twice. Remove one row.");
    }
  }
  return index;
}

}  // namespace minefree::config
