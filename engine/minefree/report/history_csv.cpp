#include <minefree/report/history_csv.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include <minefree/domain/estimability.hpp>
#include <minefree/domain/history.hpp>
#include <minefree/report/csv_lines.hpp>

namespace minefree::report {

namespace {

constexpr std::string_view nothing;

/// The rows of one state.
class StateRows {
 public:
  StateRows(StateData const& state, Scenario const& scenario, CsvLines& csv)
      : state_(state), scenario_(scenario), csv_(csv) {}

  void add_all() {
    auto const known = known_at_origin(state_, scenario_);
    add("", "baseline", baseline_number(), "", nothing);
    add("", "estimable_at_origin", known.estimable() ? 1 : 0, "", nothing);
    for (YearFigures const& year : known.history) add_year(known.history, year);
    add_regimes();
    add_money();
    add_casualties();
  }

 private:
  template <class Year>
  void add(Year const& year, std::string_view variable, double value, std::string_view unit,
           std::string_view source) {
    csv_.row(state_.code, year, variable, value, unit, source, published(source));
  }

  void add_area(int year, std::string_view variable, std::optional<Figure> const& figure) {
    if (figure) add(year, variable, figure->value, "km2", figure->source);
  }

  void add_year(std::vector<YearFigures> const& history, YearFigures const& year) {
    if (auto const stock = stock_of(history, year.year)) {
      add(year.year, "confirmed_km2", stock->confirmed_km2, "km2", stock->source);
      add(year.year, "suspected_km2", stock->suspected_km2, "km2", stock->source);
      add(year.year, "unsplit_km2", stock->unsplit_km2, "km2", stock->source);
    }
    add_area(year.year, "cleared_km2", year.cleared_km2);
    add_area(year.year, "reduced_km2", year.reduced_km2);
    add_area(year.year, "cancelled_km2", year.cancelled_km2);
    add_area(year.year, "released_km2", year.released_km2);
    add_area(year.year, "discovered_km2", year.discovered_km2);
    add_area(year.year, "confirmed_by_survey_km2", year.confirmed_by_survey_km2);
    if (year.redefined) add(year.year, "redefined", 1, "", nothing);
    if (year.resurvey) add(year.year, "resurvey", 1, "", nothing);
  }

  void add_regimes() {
    auto const spans = security_known_at(state_, scenario_.origin);
    for (SecuritySpan const& span : spans) {
      for (int year = span.from; year <= std::min(span.to, scenario_.origin); ++year) {
        add(year, "regime", static_cast<int>(span.regime), "", joined_source(span.source));
      }
    }
  }

  void add_money() {
    if (!state_.funding) return;
    for (FundingYear const& year : state_.funding->years) {
      if (year.year > scenario_.origin || !admissible(year.source, scenario_.origin)) continue;
      auto const source = joined_source(year.source);
      if (year.international_musd) {
        add(year.year, "funding_international_musd", *year.international_musd, "musd", source);
      }
      if (year.national_musd) {
        add(year.year, "funding_national_musd", *year.national_musd, "musd", source);
      }
    }
  }

  void add_casualties() {
    for (CasualtyYear const& year : state_.casualties) {
      if (year.year > scenario_.origin || !admissible(year.source, scenario_.origin)) continue;
      if (year.casualties) {
        add(year.year, "casualties", *year.casualties, "people", joined_source(year.source));
      }
    }
  }

  int baseline_number() const {
    switch (state_.baseline) {
      case Baseline::complete:
        return 2;
      case Baseline::partial:
        return 1;
      case Baseline::none:
        break;
    }
    return 0;
  }

  static std::string joined_source(Citation const& citation) {
    std::string joined = citation.ids.empty() ? "own" : citation.ids.front();
    for (std::size_t k = 1; k < citation.ids.size(); ++k) joined += " + " + citation.ids[k];
    return joined;
  }

  /// The latest year of the sources joined by ` + `; empty for a figure of the user's own.
  std::string published(std::string_view source) const {
    int latest = 0;
    while (!source.empty()) {
      auto const end = source.find(" + ");
      auto const found = scenario_.source_years.find(std::string(source.substr(0, end)));
      if (found != scenario_.source_years.end()) latest = std::max(latest, found->second);
      source = end == std::string_view::npos ? nothing : source.substr(end + 3);
    }
    return latest > 0 ? fmt::format("{}", latest) : std::string();
  }

  StateData const& state_;
  Scenario const& scenario_;
  CsvLines& csv_;
};

}  // namespace

std::string history_csv(Scenario const& scenario) {
  CsvLines csv("state,year,variable,value,unit,source,published");
  for (StateData const& state : scenario.states) StateRows(state, scenario, csv).add_all();
  return csv.text();
}

}  // namespace minefree::report
