#include "forty_states.hpp"

#include <array>

namespace minefree::bench {
namespace {

constexpr int origin = 2024;
constexpr int first_recorded_year = 2018;

/// What a kind of state reports of each year.
enum class Reports { split, cleared_only, total_only, stocks_only, nothing };

struct Kind {
  char letter;
  Reports reports = Reports::split;
  Regime regime = Regime::open;
  int regime_since = 2000;
  Baseline baseline = Baseline::partial;
  bool stock_is_split = true;
  bool party = true;
  bool funding_known = true;
  double finds_km2 = 0;  // a year, at size 1
  double blocked_share = 0;
  int newest_stock = origin;
};

constexpr std::array kinds = std::to_array<Kind>({
    {.letter = 'A', .baseline = Baseline::complete},
    {.letter = 'B', .finds_km2 = 1.5},
    {.letter = 'C', .reports = Reports::cleared_only},
    {.letter = 'D', .reports = Reports::total_only},
    {.letter = 'E', .reports = Reports::stocks_only},
    {.letter = 'F', .regime = Regime::restricted, .regime_since = 2021, .stock_is_split = false},
    {.letter = 'G', .regime = Regime::conflict, .regime_since = 2019, .baseline = Baseline::none},
    {.letter = 'H', .blocked_share = 0.4},
    {.letter = 'I', .reports = Reports::nothing, .funding_known = false},
    {.letter = 'J', .party = false, .newest_stock = origin - 2},
});

// Good and bad years, so that the spread of the reported work is not zero.
constexpr std::array ups_and_downs = {0.9, 1.3, 0.6, 1.1, 0.8, 1.4, 0.9};

HistoryRow reported_year(Kind const& kind, double size, int year) {
  double const luck = ups_and_downs[static_cast<std::size_t>(year - first_recorded_year)] * size;
  int const years_ago = origin - year;
  HistoryRow row;
  row.year = year;
  if (year <= kind.newest_stock) {
    double const confirmed = size * (20 + 1.2 * years_ago);
    double const suspected = size * (60 + 4 * years_ago);
    if (kind.stock_is_split) {
      row.confirmed_km2 = confirmed;
      row.suspected_km2 = suspected;
    } else {
      row.contamination_km2 = confirmed + suspected;
    }
  }
  if (kind.finds_km2 > 0) row.discovered_km2 = kind.finds_km2 * luck;
  if (kind.reports == Reports::split) {
    row.cancelled_km2 = 3 * luck;
    row.reduced_km2 = 0.7 * luck;
  }
  if (kind.reports == Reports::split || kind.reports == Reports::cleared_only) {
    row.cleared_km2 = 1.2 * luck;
  }
  if (kind.reports == Reports::total_only) row.released_km2 = 5 * luck;
  return row;
}

FundingData reported_funding(double size) {
  FundingData funding;
  for (int year = origin - 2; year <= origin; ++year) {
    double const luck = ups_and_downs[static_cast<std::size_t>(year - first_recorded_year)] * size;
    funding.years.push_back(
        {.year = year, .international_musd = 4 * luck, .national_musd = 1.5 * luck});
  }
  return funding;
}

std::vector<DonorYear> donors_of(double size) {
  std::vector<DonorYear> rows;
  for (int year = origin - 2; year <= origin; ++year) {
    rows.push_back({.donor = "USA", .year = year, .musd = 1.6 * size});
    rows.push_back({.donor = "DEU", .year = year, .musd = 0.6 * size});
    rows.push_back({.donor = "JPN", .year = year, .musd = 0.5 * size});
    rows.push_back({.donor = "NOR", .year = year, .musd = 0.4 * size});
  }
  return rows;
}

/// A state of which there is no record: stock and capacity are the user's own.
void give_by_hand(double size, StateData& state) {
  state.initial.confirmed_km2 = Spread{8 * size, 15 * size, 40 * size};
  state.initial.suspected_km2 = Spread{20 * size, 50 * size, 90 * size};
  state.programme.push_back(
      {.id = Parameter::capacity_km2_per_year, .values = {{0.8 * size, 1.5 * size, 3 * size}}});
}

StateData invented_state(Kind const& kind, int size_number, double size) {
  StateData state;
  state.code = {'X', kind.letter, static_cast<char>('A' + size_number)};
  state.name = state.code;
  state.inline_state = true;
  state.baseline = kind.baseline;
  state.treaty.party = kind.party;
  if (kind.party) state.treaty.deadline = Date{origin + 2 + 3 * size_number, 12, 31};
  state.security.push_back({.from = kind.regime_since, .to = origin, .regime = kind.regime});
  if (kind.blocked_share > 0) {
    double const share = kind.blocked_share;
    state.programme.push_back({.id = Parameter::blocked_share, .values = {{share, share, share}}});
  }
  if (kind.funding_known) {
    state.funding = reported_funding(size);
    state.donor_shares = donors_of(size);
  }
  if (kind.reports == Reports::nothing) {
    give_by_hand(size, state);
    return state;
  }
  for (int year = first_recorded_year; year <= origin; ++year) {
    state.history.push_back(reported_year(kind, size, year));
  }
  return state;
}

void pull_levers(Scenario& scenario) {
  FundingLevers& funding = scenario.funding;
  funding.reallocate_share = 0.5;
  funding.world = {{.shape = FundingShape::change, .value = 0.2, .from = 2026, .to = 2030}};
  funding.donors["USA"] = {{.shape = FundingShape::change, .value = -0.5, .from = 2026}};
  funding.recipients["XAB"] = {{.shape = FundingShape::add_musd, .value = 5, .from = 2027}};
  funding.recipients["XIA"] = {{.shape = FundingShape::set_musd, .value = 3, .to = 2032}};
  funding.national["XCC"] = {{.shape = FundingShape::change, .value = 1, .from = 2025}};
  scenario.survey["XDB"] = {{.intensity = 2, .from = 2026, .to = 2033}};
  scenario.security["XGB"] = {{.regime = Regime::open, .from = 2028, .to = 2034}};
  scenario.state_overrides["XIB"].starts = 2029;
  scenario.parameters.push_back({.id = Parameter::extension_years, .values = {{4, 4, 4}}});
  scenario.parameters.push_back({.id = Parameter::unblock_per_year, .values = {{0.1, 0.2, 0.4}}});
}

}  // namespace

Scenario forty_states(Levers levers) {
  Scenario scenario;
  scenario.id = levers == Levers::none ? "forty states" : "forty states, all levers";
  scenario.name = scenario.id;
  scenario.origin = origin;
  scenario.horizon = origin + 36;
  scenario.trajectories = 20'000;
  scenario.seed = 2025;
  scenario.targets = {2027, 2030, 2035, 2045};
  scenario.funding.price_year = origin;
  constexpr std::array sizes = {0.02, 0.15, 1.0, 6.0};
  for (Kind const& kind : kinds) {
    for (std::size_t k = 0; k < sizes.size(); ++k) {
      scenario.states.push_back(invented_state(kind, static_cast<int>(k), sizes[k]));
    }
  }
  if (levers == Levers::some) pull_levers(scenario);
  return scenario;
}

}  // namespace minefree::bench
