#include <minefree/ensemble/known_funding.hpp>

#include <algorithm>

#include <minefree/domain/donors.hpp>
#include <minefree/domain/history.hpp>
#include <minefree/ensemble/yearly_money.hpp>

namespace minefree {
namespace {

void read_reported_years(Scenario const& scenario, FundingData const& data, KnownFunding& known) {
  YearlyMoney international;
  YearlyMoney national;
  for (FundingYear const& row : data.years) {
    if (!usable_money(scenario, row.year, row.source)) continue;
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

/// Shares of donors; what the rows leave is `other donors`.
void read_donors(Scenario const& scenario, StateData const& state, KnownFunding& known) {
  auto const musd = known_donors(scenario, state.donor_shares);
  double sum = 0;
  for (auto const& [number, amount] : musd) sum += amount;
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
