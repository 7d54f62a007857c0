#include <minefree/decision/added_money.hpp>

#include <algorithm>
#include <cstddef>
#include <span>

#include <minefree/numeric/counts.hpp>

namespace minefree {
namespace {

/// The mean over a span of the medians that each year's bins show.
double mean_of_medians(Plan const& plan, std::vector<std::uint32_t> const& counts,
                       std::size_t country, Years years) {
  auto const& bins = plan.bins[country].money_musd;
  auto const width = static_cast<std::size_t>(bins.count);
  int const first = std::max(years.from - (plan.world.origin + 1), 0);
  int const last = std::min(years.to - (plan.world.origin + 1), plan.world.years - 1);
  double sum = 0;
  for (int year = first; year <= last; ++year) {
    auto const of_year = std::span(counts).subspan(static_cast<std::size_t>(year) * width, width);
    sum += numeric::quantile(bins, of_year, 0.5);
  }
  return last < first ? 0 : sum / (last - first + 1);
}

/// What the plan of a country expects of one of its years.
double expected_musd(model::WorldPlan const& world, model::CountryPlan const& country,
                     std::size_t t) {
  auto const& funding = country.funding;
  auto const donors = funding.donors.size();
  double share = country.years[t].national_share;
  for (std::size_t k = 0; k < donors; ++k) share += funding.donor_share[t * donors + k];
  double musd = share * funding.mean_musd + country.years[t].added_musd;
  int const year = country.first_year + static_cast<int>(t);
  for (std::size_t k = 0; k < funding.pledges.size(); ++k) {
    auto const& pledge = world.pledges[static_cast<std::size_t>(funding.pledges[k])];
    musd += funding.pledged_musd[t * funding.pledges.size() + k] *
            (1 - pledge.broken_by[static_cast<std::size_t>(year)]);
  }
  return musd;
}

}  // namespace

void add_money(double musd_per_year, Years years, Plan& plan, std::size_t country) {
  model::CountryPlan& state = plan.countries[country];
  for (std::size_t t = 0; t < state.years.size(); ++t) {
    int const year = plan.world.origin + 1 + state.first_year + static_cast<int>(t);
    bool const simulated = year > plan.world.origin;
    if (simulated && years.from <= year && year <= years.to) {
      state.years[t].added_musd += musd_per_year;
    }
  }
}

double usual_musd_per_year(Plan const& plan, Ensemble const& ensemble, std::size_t country,
                           Years years) {
  auto const& state = plan.countries[country];
  if (state.funding.mean_musd <= 0) {
    return mean_of_medians(plan, ensemble.states[country].funding, country, years);
  }
  double sum = 0;
  int count = 0;
  for (std::size_t t = 0; t < state.years.size(); ++t) {
    int const year = plan.world.origin + 1 + state.first_year + static_cast<int>(t);
    if (year <= plan.world.origin || year < years.from || year > years.to) continue;
    sum += expected_musd(plan.world, state, t);
    ++count;
  }
  return count == 0 ? 0 : sum / count;
}

double unspent_musd_per_year(Plan const& plan, Ensemble const& ensemble, std::size_t country,
                             Years years) {
  return mean_of_medians(plan, ensemble.states[country].unspent, country, years);
}

double unspent_share(Plan const& plan, Ensemble const& ensemble, std::size_t country, Years years) {
  double const usual = mean_of_medians(plan, ensemble.states[country].funding, country, years);
  if (usual <= 0) return 0;
  return unspent_musd_per_year(plan, ensemble, country, years) / usual;
}

}  // namespace minefree
