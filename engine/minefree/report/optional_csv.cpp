#include <algorithm>
#include <map>

#include <minefree/report/csv.hpp>
#include <minefree/report/csv_lines.hpp>

namespace minefree::report {

namespace {

void add_quantiles(CsvLines& csv, StateSummary const& state, std::vector<int> const& years,
                   CountSummary const& counts) {
  for (std::size_t k = 0; k < counts.p50.size(); ++k) {
    csv.row(state.code, years[k], 0.05, counts.p05[k]);
    csv.row(state.code, years[k], 0.5, counts.p50[k]);
    csv.row(state.code, years[k], 0.95, counts.p95[k]);
  }
}

std::string casualties(RunSummary const& summary) {
  CsvLines csv("state,year,quantile,casualties");
  for (auto const& state : summary.states) {
    if (state.optional.casualties)
      add_quantiles(csv, state, summary.years, state.optional.casualties->casualties);
  }
  return csv.text();
}

std::string people(RunSummary const& summary) {
  CsvLines csv("state,year,quantile,people_exposed");
  for (auto const& state : summary.states) {
    if (state.optional.people)
      add_quantiles(csv, state, summary.years, state.optional.people->people_exposed);
  }
  return csv.text();
}

std::string residual(RunSummary const& summary) {
  CsvLines csv("state,year_after,quantity,quantile,value");
  for (auto const& state : summary.states) {
    if (!state.optional.residual) continue;
    auto const& residual = *state.optional.residual;
    for (std::size_t k = 0; k < residual.adequate.size(); ++k) {
      csv.row(state.code, k + 1, "finds", 0.05, residual.finds_per_year.p05[k]);
      csv.row(state.code, k + 1, "finds", 0.5, residual.finds_per_year.p50[k]);
      csv.row(state.code, k + 1, "finds", 0.95, residual.finds_per_year.p95[k]);
      csv.row(state.code, k + 1, "team_alive_share", "", residual.team_alive[k]);
      csv.row(state.code, k + 1, "adequate_share", "", residual.adequate[k]);
    }
  }
  return csv.text();
}

/// One row a number of teams and quantity: how surely so many keep up, and what they cost.
std::string residual_teams(RunSummary const& summary) {
  CsvLines csv("state,teams,quantity,quantile,value");
  for (auto const& state : summary.states) {
    if (!state.optional.residual) continue;
    auto const& residual = *state.optional.residual;
    for (std::size_t k = 0; k < residual.keeps_up_every_year.size(); ++k) {
      auto const& cost = residual.cost_by_teams_musd_per_year_total[k];
      csv.row(state.code, k + 1, "keeps_up_share", "", residual.keeps_up_every_year[k]);
      csv.row(state.code, k + 1, "cost_musd_per_year_total", 0.05, cost.p05);
      csv.row(state.code, k + 1, "cost_musd_per_year_total", 0.5, cost.p50);
      csv.row(state.code, k + 1, "cost_musd_per_year_total", 0.95, cost.p95);
    }
  }
  return csv.text();
}

}  // namespace

std::map<std::string, std::string> optional_csv_files(RunSummary const& summary) {
  std::map<std::string, std::string> files;
  auto const asks = [&](auto part) {
    return std::ranges::any_of(
        summary.states, [&](auto const& state) { return (state.optional.*part).has_value(); });
  };
  if (asks(&OptionalSummary::casualties)) files["casualties.csv"] = casualties(summary);
  if (asks(&OptionalSummary::people)) files["people.csv"] = people(summary);
  if (asks(&OptionalSummary::residual)) {
    files["residual.csv"] = residual(summary);
    files["residual_teams.csv"] = residual_teams(summary);
  }
  return files;
}

}  // namespace minefree::report
