// What more money may do, and what it may not.
#include <algorithm>

#include <map>
#include <span>

#include <gtest/gtest.h>

#include <support/compare_ensembles.hpp>
#include <support/random_scenario.hpp>
#include <support/simulate.hpp>

namespace minefree {
namespace {

using testing::given;

/// A random scenario in which money can only help. Three things could make the better-funded future
/// finish later by luck, though the draws are the same, because the draw meets another year's work:
/// - the yearly noise of shares: who surveys earlier may survey in the year that confirms most;
/// - a lag of the declaration: who finishes earlier may wait longer, and a find in that time undoes
/// the completion;
/// - the price of late land, were it another one in both: the same maturity penalty holds in both
/// by its draw.
Scenario scenario_where_money_can_only_help(std::uint64_t seed) {
  Scenario scenario = testing::random_scenario(seed);
  auto& parameters = scenario.parameters;
  for (Parameter const id : {Parameter::survey_share_noise, Parameter::confirmed_share_noise,
                             Parameter::reduced_share_noise, Parameter::declaration_lag_years}) {
    std::erase_if(parameters, [id](ParameterValue const& value) { return value.id == id; });
    parameters.push_back(given(id, 0.0));
  }
  return scenario;
}

std::vector<std::vector<double>> dates_of(Scenario const& scenario) {
  Plan const plan = make_plan(scenario);
  testing::CompletionDates<double> dates(plan);
  testing::simulate<double>(plan, {.first = 0, .count = 40}, dates);
  return dates.of_country;
}

struct Differences {
  int earlier = 0;
  int same = 0;
};

Differences expect_never_later(Scenario const& scenario, Scenario const& richer) {
  auto const before = dates_of(scenario);
  auto const after = dates_of(richer);
  Differences differences;
  for (std::size_t k = 0; k < before.size(); ++k) {
    for (std::size_t n = 0; n < before[k].size(); ++n) {
      EXPECT_LE(after[k][n], before[k][n] + 1e-9)
          << "state " << scenario.states[k].code << ", trajectory " << n;
      ++(after[k][n] < before[k][n] ? differences.earlier : differences.same);
    }
  }
  return differences;
}

TEST(Funding, more_money_with_the_same_draws_never_finishes_later) {
  Differences all;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = scenario_where_money_can_only_help(seed);
    Scenario richer = scenario;
    richer.funding.world.push_back({.shape = FundingShape::change, .value = 0.3});
    auto const differences = expect_never_later(scenario, richer);
    all.earlier += differences.earlier;
    all.same += differences.same;
  }
  EXPECT_GT(all.earlier, 500);
}

TEST(Funding, more_money_for_one_recipient_never_finishes_later) {
  Differences all;
  for (std::uint64_t seed = 101; seed <= 140; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = scenario_where_money_can_only_help(seed);
    Scenario richer = scenario;
    std::string const& code = scenario.states.back().code;
    richer.funding.recipients[code].push_back(
        {.shape = FundingShape::add_musd, .value = 5, .from = 2026});
    richer.funding.national[code].push_back(
        {.shape = FundingShape::change, .value = 0.5, .to = 2030});
    auto const differences = expect_never_later(scenario, richer);
    all.earlier += differences.earlier;
    all.same += differences.same;
  }
  EXPECT_GT(all.earlier, 50);
}

TEST(Funding, more_money_in_the_paired_run_shows_no_month_lost) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Scenario const scenario = scenario_where_money_can_only_help(seed);
    Scenario richer = scenario;
    richer.funding.world.push_back({.shape = FundingShape::change, .value = 1});
    auto const pair = run_pair(make_plan(scenario), make_plan(richer), {.first = 0, .count = 64});
    for (PairCounts const& counts : pair.pairs) {
      // Floats may differ in their last digits, never by half a month.
      auto const no_gain = counts.months_gained.begin() + pair.base.months();
      EXPECT_EQ(std::count_if(counts.months_gained.begin(), no_gain, [](auto n) { return n > 0; }),
                0)
          << "seed " << seed;
    }
  }
}

