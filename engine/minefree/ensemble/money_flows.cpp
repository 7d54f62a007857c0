#include <minefree/ensemble/money_flows.hpp>

#include <algorithm>
#include <cstddef>
#include <span>

namespace minefree {
namespace {

/// The years of a flow in which a lever acts.
std::span<Flow> years_of(FundingLever const& lever, int origin, Flows& flows) {
  int const all = static_cast<int>(flows.size());
  int const begin = std::clamp(lever.from.value_or(origin + 1) - (origin + 1), 0, all);
  int const end = std::clamp(last_year(lever, origin).value_or(origin + all) - origin, begin, all);
  return std::span(flows).subspan(static_cast<std::size_t>(begin),
                                  static_cast<std::size_t>(end - begin));
}

void change(double share, Flow& flow) {
  for (double& part : flow.shares) part *= 1 + share;
  flow.added_musd *= 1 + share;
  for (double& musd : flow.pledged_musd) musd *= 1 + share;
  for (Payment& payment : flow.payments) {
    payment.musd_per_km2 *= 1 + share;
    payment.cap_musd *= 1 + share;
  }
}

void set(double musd, Flow& flow) {
  std::ranges::fill(flow.shares, 0.0);
  std::ranges::fill(flow.pledged_musd, 0.0);
  std::ranges::fill(flow.payments, Payment{});
  flow.added_musd = musd;
}

/// Spreads one part of a flow anew: its sum stays, `share` of it comes evenly in the first years.
template <class Part>
void front_load(double share, std::size_t first_years, std::span<Flow> flows, Part part) {
  double sum = 0;
  for (Flow& flow : flows) sum += part(flow);
  double const early = share * sum / static_cast<double>(first_years);
  double const late = (1 - share) * sum / static_cast<double>(flows.size() - first_years);
  for (std::size_t k = 0; k < flows.size(); ++k) part(flows[k]) = k < first_years ? early : late;
}

/// All parts but pledges, which have years of their own, and payments, which follow the work.
void front_load(FundingLever const& lever, std::span<Flow> flows) {
  auto const first_years = static_cast<std::size_t>(lever.years);
  if (flows.size() <= first_years) return;
  for (std::size_t place = 0; place < flows.front().shares.size(); ++place) {
    front_load(lever.value, first_years, flows,
               [place](Flow& flow) -> double& { return flow.shares[place]; });
  }
  front_load(lever.value, first_years, flows,
             [](Flow& flow) -> double& { return flow.added_musd; });
}

void promise(double musd, std::size_t pledge, Flow& flow) {
  if (flow.pledged_musd.size() <= pledge) flow.pledged_musd.resize(pledge + 1);
  flow.pledged_musd[pledge] += musd;
}

void pay_by_results(FundingLever const& lever, Part part, std::size_t place, Flow& flow) {
  if (flow.payments.size() <= place) flow.payments.resize(place + 1);
  flow.payments[place].musd_per_km2 += lever.value * part.of_prices;
  flow.payments[place].cap_musd += lever.cap_musd * part.of_amounts;
}

/// Calls `look_at` with every lever of money of a scenario.
template <class LookAt>
void for_each_lever(FundingLevers const& funding, LookAt look_at) {
  std::ranges::for_each(funding.world, look_at);
  for (auto const* const lists : {&funding.donors, &funding.recipients, &funding.national}) {
    for (auto const& [code, levers] : *lists) std::ranges::for_each(levers, look_at);
  }
}

}  // namespace

int years_of_flows(Scenario const& scenario) {
  int last = scenario.horizon;
  for_each_lever(scenario.funding, [&last](FundingLever const& lever) {
    if (lever.shape == FundingShape::front_load) last = std::max(last, lever.to.value_or(last));
  });
  return last - scenario.origin;
}

MoneyLevers money_levers_of(Scenario const& scenario) {
  MoneyLevers levers{.scenario = scenario, .pledges = pledges_of(scenario), .payments = {}};
  for_each_lever(scenario.funding, [&levers](FundingLever const& lever) {
    if (lever.shape == FundingShape::pay_by_results) levers.payments.push_back(&lever);
  });
  return levers;
}

void apply(std::vector<FundingLever> const& list, MoneyLevers const& levers, Part part,
           Flows& flows) {
  for (FundingLever const& lever : list) {
    auto const years = years_of(lever, levers.scenario.origin, flows);
    switch (lever.shape) {
      case FundingShape::change:
        for (Flow& flow : years) change(lever.value, flow);
        break;
      case FundingShape::add_musd:
        for (Flow& flow : years) flow.added_musd += lever.value * part.of_amounts;
        break;
      case FundingShape::set_musd:
        for (Flow& flow : years) set(lever.value * part.of_amounts, flow);
        break;
      case FundingShape::front_load:
        front_load(lever, years);
        break;
      case FundingShape::pledge: {
        auto const pledge =
            std::ranges::find(levers.pledges, &lever, &Pledge::lever) - levers.pledges.begin();
        double const musd_per_year = lever.value / lever.years;
        for (Flow& flow : years)
          promise(musd_per_year * part.of_amounts, static_cast<std::size_t>(pledge), flow);
        break;
      }
      case FundingShape::pay_by_results: {
        auto const place = std::ranges::find(levers.payments, &lever) - levers.payments.begin();
        for (Flow& flow : years) pay_by_results(lever, part, static_cast<std::size_t>(place), flow);
        break;
      }
    }
  }
}

}  // namespace minefree
