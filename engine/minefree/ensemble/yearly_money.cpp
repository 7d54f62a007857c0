#include <minefree/ensemble/yearly_money.hpp>

#include <ranges>
#include <set>

#include <minefree/domain/donors.hpp>
#include <minefree/domain/history.hpp>

namespace minefree {

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

bool usable_money(Scenario const& scenario, int year, Citation const& source) {
  bool const old = year <= scenario.origin - oldest_usable_funding_years;
  return !old && year <= scenario.origin && admissible(source, scenario.origin);
}

std::map<std::uint32_t, double> known_donors(Scenario const& scenario,
                                             std::vector<DonorYear> const& rows) {
  std::set<int> years;
  for (DonorYear const& row : rows) {
    if (row.year <= scenario.origin && admissible(row.source, scenario.origin))
      years.insert(row.year);
  }
  while (years.size() > years_of_mean) years.erase(years.begin());

  std::map<std::uint32_t, double> musd;
  for (DonorYear const& row : rows) {
    auto const donor = donor_named(row.donor);
    if (!donor || !years.contains(row.year) || !admissible(row.source, scenario.origin)) continue;
    musd[donor->number] +=
        in_price_year(scenario, row.year, row.musd) / static_cast<double>(years.size());
  }
  return musd;
}

}  // namespace minefree
