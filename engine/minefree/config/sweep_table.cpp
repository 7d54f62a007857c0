#include <minefree/config/sweep_table.hpp>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/sha256.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/csv_table.hpp>

namespace minefree::config {

namespace {

/// A column that never varies is none of a parameter, and no factor leads to 0.
void take_ends(Tree const& file, Sweep& sweep, Problems& problems) {
  for (std::size_t k = 0; k < sweep.parameters.size() && !sweep.table.empty(); ++k) {
    auto const of_parameter = [k](auto const& row) { return row[k]; };
    auto const [least, most] = std::ranges::minmax_element(sweep.table, {}, of_parameter);
    auto& parameter = sweep.parameters[k];
    if (!file.find("parameters")->items[k].find("low")) parameter.low = (*least)[k];
    if (!file.find("parameters")->items[k].find("high")) parameter.high = (*most)[k];
    if ((*least)[k] == (*most)[k] && sweep.table.size() > 1) {
      problems.add(file.find("parameters")->items[k].place,
                   fmt::format("{} is {} in every row of the table. Leave it out, and give it in "
                               "'changes'.",
                               parameter.name, shortest((*least)[k])));
    } else if (parameter.scale == SweepScale::log && (*least)[k] <= 0) {
      problems.add(file.find("parameters")->items[k].place,
                   fmt::format("{} has {} in the table, and a log scale starts above 0. Write "
                               "'scale: linear'.",
                               parameter.name, shortest((*least)[k])));
    }
  }
}

}  // namespace

// The table's rows in the order of the parameters; it may have more columns.
void read_sweep_table(Tree const& file, std::string const& path, Files const& files, Sweep& sweep,
                      Problems& problems) {
  auto const& name = file.find("design")->find("csv")->place;
  auto const table_path = joined(folder_of(path), sweep.design.csv);
  auto const bytes = files.read(table_path);
  if (!bytes) {
    problems.add(name, fmt::format("csv names {}, which is not there. Check its name.",
                                   in_quotes(table_path)));
    return;
  }
  if (bytes->size() > most_bytes_of(table_path)) {
    problems.add(name, fmt::format("{} is larger than 256 MiB, or no .csv. Give fewer points.",
                                   in_quotes(table_path)));
    return;
  }
  sweep.study_sha256 = sha256_hex(sweep.study_sha256 + sha256_hex(*bytes));
  std::vector<std::string> columns;
  for (auto const& parameter : sweep.parameters) columns.push_back(parameter.name);
  auto const problems_before = problems.count();
  CsvTable const table(*bytes, table_path, columns, problems);
  auto const place = Place::whole(table_path);
  for (auto const& row : table.rows()) {
    sweep.table.emplace_back();
    for (auto const& column : columns) {
      auto const value = parse_number(trimmed(table.cell(row, column)));
      if (!value) {
        problems.add({place.file, row.line, 1},
                     fmt::format("{} is {}, which is no number. Correct it.", column,
                                 in_quotes(table.cell(row, column))));
      }
      sweep.table.back().push_back(value.value_or(0));
    }
  }
  if (problems.empty() && sweep.table.empty()) {
    problems.add(place, "there is no row below the names of the columns. Add the points.");
  }
  if (problems.count() == problems_before) {
    take_ends(file, sweep, problems);
  } else {
    sweep.table.clear();  // nothing else is said of a table that cannot be read
  }
}

}  // namespace minefree::config