TEST(Funding, with_an_elasticity_of_zero_changes_nothing) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Scenario scenario = testing::random_scenario(seed);
    for (StateData const& state : scenario.states) {
      scenario.state_overrides[state.code].parameters.push_back(
          given(Parameter::funding_elasticity, 0.0));
    }
    Scenario poorer = scenario;
    poorer.funding.world.push_back({.shape = FundingShape::change, .value = -0.9});
    poorer.funding.national[scenario.states.front().code].push_back(
        {.shape = FundingShape::set_musd, .value = 0});
    poorer.parameters.push_back(given(Parameter::recipient_funding_sd, 1.0));
    Ensemble const rich = run(make_plan(scenario), {.first = 0, .count = 64});
    Ensemble const poor = run(make_plan(poorer), {.first = 0, .count = 64});
    EXPECT_TRUE(testing::same_but_for_money(rich, poor)) << "seed " << seed;
    EXPECT_FALSE(testing::same_counts(rich, poor))
        << "seed " << seed << ": the money itself must differ";
  }
}

/// A pledge to each state and one to all, with the given risk.
Scenario with_pledges(Scenario scenario, double default_risk) {
  auto const pledge = [&](double musd, int from, int over) {
    return FundingLever{.shape = FundingShape::pledge,
                        .value = musd,
                        .from = scenario.origin + from,
                        .years = over,
                        .default_risk = default_risk};
  };
  scenario.funding.world.push_back(pledge(90, 3, 5));
  for (StateData const& state : scenario.states) {
    scenario.funding.recipients[state.code].push_back(pledge(60, 1, 6));
    scenario.funding.national[state.code].push_back(pledge(8, 2, 4));
  }
  return scenario;
}

TEST(Funding, a_pledge_with_the_same_draws_never_finishes_later) {
  Differences all;
  for (std::uint64_t seed = 201; seed <= 240; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = scenario_where_money_can_only_help(seed);
    auto const differences = expect_never_later(scenario, with_pledges(scenario, 0.4));
    all.earlier += differences.earlier;
    all.same += differences.same;
  }
  EXPECT_GT(all.earlier, 500);
}

TEST(Funding, a_riskier_pledge_never_finishes_sooner_and_lies_between_none_and_a_certain_one) {
  Differences gained;
  Differences lost;
  for (std::uint64_t seed = 201; seed <= 240; ++seed) {
    SCOPED_TRACE(seed);
    Scenario const scenario = scenario_where_money_can_only_help(seed);
    EXPECT_EQ(dates_of(with_pledges(scenario, 1)), dates_of(scenario));
    auto const more = expect_never_later(with_pledges(scenario, 1), with_pledges(scenario, 0.7));
    expect_never_later(with_pledges(scenario, 0.7), with_pledges(scenario, 0.3));
    auto const most = expect_never_later(with_pledges(scenario, 0.3), with_pledges(scenario, 0));
    gained.earlier += more.earlier;
    lost.earlier += most.earlier;
  }
  EXPECT_GT(gained.earlier, 100);
  EXPECT_GT(lost.earlier, 100);
}

/// Splits the first donor of every country into two halves that have the same fortune year by year.
Plan with_first_donor_split(Plan plan) {
  std::vector<std::uint32_t> numbers = plan.world.donor_numbers;
  for (model::CountryPlan& country : plan.countries) {
    auto& funding = country.funding;
    auto const donors = funding.donors.size();
    int const twin = static_cast<int>(plan.world.donor_numbers.size());
    plan.world.donor_numbers.push_back(numbers[static_cast<std::size_t>(funding.donors.front())]);
    std::vector<double> shares;
    for (std::size_t year = 0; year < country.years.size(); ++year) {
      auto const of_year = funding.donor_share.begin() + static_cast<std::ptrdiff_t>(year * donors);
      shares.push_back(of_year[0] / 2);
      shares.push_back(of_year[0] / 2);
      shares.insert(shares.end(), of_year + 1, of_year + static_cast<std::ptrdiff_t>(donors));
    }
    funding.donor_share = shares;
    funding.donors.insert(funding.donors.begin() + 1, twin);
  }
  return plan;
}

