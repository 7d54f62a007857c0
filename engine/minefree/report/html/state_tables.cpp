#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include <minefree/report/html/markup.hpp>
#include <minefree/report/html/phrases.hpp>
#include <minefree/report/html/sections.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

namespace {

constexpr std::string_view between_sources = " + ";

/// Fills columns year by year.
class YearTable {
 public:
  explicit YearTable(RunSummary const& summary, std::vector<int> const& years)
      : summary_(summary), years_(years) {
    auto names = name_column("End of");
    for (int const year : years) names.cells.push_back(std::to_string(year));
    columns_.push_back(std::move(names));
  }

  template <class TextOf>
  void add(std::string heading, std::string group, TextOf text_of) {
    auto made = column(std::move(heading), std::move(group));
    for (int const year : years_) made.cells.push_back(text_of(year));
    columns_.push_back(std::move(made));
  }
  void add(std::string heading, std::string group, std::vector<double> const& values,
           std::string (*words)(double)) {
    add(std::move(heading), std::move(group),
        [&](int year) { return words(values[index_of(summary_, year)]); });
  }
  std::vector<Column> const& columns() const { return columns_; }

 private:
  RunSummary const& summary_;
  std::vector<int> const& years_;
  std::vector<Column> columns_;
};

std::string words_of(std::optional<double> const& value, std::string (*words)(double)) {
  return value ? words(*value) : "-";
}

/// Each source that a text of ids names.
void add_ids(std::string_view sources, std::set<std::string>& ids) {
  for (std::size_t start = 0; start < sources.size();) {
    auto const end = std::min(sources.find(between_sources, start), sources.size());
    ids.emplace(sources.substr(start, end - start));
    start = end + between_sources.size();
  }
}

std::string kind_text(ExplainedNumber const& number) {
  return number.used ? number.kind : "not used";
}

}  // namespace

std::string yearly_table(RunSummary const& summary, StateSummary const& state,
                         std::vector<int> const& years, std::string const& caption) {
  auto const& land = state.projection->remaining_km2;
  auto const& flows = state.projection->released_km2;
  auto const& money = state.projection->funding_musd;
  YearTable yearly(summary, years);
  yearly.add("Complete", "",
             [&](int year) { return percent_text(complete_by(summary, state, year)); });
  yearly.add("P5", "km2 left", land.p05, area_text);
  yearly.add("P25", "km2 left", land.p25, area_text);
  yearly.add("P50", "km2 left", land.p50, area_text);
  yearly.add("P75", "km2 left", land.p75, area_text);
  yearly.add("P95", "km2 left", land.p95, area_text);
  yearly.add("cleared", "km2 in the year, mean", flows.cleared, area_text);
  yearly.add("reduced", "km2 in the year, mean", flows.reduced, area_text);
  yearly.add("cancelled", "km2 in the year, mean", flows.cancelled, area_text);
  yearly.add("discovered", "km2 in the year, mean", flows.discovered, area_text);
  yearly.add("P5", "MUSD, total", money.p05, money_text);
  yearly.add("P50", "MUSD, total", money.p50, money_text);
  yearly.add("P95", "MUSD, total", money.p95, money_text);
  yearly.add("not absorbed", "MUSD, total", money.unspent_p50, money_text);
  return table(caption, yearly.columns());
}

std::string reported_table(StateSummary const& state, StateFacts const& facts, int price_year) {
  constexpr std::size_t most_rows = 10;
  if (facts.reported.empty()) return {};
  auto const first = facts.reported.size() > most_rows ? facts.reported.size() - most_rows : 0;
  std::vector<Column> columns{name_column("Year")};
  auto const add = [&](Column made, auto text_of) {
    for (std::size_t k = first; k < facts.reported.size(); ++k) {
      made.cells.push_back(text_of(facts.reported[k]));
    }
    columns.push_back(std::move(made));
  };
  for (std::size_t k = first; k < facts.reported.size(); ++k) {
    columns.front().cells.push_back(std::to_string(facts.reported[k].year));
  }
  auto const add_area = [&](std::string heading, std::string group, auto member) {
    add(column(std::move(heading), std::move(group)),
        [member](ReportedYear const& year) { return words_of(year.*member, area_text); });
  };
  add_area("left", "km2", &ReportedYear::remaining_km2);
  add_area("cleared", "km2", &ReportedYear::cleared_km2);
  add_area("reduced", "km2", &ReportedYear::reduced_km2);
  add_area("cancelled", "km2", &ReportedYear::cancelled_km2);
  add_area("released", "km2", &ReportedYear::released_km2);
  add_area("discovered", "km2", &ReportedYear::discovered_km2);
  auto const add_money = [&](std::string heading, auto member) {
    add(column(std::move(heading), fmt::format("MUSD of {}", price_year)),
        [member](ReportedYear const& year) { return words_of(year.*member, money_text); });
  };
  add_money("international", &ReportedYear::international_musd);
  add_money("national", &ReportedYear::national_musd);
  add(name_column("Source of the land"), [](ReportedYear const& year) {
    return year.source.empty() ? std::string("-") : year.source;
  });
  return table(fmt::format("{}: what was reported, the newest {} years on record", state.name,
                           facts.reported.size() - first),
               columns);
}

std::string source_list(StateFacts const& facts, SourceTitles const& sources) {
  std::set<std::string> ids;
  for (auto const& number : facts.numbers) add_ids(number.source, ids);
  std::string markup;
  for (auto const& id : ids) {
    auto const found = sources.find(id);
    if (found == sources.end()) continue;
    auto const& [title, publisher, year, url] = found->second;
    markup += fmt::format("<li>{}</li>\n",
                          escaped(fmt::format("{}: {}. {}, {}", id, title, publisher, year)));
  }
  if (markup.empty()) return {};
  return heading(4, "Sources") + "<ul class=\"sources\">\n" + markup + "</ul>\n";
}

std::string number_tables(StateSummary const& state, StateFacts const& facts) {
  std::string markup;
  auto const& numbers = facts.numbers;
  for (auto first = numbers.begin(); first != numbers.end();) {
    auto const last = std::find_if(first, numbers.end(), [&](ExplainedNumber const& number) {
      return number.section != first->section;
    });
    std::vector<Column> columns{name_column("Number"), column("Year", ""),    name_column("Value"),
                                name_column("Kind"),   name_column("Source"), name_column("Note")};
    std::string said_last;  // figures of one row share its reason, which is said once
    for (auto number = first; number != last; ++number) {
      auto const with_unit = number->unit.empty() || number->unit == "date"
                                 ? number->value
                                 : number->value + " " + number->unit;
      std::vector<std::string> const cells{
          number->name,
          number->year ? std::to_string(*number->year) : "",
          with_unit,
          kind_text(*number),
          number->published ? fmt::format("{} ({})", number->source, *number->published)
                            : number->source,
          number->note == said_last ? "" : number->note};
      said_last = number->note;
      for (std::size_t k = 0; k < columns.size(); ++k) columns[k].cells.push_back(cells[k]);
    }
    markup += table(fmt::format("{}: {}", state.name, first->section), columns);
    first = last;
  }
  return markup;
}

}  // namespace minefree::report::html
