#include <minefree/decision/donor_money.hpp>

#include <algorithm>
#include <numeric>
#include <span>

#include <minefree/domain/donors.hpp>

namespace minefree {
namespace {

/// Shares of the mean, donor by donor, in a year counted from the country's first one.
std::span<double const> shares_in(model::CountryPlan const& country, std::size_t year) {
  auto const donors = country.funding.donors.size();
  return std::span(country.funding.donor_share).subspan(year * donors, donors);
}

/// The place of a calendar year in a country's years; its first one where it starts later.
std::size_t place_of_year(model::CountryPlan const& country, int origin, int year) {
  return static_cast<std::size_t>(std::max(year - (origin + 1) - country.first_year, 0));
}

std::string code_of(std::uint32_t number) {
  auto const found = std::ranges::find(donors(), number, &Donor::number);
  return std::string(found->code);
}

double sum_of(std::span<double const> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

StateDonors donors_of_state(model::WorldPlan const& world, model::CountryPlan const& country,
                            int year) {
  StateDonors state;
  auto const place = place_of_year(country, world.origin, year);
  if (place >= country.years.size()) return state;
  auto const shares = shares_in(country, place);
  double const international = sum_of(shares);
  if (country.funding.mean_musd > 0)
    state.international_musd = international * country.funding.mean_musd;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    auto const number = world.donor_numbers[static_cast<std::size_t>(country.funding.donors[k])];
    auto const code = code_of(number);
    if (code == other_donors || shares[k] <= 0) continue;
    state.donors.push_back(
        {.donor = code, .share = shares[k] / international, .imputed = country.funding.imputed[k]});
  }
  std::ranges::stable_sort(state.donors, std::greater<>{}, &DonorShare::share);
  return state;
}

std::optional<double> share_of_money(std::vector<StateDonors> const& states,
                                     double (StateDonors::*share_of)() const) {
  double part = 0;
  double all = 0;
  for (StateDonors const& state : states) {
    double const musd = state.international_musd.value_or(0);
    part += (state.*share_of)() * musd;
    all += musd;
  }
  return all > 0 ? std::optional(part / all) : std::nullopt;
}

bool same_money(model::CountryYear const& a, model::CountryYear const& b) {
  return a.national_share == b.national_share && a.added_musd == b.added_musd;
}

}  // namespace

double StateDonors::named_share() const {
  double sum = 0;
  for (DonorShare const& donor : donors) sum += donor.imputed ? 0 : donor.share;
  return sum;
}

double StateDonors::imputed_share() const {
  double sum = 0;
  for (DonorShare const& donor : donors) sum += donor.imputed ? donor.share : 0;
  return sum;
}

std::vector<StateDonors> donors_of_states(Scenario const& scenario, Plan const& plan, int year) {
  std::vector<StateDonors> states;
  for (std::size_t k = 0; k < plan.affected; ++k) {
    states.push_back(donors_of_state(plan.world, plan.countries[k], year));
    states.back().code = plan.countries[k].code;
    states.back().name = scenario.states[plan.state_index[k]].name;
  }
  return states;
}

std::optional<double> named_share_of_money(std::vector<StateDonors> const& states) {
  return share_of_money(states, &StateDonors::named_share);
}

std::optional<double> imputed_share_of_money(std::vector<StateDonors> const& states) {
  return share_of_money(states, &StateDonors::imputed_share);
}

std::vector<std::string> named_donors(std::vector<StateDonors> const& states) {
  std::vector<std::string> codes;
  for (Donor const& donor : donors()) {
    bool const named = std::ranges::any_of(states, [&](StateDonors const& state) {
      return std::ranges::find(state.donors, donor.code, &DonorShare::donor) != state.donors.end();
    });
    if (named) codes.emplace_back(donor.code);
  }
  return codes;
}

bool money_differs(model::CountryPlan const& a, model::CountryPlan const& b) {
  return a.funding.donor_share != b.funding.donor_share || a.funding.pledges != b.funding.pledges ||
         a.funding.pledged_musd != b.funding.pledged_musd ||
         !std::ranges::equal(a.years, b.years, same_money);
}

std::optional<double> mean_musd_from(model::CountryPlan const& country, int origin, int year) {
  model::FundingPlan const& funding = country.funding;
  auto const first = place_of_year(country, origin, year);
  if (funding.mean_musd <= 0 || first >= country.years.size()) return std::nullopt;
  auto const pledges = funding.pledges.size();
  double sum = 0;
  for (std::size_t t = first; t < country.years.size(); ++t) {
    double const shares = sum_of(shares_in(country, t)) + country.years[t].national_share;
    sum += shares * funding.mean_musd + country.years[t].added_musd;
    if (pledges > 0) sum += sum_of(std::span(funding.pledged_musd).subspan(t * pledges, pledges));
  }
  return sum / static_cast<double>(country.years.size() - first);
}

}  // namespace minefree
