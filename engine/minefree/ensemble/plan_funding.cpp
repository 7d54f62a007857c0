#include <algorithm>
#include <map>

#include <minefree/domain/donors.hpp>
#include <minefree/domain/plain_projection.hpp>
#include <minefree/ensemble/imputed_donors.hpp>
#include <minefree/ensemble/money_flows.hpp>
#include <minefree/ensemble/plan.hpp>
#include <minefree/ensemble/yearly_money.hpp>

namespace minefree {
namespace {

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

/// What makes the flows of a state: the levers, and the money of all states.
struct Funding {
  MoneyLevers levers;
  Totals totals;
};

/// A state's money before the scenario: the same every year.
struct Before {
  std::vector<double> international_shares;  // by donor, of the mean
  double national_share = 0;
};

Before before_levers(KnownFunding const& known) {
  double const international_share = known.international_share();
  Before before;
  for (auto const& [number, donor_share] : known.donor_share) {
    before.international_shares.push_back(donor_share * international_share);
  }
  before.national_share = known.national_share();
  return before;
}

void add(Flow const& flow, Flow& sum) {
  sum.added_musd += flow.added_musd;
  sum.pledged_musd.resize(std::max(sum.pledged_musd.size(), flow.pledged_musd.size()));
  for (std::size_t k = 0; k < flow.pledged_musd.size(); ++k)
    sum.pledged_musd[k] += flow.pledged_musd[k];
  sum.payments.resize(std::max(sum.payments.size(), flow.payments.size()));
  for (std::size_t k = 0; k < flow.payments.size(); ++k) {
    sum.payments[k].musd_per_km2 += flow.payments[k].musd_per_km2;
    sum.payments[k].cap_musd += flow.payments[k].cap_musd;
  }
}

/// The international money of one state, donor by donor: world, donor and recipient levers in turn.
Flows international_flows(Funding const& funding, std::string const& code,
                          KnownFunding const& known, Before const& before) {
  FundingLevers const& levers = funding.levers.scenario.funding;
  auto const years = static_cast<std::size_t>(years_of_flows(funding.levers.scenario));
  Flows all(years);
  std::size_t place = 0;
  for (auto const& [number, donor_share] : known.donor_share) {
    double const base_musd = donor_share * known.international_musd;
    Flows flows(years, Flow{.shares = {before.international_shares[place++]}});
    // All donors together pay the price of a payment to all.
    apply(levers.world, funding.levers,
          {.of_amounts = part_of(base_musd, funding.totals.world_musd), .of_prices = donor_share},
          flows);
    auto const total = funding.totals.donor_musd.find(number);
    double const part =
        total == funding.totals.donor_musd.end() ? 0 : part_of(base_musd, total->second);
    apply(levers_of(levers.donors, code_of_donor(number)), funding.levers,
          {.of_amounts = part, .of_prices = 1}, flows);
    for (std::size_t year = 0; year < years; ++year) {
      all[year].shares.push_back(flows[year].shares.front());
      add(flows[year], all[year]);
    }
  }
  apply(levers_of(levers.recipients, code), funding.levers, {.of_amounts = 1, .of_prices = 1}, all);
  return all;
}

Flows national_flows(Funding const& funding, std::string const& code, Before const& before) {
  auto const years = static_cast<std::size_t>(years_of_flows(funding.levers.scenario));
  Flows flows(years, Flow{.shares = {before.national_share}});
  apply(levers_of(funding.levers.scenario.funding.national, code), funding.levers,
        {.of_amounts = 1, .of_prices = 1}, flows);
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

/// Payments by results of a state, year by year; none when no list pays it any.
void plan_payments(Flows const& amounts, model::FundingPlan& plan) {
  std::size_t payments = 0;
  for (Flow const& flow : amounts) payments = std::max(payments, flow.payments.size());
  plan.payments = static_cast<int>(payments);
  for (Flow const& flow : amounts) {
    for (std::size_t k = 0; k < payments; ++k) {
      Payment const payment = k < flow.payments.size() ? flow.payments[k] : Payment{};
      plan.paid_musd_per_km2.push_back(payment.musd_per_km2);
      plan.paid_cap_musd.push_back(payment.cap_musd);
    }
  }
}

/// Land released in the last year before the simulation, km2: as reported, or the mean of the
/// newest three reported years of the last five; 0 where nothing is reported, or a programme is yet
/// to begin.
double released_before(KnownState const& known, int origin, int first_year) {
  if (first_year != 0) return 0;
  double sum = 0;
  int count = 0;
  auto const years = past_release(known.history).years;
  for (auto year = years.rbegin(); year != years.rend() && count < years_of_mean; ++year) {
    if (year->year <= origin - oldest_usable_stock_years) break;
    if (year->year == origin) return year->km2;
    sum += year->km2;
    ++count;
  }
  return count == 0 ? 0 : sum / count;
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
  plan_amounts(funding.levers.pledges, amounts, country);
  plan_payments(amounts, country.funding);
}

int place_of(std::uint32_t number, std::vector<std::uint32_t>& numbers) {
  auto const found = std::ranges::find(numbers, number);
  if (found != numbers.end()) return static_cast<int>(found - numbers.begin());
  numbers.push_back(number);
  return static_cast<int>(numbers.size()) - 1;
}

}  // namespace

void plan_funding(Scenario const& scenario, std::vector<StateData const*> const& states,
                  std::vector<DonorCell> const& matrix, Plan& plan) {
  std::vector<KnownFunding> all;
  for (StateData const* state : states) {
    all.push_back(known_funding(scenario, *state));
    take_imputed(matrix, *state, all.back());
  }
  Funding const funding{.levers = money_levers_of(scenario), .totals = totals_of(all)};
  for (Pledge const& pledge : funding.levers.pledges) plan.world.pledges.push_back(pledge.plan);

  for (std::size_t k = 0; k < states.size(); ++k) {
    KnownFunding const& known = all[k];
    model::CountryPlan& country = plan.countries[k];
    country.funding.mean_musd = known.mean_musd();
    country.funding.newest_year_weight = known.newest_year_weight;
    country.funding.constant = known.constant;
    country.funding.released_before_km2 =
        released_before(plan.known[plan.state_index[k]], scenario.origin, country.first_year);
    for (auto const& [number, share] : known.donor_share) {
      country.funding.donors.push_back(place_of(number, plan.world.donor_numbers));
      country.funding.imputed.push_back(known.imputed.contains(number));
    }
    plan_years_of_money(funding, known, country);
  }
}

}  // namespace minefree
