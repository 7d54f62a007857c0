#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include <minefree/domain/donors.hpp>
#include <minefree/ensemble/money_flows.hpp>
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
  std::map<std::uint32_t, double>
      donor_share;  // of the international money, by donor number; sums to one

  double mean_musd() const { return international_musd + national_musd; }
};

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

/// What makes the flows of a state: the scenario, its pledges, and the money of all states.
struct Funding {
  Scenario const& scenario;
  std::vector<Pledge> pledges;
  Totals totals;
};

/// A state's money before the scenario: the same every year.
struct Before {
  std::vector<double> international_shares;  // by donor, of the mean
  double national_share = 0;
};

Before before_levers(KnownFunding const& known) {
  double const mean = known.mean_musd();
  double const international_share = mean > 0 ? known.international_musd / mean : 1;
  Before before;
  for (auto const& [number, donor_share] : known.donor_share) {
    before.international_shares.push_back(donor_share * international_share);
  }
  before.national_share = mean > 0 ? known.national_musd / mean : 0;
  return before;
}

void add(Flow const& flow, Flow& sum) {
  sum.added_musd += flow.added_musd;
  sum.pledged_musd.resize(std::max(sum.pledged_musd.size(), flow.pledged_musd.size()));
  for (std::size_t k = 0; k < flow.pledged_musd.size(); ++k)
    sum.pledged_musd[k] += flow.pledged_musd[k];
}

/// The international money of one state, donor by donor: world, donor and recipient levers in turn.
Flows international_flows(Funding const& funding, std::string const& code,
                          KnownFunding const& known, Before const& before) {
  FundingLevers const& levers = funding.scenario.funding;
  auto const years = static_cast<std::size_t>(years_of_flows(funding.scenario));
  Flows all(years);
  std::size_t place = 0;
  for (auto const& [number, donor_share] : known.donor_share) {
    double const base_musd = donor_share * known.international_musd;
    Flows flows(years, Flow{.shares = {before.international_shares[place++]}});
    apply(levers.world, funding.scenario, funding.pledges,
          part_of(base_musd, funding.totals.world_musd), flows);
    auto const total = funding.totals.donor_musd.find(number);
    double const part =
        total == funding.totals.donor_musd.end() ? 0 : part_of(base_musd, total->second);
    apply(levers_of(levers.donors, code_of_donor(number)), funding.scenario, funding.pledges, part,
          flows);
    for (std::size_t year = 0; year < years; ++year) {
      all[year].shares.push_back(flows[year].shares.front());
      add(flows[year], all[year]);
    }
  }
  apply(levers_of(levers.recipients, code), funding.scenario, funding.pledges, 1, all);
  return all;
}

Flows national_flows(Funding const& funding, std::string const& code, Before const& before) {
  auto const years = static_cast<std::size_t>(years_of_flows(funding.scenario));
  Flows flows(years, Flow{.shares = {before.national_share}});
  apply(levers_of(funding.scenario.funding.national, code), funding.scenario, funding.pledges, 1,
        flows);
  return flows;
}

/// What a pledge brings to a state in a year, as long as it is kept.
double pledged(Flow const& flow, std::size_t pledge) {
  return pledge < flow.pledged_musd.size() ? flow.pledged_musd[pledge] : 0;
}

/// Amounts by year of a state: what is certain is added, a pledge with a risk waits for its draw.
void plan_amounts(std::vector<Pledge> const& pledges, Flows const& amounts,
                  model::CountryPlan& country) {
  std::vector<std::size_t> at_risk;
  for (std::size_t pledge = 0; pledge < pledges.size(); ++pledge) {
    bool const for_this_state =
        std::ranges::any_of(amounts, [=](Flow const& flow) { return pledged(flow, pledge) != 0; });
    if (for_this_state && pledges[pledge].lever->default_risk > 0) at_risk.push_back(pledge);
  }
  for (std::size_t const pledge : at_risk)
    country.funding.pledges.push_back(static_cast<int>(pledge));
  for (std::size_t t = 0; t < amounts.size(); ++t) {
    double& added_musd = country.years[t].added_musd;
    added_musd = amounts[t].added_musd;
    for (std::size_t pledge = 0; pledge < pledges.size(); ++pledge) {
      if (pledges[pledge].lever->default_risk <= 0) added_musd += pledged(amounts[t], pledge);
    }
    for (std::size_t const pledge : at_risk)
      country.funding.pledged_musd.push_back(pledged(amounts[t], pledge));
  }
}

/// The years of one state, from its first one on.
void plan_years_of_money(Funding const& funding, KnownFunding const& known,
                         model::CountryPlan& country) {
  Before const before = before_levers(known);
  Flows const international = international_flows(funding, country.code, known, before);
  Flows const national = national_flows(funding, country.code, before);
  Flows amounts(country.years.size());
  for (std::size_t t = 0; t < country.years.size(); ++t) {
    int const year = country.first_year + static_cast<int>(t);
    bool const simulated = year >= 0;  // no lever acts before
    auto const k = static_cast<std::size_t>(std::max(year, 0));
    auto const& of_year = simulated ? international[k].shares : before.international_shares;
    auto& shares = country.funding.donor_share;
    shares.insert(shares.end(), of_year.begin(), of_year.end());
    country.years[t].national_share =
        simulated ? national[k].shares.front() : before.national_share;
    if (!simulated) continue;
    add(international[k], amounts[t]);
    add(national[k], amounts[t]);
  }
  plan_amounts(funding.pledges, amounts, country);
}

int place_of(std::uint32_t number, std::vector<std::uint32_t>& numbers) {
  auto const found = std::ranges::find(numbers, number);
  if (found != numbers.end()) return static_cast<int>(found - numbers.begin());
  numbers.push_back(number);
  return static_cast<int>(numbers.size()) - 1;
}

}  // namespace

void plan_funding(Scenario const& scenario, std::vector<StateData const*> const& states,
                  Plan& plan) {
  std::vector<KnownFunding> all;
  for (StateData const* state : states) all.push_back(known_funding(scenario, *state));
  Funding const funding{
      .scenario = scenario, .pledges = pledges_of(scenario), .totals = totals_of(all)};
  for (Pledge const& pledge : funding.pledges) plan.world.pledges.push_back(pledge.plan);

  for (std::size_t k = 0; k < states.size(); ++k) {
    KnownFunding const& known = all[k];
    model::CountryPlan& country = plan.countries[k];
    country.funding.mean_musd = known.mean_musd();
    country.funding.newest_year_weight = known.newest_year_weight;
    country.funding.constant = known.constant;
    for (auto const& [number, share] : known.donor_share) {
      country.funding.donors.push_back(place_of(number, plan.world.donor_numbers));
    }
    plan_years_of_money(funding, known, country);
  }
}

}  // namespace minefree
