#include <minefree/config/read_skill.hpp>

#include <optional>
#include <vector>

#include <minefree/base/text.hpp>
#include <minefree/config/csv_rows.hpp>

namespace minefree::config {

namespace {

std::vector<std::string> head() {
  return {"basis", "variable", "horizon", "metric", "value", "low", "high", "n"};
}

/// Where a row goes; null for scores that no run prints.
std::optional<SkillScore>* place_of(CsvRow const& row, SkillTable& table) {
  auto const& cells = row.cells;
  bool const of_stock = cells[1] == "stock" && cells[2] == "3";
  if (of_stock && cells[3] == "relative_wis") return &table[cells[0]].relative_wis;
  if (of_stock && cells[3] == "coverage_80") return &table[cells[0]].coverage_80;
  bool const of_deadline = cells[1] == "deadline_met" && cells[3] == "brier_skill";
  return of_deadline ? &table[cells[0]].brier_skill : nullptr;
}

}  // namespace

SkillTable skill_from_csv(std::string_view text, std::string const& file, Problems& problems) {
  SkillTable table;
  auto const whole = Place::whole(file);
  auto const rows = csv_rows(text);
  if (rows.empty() || rows[0].cells != head()) {
    problems.add(whole,
                 "the first line is not that of a table of skill. Write the file again with "
                 "minefree hindcast --out.");
    return table;
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& cells = rows[i].cells;
    auto const value = cells.size() == head().size() ? parse_number(cells[4]) : std::nullopt;
    auto const cases = cells.size() == head().size() ? parse_integer(cells[7]) : std::nullopt;
    if (!value || !cases || *cases < 0) {
      problems.add({whole.file, rows[i].line, 1},
                   "this row is not a score with its number of cases. Write the file again with "
                   "minefree hindcast --out.");
      continue;
    }
    auto* const place = place_of(rows[i], table);
    if (!place) continue;
    *place = SkillScore{.value = *value,
                        .low = parse_number(cells[5]),
                        .high = parse_number(cells[6]),
                        .cases = static_cast<std::size_t>(*cases)};
  }
  return table;
}

}  // namespace minefree::config
