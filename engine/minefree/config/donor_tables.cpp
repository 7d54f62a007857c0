#include <minefree/config/donor_tables.hpp>

#include <algorithm>

#include <minefree/base/text.hpp>
#include <minefree/config/csv_table.hpp>
#include <minefree/domain/donors.hpp>

namespace minefree::config {

namespace {

/// A row's year, amount and source; nothing, and a problem, where one of them is not good.
struct YearlyAmount {
  int year = 0;
  double musd = 0;
  Citation source;
};
std::optional<YearlyAmount> amount_of(CsvTable const& table, CsvRow const& row,
                                      std::string const& amount, std::string const& file,
                                      Sources const& sources, Problems& problems) {
  auto const year = parse_integer(table.cell(row, "year"));
  auto const musd = parse_number(table.cell(row, amount));
  auto const& source = table.cell(row, "source_id");
  auto const published = sources.year(source);
  if (!year || !musd || *musd < 0 || !published) {
    problems.add({Place::whole(file).file, row.line, 1},
                 "this row needs a year, an amount of 0 or more, and a source of data/sources.csv. "
                 "Correct it.");
    return std::nullopt;
  }
  return YearlyAmount{.year = static_cast<int>(*year),
                      .musd = *musd,
                      .source = {.ids = {source}, .published = *published, .reason = {}}};
}

}  // namespace

std::vector<DonorTotal> donor_totals_from_csv(std::string_view text, std::string const& file,
                                              Sources const& sources, Problems& problems) {
  CsvTable const table(text, file, {"donor", "year", "musd", "source_id"}, problems);
  std::vector<DonorTotal> totals;
  for (CsvRow const& row : table.rows()) {
    auto const donor = donor_called(table.cell(row, "donor"));
    if (!donor) continue;
    auto const amount = amount_of(table, row, "musd", file, sources, problems);
    if (!amount) continue;
    totals.push_back({.donor = std::string(donor->code),
                      .year = amount->year,
                      .musd = amount->musd,
                      .source = amount->source});
  }
  return totals;
}

std::vector<RecipientRecord> other_recipients_from_csv(std::string_view text,
                                                       std::string const& file,
                                                       std::vector<std::string> const& states,
                                                       Sources const& sources, Problems& problems) {
  CsvTable const table(text, file, {"donor", "iso3", "year", "musd", "source_id"}, problems);
  std::vector<RecipientRecord> recipients;
  for (CsvRow const& row : table.rows()) {
    auto const& code = table.cell(row, "iso3");
    if (std::ranges::find(states, code) != states.end()) continue;
    auto const amount = amount_of(table, row, "musd", file, sources, problems);
    if (!amount) continue;
    auto found = std::ranges::find(recipients, code, &RecipientRecord::code);
    if (found == recipients.end()) {
      recipients.push_back({.code = code, .funding = {}, .donor_shares = {}});
      found = std::prev(recipients.end());
    }
    found->donor_shares.push_back({.donor = table.cell(row, "donor"),
                                   .year = amount->year,
                                   .musd = amount->musd,
                                   .source = amount->source});
  }
  return recipients;
}

std::vector<WorldTotal> world_totals_from_csv(std::string_view text, std::string const& file,
                                              Sources const& sources, Problems& problems) {
  CsvTable const table(text, file, {"iso3", "year", "metric", "value", "source_id", "quality"},
                       problems);
  std::vector<WorldTotal> totals;
  for (CsvRow const& row : table.rows()) {
    bool const wanted = table.cell(row, "iso3") == "WLD" &&
                        table.cell(row, "metric") == "funding_international_musd" &&
                        table.cell(row, "quality") == "reported";
    if (!wanted) continue;
    auto const amount = amount_of(table, row, "value", file, sources, problems);
    if (amount)
      totals.push_back({.year = amount->year, .musd = amount->musd, .source = amount->source});
  }
  return totals;
}

}  // namespace minefree::config