TEST(Funding, a_donor_split_into_two_perfectly_correlated_halves_changes_nothing) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Plan const plan = make_plan(testing::random_scenario(seed));
    Ensemble const whole = run(plan, {.first = 0, .count = 64});
    Ensemble const halves = run(with_first_donor_split(plan), {.first = 0, .count = 64});
    EXPECT_TRUE(testing::same_counts(whole, halves)) << "seed " << seed;
  }
}

struct MoneyByYear : testing::Onlooker<double> {
  void lived(std::size_t country, int year, model::CountryState<double> const& state,
             model::Released<double> const&) {
    musd[{static_cast<int>(country), year}].push_back(state.money.funding_musd);
  }
  std::map<std::pair<int, int>, std::vector<double>> musd;  // [country, year][trajectory]
};

TEST(Money, paid_by_results_is_never_more_than_the_cap_nor_less_than_nothing) {
  double most = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Scenario scenario = testing::random_scenario(seed, testing::Money::shared);
    scenario.funding = {};
    Scenario paid = scenario;
    paid.funding.world.push_back(
        {.shape = FundingShape::pay_by_results, .value = 3, .cap_musd = 2});
    MoneyByYear plain, with_payments;
    testing::simulate<double>(make_plan(scenario), {.first = 0, .count = 20}, plain);
    testing::simulate<double>(make_plan(paid), {.first = 0, .count = 20}, with_payments);
    std::map<int, std::vector<double>> paid_in_year;
    for (auto const& [place, musd] : plain.musd) {
      auto& sums = paid_in_year[place.second];
      sums.resize(musd.size());
      for (std::size_t n = 0; n < musd.size(); ++n) {
        double const extra = with_payments.musd[place][n] - musd[n];
        EXPECT_GE(extra, -1e-9);
        sums[n] += extra;
      }
    }
    for (auto const& [year, sums] : paid_in_year) {
      for (double const sum : sums) {
        EXPECT_LE(sum, 2 + 1e-9) << "year " << year;
        most = std::max(most, sum);
      }
    }
  }
  EXPECT_GT(most, 1.9) << "the cap was never reached";
}

/// Two states of five million a year from one donor, reported; the first finishes at once.
Scenario two_states_of_one_donor(double reallocate_share) {
  std::vector<StateData> states;
  for (std::string const code : {"XXA", "XXB"}) {
    auto state = testing::simple_state(code, {.confirmed_km2 = code == "XXA" ? 0.5 : 100}, 2);
    state.inline_state = false;
    state.funding = FundingData{.years = {{.year = 2024, .international_musd = 5}}};
    state.donor_shares = {{.donor = "USA", .year = 2024, .musd = 5}};
    states.push_back(state);
  }
  auto scenario = testing::certain_scenario_of(states);
  scenario.funding.reallocate_share = reallocate_share;
  return scenario;
}

double money_of(Ensemble const& ensemble, Plan const& plan, std::size_t state, int year) {
  auto const& bins = plan.bins[state].money_musd;
  auto const first = static_cast<std::size_t>(year) * static_cast<std::size_t>(bins.count);
  return numeric::quantile(bins,
                           std::span(ensemble.states[state].funding)
                               .subspan(first, static_cast<std::size_t>(bins.count)),
                           0.5);
}

TEST(Money, that_a_finished_state_leaves_over_is_moved_and_not_made) {
  for (double const share : {0.0, 0.5, 1.0}) {
    auto const plan = make_plan(two_states_of_one_donor(share));
    auto const ensemble = run(plan, {0, 64});
    // Within the width of the bins, 3 %.
    EXPECT_NEAR(money_of(ensemble, plan, 0, 10), 5 * (1 - share), 0.15) << share;
    EXPECT_NEAR(money_of(ensemble, plan, 1, 10), 5 * (1 + share), 0.3) << share;
  }
}

TEST(Money, stays_where_it_is_when_no_other_state_is_left) {
  auto scenario = two_states_of_one_donor(1);
  scenario.states[1].initial.confirmed_km2 = testing::exactly(0.5);
  auto const plan = make_plan(scenario);
  auto const ensemble = run(plan, {0, 64});
  for (std::size_t state = 0; state < 2; ++state) {
    EXPECT_NEAR(money_of(ensemble, plan, state, 20), 5, 0.15);
  }
}

}  // namespace
}  // namespace minefree
