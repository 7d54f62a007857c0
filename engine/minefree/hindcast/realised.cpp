#include <minefree/hindcast/realised.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <minefree/domain/estimability.hpp>
#include <minefree/hindcast/vintage.hpp>

namespace minefree::hindcast {
namespace {

double in_price_year(Scenario const& scenario, int year, double musd) {
  auto const then = scenario.price_index.find(year);
  auto const now = scenario.price_index.find(scenario.funding.price_year);
  if (then == scenario.price_index.end() || now == scenario.price_index.end()) return musd;
  return musd * now->second / then->second;
}

FundingLever fixed_amount(int year, double musd) {
  FundingLever lever;
  lever.shape = FundingShape::set_musd;
  lever.value = musd;
  lever.from = lever.to = year;
  return lever;
}

/// Money of each year after the origin; the last row of a year tells it.
std::map<int, double> realised(Scenario const& scenario, FundingData const& data,
                               std::optional<double> FundingYear::* part) {
  std::map<int, double> years;
  for (FundingYear const& row : data.years) {
    if (row.year <= scenario.origin || row.year > last_truth_year || !(row.*part)) continue;
    years[row.year] = in_price_year(scenario, row.year, *(row.*part));
  }
  return years;
}

/// True where the engine knows what a state got before: only then does money have a scale.
bool funding_known(Scenario const& scenario, StateData const& state) {
  return std::ranges::any_of(state.funding->years, [&](FundingYear const& row) {
    return row.year <= scenario.origin && admissible(row.source, scenario.origin);
  });
}

int tell_funding(StateData const& state, Scenario& scenario) {
  if (!state.funding || !funding_known(scenario, state)) return 0;
  std::set<int> told;
  for (auto const& [year, musd] :
       realised(scenario, *state.funding, &FundingYear::international_musd)) {
    scenario.funding.recipients[state.code].push_back(fixed_amount(year, musd));
    told.insert(year);
  }
  for (auto const& [year, musd] : realised(scenario, *state.funding, &FundingYear::national_musd)) {
    scenario.funding.national[state.code].push_back(fixed_amount(year, musd));
    told.insert(year);
  }
  return static_cast<int>(told.size());
}

int tell_security(StateData const& state, Scenario& scenario) {
  int years = 0;
  for (SecuritySpan const& span : state.security) {
    int const from = std::max(span.from, scenario.origin + 1);
    int const to = std::min({span.to, last_truth_year, scenario.horizon});
    if (from > to) continue;
    scenario.security[state.code].push_back({.regime = span.regime, .from = from, .to = to});
    years += to - from + 1;
  }
  return years;
}

}  // namespace

RealisedCount tell_what_happened(Scenario& scenario) {
  RealisedCount count;
  for (StateData const& state : scenario.states) {
    if (!known_at_origin(state, scenario).estimable()) continue;
    count.funding_state_years += tell_funding(state, scenario);
    count.security_state_years += tell_security(state, scenario);
  }
  return count;
}

}  // namespace minefree::hindcast
