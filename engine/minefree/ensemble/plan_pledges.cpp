#include <minefree/ensemble/plan_pledges.hpp>

#include <algorithm>
#include <string>

#include <minefree/domain/donors.hpp>
#include <minefree/model/purposes.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree {
namespace {

/// Probability that a pledge is broken within that part of its life, at an equal hazard in each
/// year.
double broken_within(double part_of_life, double default_risk) {
  if (default_risk >= 1) return part_of_life > 0 ? 1 : 0;
  return -numeric::expm1(part_of_life * numeric::log1p(-default_risk));
}

/// The nearest of the numbers between which uniform draws lie, so that floats and doubles decide
/// alike.
double between_draws(double probability) {
  constexpr double steps = 0x1p23;
  auto const passed = static_cast<std::int64_t>(probability * steps);
  bool const next_is_nearer = probability * steps - static_cast<double>(passed) >= 0.5;
  return static_cast<double>(next_is_nearer ? passed + 1 : passed) / steps;
}

/// By simulated year. Years before the first one have passed, and the pledge was kept in them.
std::vector<double> broken_by_year(Scenario const& scenario, FundingLever const& lever) {
  int const first_simulated = scenario.origin + 1;
  int const first = std::max(lever.from.value_or(first_simulated), first_simulated);
  int const last = *last_year(lever, scenario.origin);
  std::vector<double> broken_by;
  for (int year = first_simulated; year <= scenario.horizon; ++year) {
    int const years = std::max(std::min(year, last) - first + 1, 0);
    double const part_of_life = static_cast<double>(years) / lever.years;
    broken_by.push_back(between_draws(broken_within(part_of_life, lever.default_risk)));
  }
  return broken_by;
}

/// Adds the pledges of one list, in its order.
void add_pledges(Scenario const& scenario, std::vector<FundingLever> const& levers,
                 std::uint32_t code, std::uint32_t purpose, std::vector<Pledge>& pledges) {
  std::uint32_t number = 0;
  for (FundingLever const& lever : levers) {
    if (lever.shape != FundingShape::pledge) continue;
    pledges.push_back({.lever = &lever,
                       .plan = {.code = code,
                                .number = ++number,
                                .purpose = purpose,
                                .broken_by = broken_by_year(scenario, lever)}});
  }
}

}  // namespace

std::vector<Pledge> pledges_of(Scenario const& scenario) {
  auto const international = static_cast<std::uint32_t>(model::PledgePurpose::international);
  auto const national = static_cast<std::uint32_t>(model::PledgePurpose::national);
  FundingLevers const& funding = scenario.funding;
  std::vector<Pledge> pledges;
  add_pledges(scenario, funding.world, model::world_code, international, pledges);
  for (auto const& [code, levers] : funding.donors) {
    auto const donor = donor_named(code);
    if (donor) add_pledges(scenario, levers, model::donors_code, donor->number, pledges);
  }
  for (auto const& [code, levers] : funding.recipients) {
    add_pledges(scenario, levers, model::state_code(code), international, pledges);
  }
  for (auto const& [code, levers] : funding.national) {
    add_pledges(scenario, levers, model::state_code(code), national, pledges);
  }
  return pledges;
}

}  // namespace minefree
