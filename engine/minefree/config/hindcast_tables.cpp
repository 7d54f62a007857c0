#include <minefree/config/hindcast_tables.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/csv_table.hpp>

namespace minefree::config {
namespace {

std::optional<DeadlineCall> deadline_call(std::string const& word) {
  if (word == "on_track" || word == "just_on_track") return DeadlineCall::on_track;
  if (word == "not_on_track") return DeadlineCall::not_on_track;
  if (word.empty()) return std::nullopt;
  return DeadlineCall::unclear;
}

std::optional<LikelihoodCall> likelihood_call(std::string const& word) {
  if (word == "high") return LikelihoodCall::high;
  if (word == "medium") return LikelihoodCall::medium;
  if (word == "low") return LikelihoodCall::low;
  return std::nullopt;
}

}  // namespace

std::vector<AnalystCall> calls_from_csv(std::string_view text, std::string const& file,
                                        Problems& problems) {
  CsvTable const table(
      text, file,
      {"iso3", "edition_year", "publisher", "deadline", "deadline_call", "likelihood_2025"},
      problems);
  std::vector<AnalystCall> calls;
  for (CsvRow const& row : table.rows()) {
    auto const edition = parse_integer(table.cell(row, "edition_year"));
    auto const& deadline = table.cell(row, "deadline");
    if (!edition || (!deadline.empty() && !parse_date(deadline))) {
      problems.add(
          {Place::whole(file).file, row.line, 1},
          "this row has no year of its edition, or a deadline that is no day. Correct it.");
      continue;
    }
    calls.push_back({.state = table.cell(row, "iso3"),
                     .edition = static_cast<int>(*edition),
                     .publisher = table.cell(row, "publisher"),
                     .deadline = parse_date(deadline),
                     .on_deadline = deadline_call(table.cell(row, "deadline_call")),
                     .on_2025 = likelihood_call(table.cell(row, "likelihood_2025"))});
  }
  return calls;
}

std::vector<WorldFigure> world_figures_from_csv(std::string_view text, std::string const& file,
                                                std::string_view metric,
                                                std::map<std::string, int> const& source_years,
                                                Problems& problems) {
  CsvTable const table(text, file, {"iso3", "year", "metric", "value", "source_id", "quality"},
                       problems);
  std::vector<WorldFigure> figures;
  for (CsvRow const& row : table.rows()) {
    auto const& quality = table.cell(row, "quality");
    bool const wanted = table.cell(row, "iso3") == "WLD" && table.cell(row, "metric") == metric &&
                        (quality == "reported" || quality == "estimate");
    if (!wanted) continue;
    auto const year = parse_integer(table.cell(row, "year"));
    auto const value = parse_number(table.cell(row, "value"));
    auto const published = source_years.find(table.cell(row, "source_id"));
    if (!year || !value || published == source_years.end()) {
      problems.add(
          {Place::whole(file).file, row.line, 1},
          "this row needs a year, a number, and a source of data/sources.csv. Correct it.");
      continue;
    }
    figures.push_back({static_cast<int>(*year), *value, published->second});
  }
  return figures;
}

}  // namespace minefree::config
