#include <nlohmann/json.hpp>

#include <minefree/base/text.hpp>
#include <minefree/report/annex.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/json_values.hpp>

namespace minefree::report {

namespace {

template <class T>
Json null_or(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json null_or(std::optional<Date> const& date) {
  return date ? Json(to_text(*date)) : Json(nullptr);
}

Json json_of(Budget const& budget) {
  return {{"p50", budget.p50_musd}, {"p80", budget.p80_musd}, {"mean", budget.mean_musd}};
}

Json json_of(MilestoneYear const& year) {
  return {{"year", year.year},
          {"remaining_km2", {{"p50", year.remaining_p50_km2}, {"p80", year.remaining_p80_km2}}},
          {"released_km2",
           {{"cancelled", year.cancelled_km2},
            {"reduced", year.reduced_km2},
            {"cleared", year.cleared_km2},
            {"discovered", year.discovered_km2}}},
          {"complete", year.complete_share},
          {"budget_musd", json_of(year.budget)}};
}

/// A text as a cell of CSV (RFC 4180).
std::string cell(std::string const& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string milestones_csv(Annex const& annex) {
  CsvLines csv("state,year,quantity,statistic,value");
  for (MilestoneYear const& year : annex.years) {
    auto const row = [&](auto quantity, auto statistic, double value) {
      csv.row(annex.state.code, year.year, quantity, statistic, value);
    };
    row("remaining_km2", "p50", year.remaining_p50_km2);
    row("remaining_km2", "p80", year.remaining_p80_km2);
    row("cancelled_km2", "mean", year.cancelled_km2);
    row("reduced_km2", "mean", year.reduced_km2);
    row("cleared_km2", "mean", year.cleared_km2);
    row("discovered_km2", "mean", year.discovered_km2);
    row("complete_share", "", year.complete_share);
  }
  return csv.text();
}

std::string budget_csv(Annex const& annex) {
  CsvLines csv("state,year,statistic,musd_total");
  auto const rows = [&](auto const& year, Budget const& budget) {
    csv.row(annex.state.code, year, "p50", budget.p50_musd);
    csv.row(annex.state.code, year, "p80", budget.p80_musd);
    csv.row(annex.state.code, year, "mean", budget.mean_musd);
  };
  for (MilestoneYear const& year : annex.years) rows(year.year, year.budget);
  rows("all", annex.total);
  return csv.text();
}

std::string assumptions_csv(Annex const& annex) {
  CsvLines csv("state,section,name,year,value,unit,kind,used,source,published,note");
  auto const number_or_nothing = [](std::optional<int> const& number) {
    return number ? std::to_string(*number) : std::string();
  };
  for (ExplainedNumber const& number : annex.assumptions.numbers) {
    csv.row(annex.state.code, cell(number.section), cell(number.name),
            number_or_nothing(number.year), cell(number.value), cell(number.unit),
            cell(number.kind), number.used ? 1 : 0, cell(number.source),
            number_or_nothing(number.published), cell(number.note));
  }
  return csv.text();
}

}  // namespace

std::string to_json(Annex const& annex) {
  Json years = Json::array();
  for (MilestoneYear const& year : annex.years) years.push_back(json_of(year));
  auto const& initial = annex.state.projection->initial;
  return in_lines({{"format", 1},
                   {"provenance", json_of(annex.provenance)},
                   {"name", annex.scenario},
                   {"estimable", true},
                   {"state",
                    {{"code", annex.state.code},
                     {"name", annex.state.name},
                     {"party", annex.party},
                     {"basis", annex.state.basis},
                     {"conditional", annex.state.conditional}}},
                   {"deadline",
                    {{"in_force", null_or(annex.deadline_in_force)},
                     {"in_force_met", null_or(annex.in_force_met)},
                     {"ask", name_of(annex.ask)},
                     {"asked", null_or(annex.asked)},
                     {"asked_met", null_or(annex.asked_met)},
                     {"latest_of_one_extension", null_or(annex.latest)}}},
                   {"completion", {{"p50", null_or(annex.p50)}, {"p80", null_or(annex.p80)}}},
                   {"own_plan", null_or(annex.plan.stated_completion)},
                   {"initial",
                    {{"confirmed_km2", initial.confirmed_km2},
                     {"suspected_km2", initial.suspected_km2},
                     {"undiscovered_km2", initial.undiscovered_km2}}},
                   {"discovered_km2", annex.discovered_km2},
                   {"price_year", annex.price_year},
                   {"money_basis", annex.money_is_prior ? "prior" : "data"},
                   {"budget_musd_total", json_of(annex.total)},
                   {"years", years}});
}

std::string annex_refusal_json(Provenance const& provenance, std::string const& scenario,
                               StateSummary const& state) {
  return in_lines({{"format", 1},
                   {"provenance", json_of(provenance)},
                   {"name", scenario},
                   {"estimable", false},
                   {"state", {{"code", state.code}, {"name", state.name}}},
                   {"reasons", state.reasons},
                   {"needs", state.needs}});
}

std::vector<std::pair<std::string, std::string>> csv_files(Annex const& annex) {
  return {{names_of_annex_csv[0], milestones_csv(annex)},
          {names_of_annex_csv[1], budget_csv(annex)},
          {names_of_annex_csv[2], assumptions_csv(annex)}};
}

}  // namespace minefree::report
