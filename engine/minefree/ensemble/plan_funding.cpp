#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include <minefree/domain/donors.hpp>
#include <minefree/ensemble/plan.hpp>

namespace minefree {
namespace {

constexpr int years_of_mean = 3;
constexpr int oldest_usable_funding_years = 10;

using YearlyMoney = std::map<int, double>;

/// What a state got before the scenario, as far as it is known, in the scenario's price year.
struct KnownFunding {
  double international_musd = 0;  // mean of the newest three reported years
  double national_musd = 0;
  double newest_year_weight = 0;
  bool constant = false;
  std::map<std::uint32_t, double> donor_share;  // of the international money, by donor number; sums to one

  double mean_musd() const { return international_musd + national_musd; }
};

/// Converts money of a year to the scenario's price year; unchanged where the record has no price index.
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
    if (row.international_musd) international[row.year] = in_price_year(scenario, row.year, *row.international_musd);
    if (row.national_musd) national[row.year] = in_price_year(scenario, row.year, *row.national_musd);
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
    if (row.year <= scenario.origin && admissible(row.source, scenario.origin)) years.insert(row.year);
  }
  while (years.size() > years_of_mean) years.erase(years.begin());

  std::map<std::uint32_t, double> musd;
  double sum = 0;
  for (DonorYear const& row : state.donor_shares) {
    auto const donor = donor_named(row.donor);
    if (!donor || !years.contains(row.year) || !admissible(row.source, scenario.origin)) continue;
    double const amount = in_price_year(scenario, row.year, row.musd) / static_cast<double>(years.size());
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

/// One flow of money in one year: shares of the state's mean funding, and fixed amounts.
struct Flow {
  std::vector<double> shares;
  double added_musd = 0;
};

/// Applies the levers in force, in the order of the list. `part` is this flow's part of a fixed amount.
void apply(std::vector<FundingLever> const& levers, int year, double part, Flow& flow) {
  for (FundingLever const& lever : levers) {
    if ((lever.from && year < *lever.from) || (lever.to && year > *lever.to)) continue;
    switch (lever.shape) {
      case FundingShape::change:
        for (double& share : flow.shares) share *= 1 + lever.value;
        flow.added_musd *= 1 + lever.value;
        break;
      case FundingShape::add_musd:
        flow.added_musd += lever.value * part;
        break;
      case FundingShape::set_musd:
        std::ranges::fill(flow.shares, 0.0);
        flow.added_musd = lever.value * part;
        break;
    }
  }
}

template <class Levers>
std::vector<FundingLever> const& levers_of(Levers const& levers, std::string const& key) {
  static std::vector<FundingLever> const none;
  auto const found = levers.find(key);
  return found == levers.end() ? none : found->second;
}

/// International money of all states that a fixed amount is shared out over, by donor and in all.
struct Totals {
  double world_musd = 0;
  std::map<std::uint32_t, double> donor_musd;
};

Totals totals_of(std::vector<KnownFunding> const& states) {
  Totals totals;
  for (KnownFunding const& state : states) {
    totals.world_musd += state.international_musd;
    for (auto const& [number, share] : state.donor_share) {
      totals.donor_musd[number] += share * state.international_musd;
    }
  }
  return totals;
}

std::string code_of_donor(std::uint32_t number) {
  auto const found = std::ranges::find(donors(), number, &Donor::number);
  return std::string(found->code);
}

double part_of(double amount, double total) { return total > 0 ? amount / total : 0; }

/// The international money of one state in one year, donor by donor: world, donor and recipient levers in turn.
Flow international_flow(Scenario const& scenario, std::string const& code, KnownFunding const& known,
                        Totals const& totals, int year) {
  double const mean = known.mean_musd();
  double const international_share = mean > 0 ? known.international_musd / mean : 1;
  Flow all;
  for (auto const& [number, donor_share] : known.donor_share) {
    double const base_musd = donor_share * known.international_musd;
    Flow flow{.shares = {donor_share * international_share}};
    if (year > scenario.origin) {
      apply(scenario.funding.world, year, part_of(base_musd, totals.world_musd), flow);
      auto const total = totals.donor_musd.find(number);
      double const part = total == totals.donor_musd.end() ? 0 : part_of(base_musd, total->second);
      apply(levers_of(scenario.funding.donors, code_of_donor(number)), year, part, flow);
    }
    all.shares.push_back(flow.shares.front());
    all.added_musd += flow.added_musd;
  }
  if (year > scenario.origin) apply(levers_of(scenario.funding.recipients, code), year, 1, all);
  return all;
}

Flow national_flow(Scenario const& scenario, std::string const& code, KnownFunding const& known, int year) {
  double const mean = known.mean_musd();
  Flow flow{.shares = {mean > 0 ? known.national_musd / mean : 0}};
  if (year > scenario.origin) apply(levers_of(scenario.funding.national, code), year, 1, flow);
  return flow;
}

int place_of(std::uint32_t number, std::vector<std::uint32_t>& numbers) {
  auto const found = std::ranges::find(numbers, number);
  if (found != numbers.end()) return static_cast<int>(found - numbers.begin());
  numbers.push_back(number);
  return static_cast<int>(numbers.size()) - 1;
}

}  // namespace

void plan_funding(Scenario const& scenario, std::vector<StateData const*> const& states, Plan& plan) {
  std::vector<KnownFunding> all;
  for (StateData const* state : states) all.push_back(known_funding(scenario, *state));
  Totals const totals = totals_of(all);

  for (std::size_t k = 0; k < states.size(); ++k) {
    KnownFunding const& known = all[k];
    model::CountryPlan& country = plan.countries[k];
    country.funding.mean_musd = known.mean_musd();
    country.funding.newest_year_weight = known.newest_year_weight;
    country.funding.constant = known.constant;
    for (auto const& [number, share] : known.donor_share) {
      country.funding.donors.push_back(place_of(number, plan.world.donor_numbers));
    }
    for (std::size_t t = 0; t < country.years.size(); ++t) {
      int const year = scenario.origin + 1 + country.first_year + static_cast<int>(t);
      Flow const international = international_flow(scenario, country.code, known, totals, year);
      Flow const national = national_flow(scenario, country.code, known, year);
      auto& shares = country.funding.donor_share;
      shares.insert(shares.end(), international.shares.begin(), international.shares.end());
      country.years[t].national_share = national.shares.front();
      country.years[t].added_musd = international.added_musd + national.added_musd;
    }
  }
}

}  // namespace minefree
