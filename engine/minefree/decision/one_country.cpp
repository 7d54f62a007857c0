#include <minefree/decision/one_country.hpp>

#include <algorithm>
#include <cmath>

#include <minefree/base/contract.hpp>
#include <minefree/decision/part_of_plan.hpp>

namespace minefree {
namespace {

/// 95th percentile of a standard normal, as spreads are given by it.
constexpr double high_of_spread = 1.645;
/// A lag longer than this many times its mean is drawn once in a million.
constexpr double longest_lag_over_mean = 16;

/// The world keeps the donors of one country, in its order.
void keep_donors_of(model::FundingPlan& funding, model::WorldPlan& world) {
  std::vector<std::uint32_t> numbers;
  for (int& donor : funding.donors) {
    numbers.push_back(world.donor_numbers[static_cast<std::size_t>(donor)]);
    donor = static_cast<int>(numbers.size()) - 1;
  }
  world.donor_numbers = std::move(numbers);
}

}  // namespace

Plan plan_of_country(Plan const& plan, std::size_t country) {
  MINEFREE_EXPECT(plan.world.reallocate_share == 0);
  Plan one = part_of_plan(plan, {country});
  one.known.clear();
  one.countries.front().optional = {};
  one.asks_for_parts = false;
  keep_donors_of(one.countries.front().funding, one.world);
  return one;
}

int years_until_declared(model::CountryPlan const& country) {
  auto const& lag =
      country.parameters.spread[static_cast<std::size_t>(Parameter::declaration_lag_years)];
  double const largest_mean = lag.best * std::exp(high_of_spread * lag.sd_high);
  return static_cast<int>(std::ceil(longest_lag_over_mean * largest_mean));
}

void end_with(int last_year, Plan& plan) {
  plan.world.years = std::min(plan.world.years, last_year - plan.world.origin);
}

}  // namespace minefree
