#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree::report {

// The parts of a state's result that a scenario asks for by `outputs`.

/// One value a year, or a year of the window, of a quantity that is counted.
struct CountSummary {
  std::vector<double> p05, p50, p95, mean;
};

struct MoneySpread {
  double p05 = 0, p50 = 0, p95 = 0;
};

/// The first ten years after the declaration, or after the origin where that is later.
struct ResidualSummary {
  bool judged = false;      // some futures live through the whole window
  double judged_share = 0;  // of all futures
  int teams = 0;
  double response_days = 0;
  CountSummary finds_per_year;               // by year of the window
  std::vector<double> team_alive, adequate;  // share of the futures that reach the year
  std::optional<double> adequate_every_year, team_alive_every_year;
  std::vector<double> keeps_up_every_year;  // with 1, 2, ... teams that are never lost
  std::vector<MoneySpread> cost_by_teams_musd_per_year_total;  // of 1, 2, ... teams; *prior*
  double adequacy_target = 0;
  std::optional<int> smallest_teams;     // that keeps up with that probability
  MoneySpread cost_musd_per_year_total;  // of `teams`; *prior*
  std::optional<MoneySpread> smallest_teams_cost_musd_per_year_total;
  int price_year = 0;
  std::optional<double> reopened_within_10_years;
};

/// A share of all, with the middle nine tenths of what so few reports allow (Wilson's interval).
struct GroupShare {
  std::string group;
  double share = 0, low = 0, high = 0;
};

struct CasualtySummary {
  std::vector<std::string> reasons;  // why there is none; empty when there is one
  int reported_years = 0, reported_from = 0, reported_to = 0;
  double reported_mean_per_year = 0;
  CountSummary casualties;         // by year from origin + 1
  std::vector<GroupShare> groups;  // men, women, boys, girls, unknown; empty when nothing is split
  std::optional<double> children_share;
  int split_from = 0, split_to = 0;
  double coverage = 0, effect = 0;  // the declared switch of risk education
};

struct PeopleSummary {
  std::vector<std::string> reasons;
  int reported_year = 0;
  double reported_people_exposed = 0;
  double reported_stock_km2 = 0;
  std::vector<GroupShare> groups;  // of the people exposed, as reported
  CountSummary people_exposed;     // by year from origin + 1
  std::vector<double> reached;     // by risk education, at the scenario's coverage
  std::optional<int> eore_year;
  std::optional<double> eore_people;  // as reported
  std::vector<GroupShare> eore_groups;
};

struct OptionalSummary {
  std::optional<ResidualSummary> residual;
  std::optional<CasualtySummary> casualties;
  std::optional<PeopleSummary> people;
};

struct AreaSummary;

ResidualSummary residual_summary(Scenario const&, Plan const&, std::size_t country,
                                 Ensemble const&);
CasualtySummary casualty_summary(Scenario const&, StateData const&, Plan const&,
                                 std::size_t country, Ensemble const&);
/// `remaining_km2` is what people live beside.
PeopleSummary people_summary(Scenario const&, StateData const&, AreaSummary const& remaining_km2);

}  // namespace minefree::report
