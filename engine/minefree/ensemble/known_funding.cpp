#include <minefree/ensemble/known_funding.hpp>

#include <algorithm>
#include <ranges>
#include <set>

#include <minefree/domain/donors.hpp>
#include <minefree/domain/history.hpp>

namespace minefree {
namespace {

constexpr int years_of_mean = 3;
constexpr int oldest_usable_funding_years = 10;

using YearlyMoney = std::map<int, double>;

/// Converts money of a year to the scenario's price year; unchanged where the record has no price
/// index.
double in_price_year(Scenario const& scenario, int year, double musd) {
  auto const then = scenario.price_index.find(year);
  auto const now = scenario.price_index.find(scenario.funding.price_year);
  if (then == scenario.price_index.end() || now == scenario.price_index.end()) return musd;
  return musd * now->second / then->second;
}

double newest_mean(YearlyMoney const& years) {
  double sum = 0;
  int count = 0;
  for (auto const& [year, musd] : years | std::views::reverse | std::views::take(years_of_mean)) {
    sum += musd;
    ++count;
  }
  return count == 0 ? 0 : sum / count;
}

void read_reported_years(Scenario const& scenario, FundingData const& data, KnownFunding& known) {
  YearlyMoney international;
  YearlyMoney national;
  for (FundingYear const& row : data.years) {
    bool const old = row.year <= scenario.origin - oldest_usable_funding_years;
    if (old || row.year > scenario.origin || !admissible(row.source, scenario.origin)) continue;
    if (row.international_musd)
      international[row.year] = in_price_year(scenario, row.year, *row.international_musd);
    if (row.national_musd)
      national[row.year] = in_price_year(scenario, row.year, *row.national_musd);
  }
  known.international_musd = newest_mean(international);
  known.national_musd = newest_mean(national);
  if (!international.empty() && known.mean_musd() > 0) {
    double const years = std::min<double>(years_of_mean, static_cast<double>(international.size()));
    known.newest_year_weight = international.rbegin()->second / (years * known.mean_musd());
  }
}

/// Shares of donors in the last three years that have rows; what the rows leave is `other donors`.
void read_donors(Scenario const& scenario, StateData const& state, KnownFunding& known) {
  std::set<int> years;
  for (DonorYear const& row : state.donor_shares) {
    if (row.year <= scenario.origin && admissible(row.source, scenario.origin))
      years.insert(row.year);
  }
  while (years.size() > years_of_mean) years.erase(years.begin());

  std::map<std::uint32_t, double> musd;
  double sum = 0;
  for (DonorYear const& row : state.donor_shares) {
    auto const donor = donor_named(row.donor);
    if (!donor || !years.contains(row.year) || !admissible(row.source, scenario.origin)) continue;
    double const amount =
        in_price_year(scenario, row.year, row.musd) / static_cast<double>(years.size());
    musd[donor->number] += amount;
    sum += amount;
  }
  std::uint32_t const others = donor_named(other_donors)->number;
  double const whole = std::max(sum, known.international_musd);
  if (whole <= 0) {
    known.donor_share[others] = 1;
    return;
  }
  for (auto const& [number, amount] : musd) known.donor_share[number] += amount / whole;
  known.donor_share[others] += 1 - sum / whole;
}

}  // namespace

KnownFunding known_funding(Scenario const& scenario, StateData const& state) {
  KnownFunding known;
  known.constant = state.inline_state && !state.funding;
  if (state.funding && (state.funding->international_musd || state.funding->national_musd)) {
    known.international_musd = state.funding->international_musd.value_or(0);
    known.national_musd = state.funding->national_musd.value_or(0);
  } else if (state.funding) {
    read_reported_years(scenario, *state.funding, known);
  }
  read_donors(scenario, state, known);
  return known;
}

}  // namespace minefree
