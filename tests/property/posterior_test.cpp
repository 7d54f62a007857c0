// Draws of a calibration: what trajectory n gets is row n mod the number of draws, and nothing
// else.
#include <cmath>

#include <gtest/gtest.h>

#include <support/build_scenario.hpp>
#include <support/compare_ensembles.hpp>
#include <support/posterior.hpp>
#include <support/random_scenario.hpp>
#include <support/simulate.hpp>

#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

/// A state as a file gives it, with a record to be estimated from.
StateData recorded_state(std::string const& code) {
  StateData state = testing::realistic_scenario().states.front();
  state.code = code;
  state.inline_state = false;
  state.programme.clear();
  return state;
}

Scenario scenario_with(StateData state, Posterior posterior) {
  Scenario scenario = testing::scenario_of({std::move(state)});
  scenario.posterior = testing::shared(std::move(posterior));
  return scenario;
}

/// Traits of each trajectory at the start.
struct Beginnings : testing::Onlooker<double> {
  explicit Beginnings(Parameter wanted) : id(wanted) {}
  void started(std::size_t, model::CountryState<double> const& state) {
    values.push_back(state.traits[id]);
    capacities.push_back(state.programme.reported_capacity_km2_per_year);
    peaks.push_back(state.programme.peak_work_km2);
  }
  Parameter id;
  std::vector<double> values, capacities, peaks;
};

Beginnings beginnings_of(Scenario const& scenario, Parameter id, std::uint64_t count) {
  Plan const plan = make_plan(scenario);
  Beginnings beginnings(id);
  testing::simulate<double>(plan, {.first = 0, .count = count}, beginnings);
  return beginnings;
}

TEST(Posterior, of_one_row_is_the_same_as_values_given_plainly) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    Scenario base = testing::random_scenario(seed);
    std::erase_if(base.parameters, [](auto const& value) {
      return value.id == Parameter::maturity_penalty || value.id == Parameter::discovery_per_year;
    });
    for (auto& state : base.states) {
      std::erase_if(state.programme, [](auto const& value) {
        return value.id == Parameter::maturity_penalty || value.id == Parameter::discovery_per_year;
      });
    }
    Scenario given = base;
    given.parameters.push_back(testing::given(Parameter::maturity_penalty, 0.3));
    given.parameters.push_back(testing::given(Parameter::discovery_per_year, 0.2));
    Scenario drawn = base;
    Posterior posterior = testing::empty_posterior(1, base.origin);
    testing::common(posterior, Parameter::maturity_penalty) = {0.3};
    testing::common(posterior, Parameter::discovery_per_year) = {0.2};
    drawn.posterior = testing::shared(posterior);
    Range const range{.first = 3, .count = 50};
    auto of_given = run(make_plan(given), range);
    auto const of_drawn = run(make_plan(drawn), range);
    ASSERT_EQ(of_given.states.size(), of_drawn.states.size());
    for (std::size_t k = 0; k < of_given.states.size(); ++k) {
      EXPECT_EQ(of_given.states[k].remaining, of_drawn.states[k].remaining);
      EXPECT_EQ(of_given.states[k].declaration, of_drawn.states[k].declaration);
    }
  }
}

TEST(Posterior, gives_trajectory_n_its_row_n_mod_the_number_of_draws) {
  Posterior posterior = testing::empty_posterior(3);
  testing::common(posterior, Parameter::maturity_penalty) = {0.1, 0.2, 0.3};
  testing::own(posterior, "XXA", Parameter::capacity_km2_per_year) = {4, 5, 6};
  auto const seen = beginnings_of(scenario_with(recorded_state("XXA"), posterior),
                                  Parameter::maturity_penalty, 8);
  EXPECT_EQ(seen.values, (std::vector<double>{0.1, 0.2, 0.3, 0.1, 0.2, 0.3, 0.1, 0.2}));
  EXPECT_EQ(seen.capacities, (std::vector<double>{4, 5, 6, 4, 5, 6, 4, 5}));
}

TEST(Posterior, gives_way_to_a_value_that_is_given) {
  Posterior posterior = testing::empty_posterior(1);
  testing::common(posterior, Parameter::maturity_penalty) = {0.1};
  Scenario scenario = scenario_with(recorded_state("XXA"), posterior);
  scenario.parameters = {testing::given(Parameter::maturity_penalty, 0.7)};
  EXPECT_EQ(beginnings_of(scenario, Parameter::maturity_penalty, 1).values.front(), 0.7);
}

TEST(Posterior, of_the_panel_is_not_for_a_state_that_the_scenario_gives_whole) {
  Posterior posterior = testing::empty_posterior(1);
  testing::own(posterior, "XXA", Parameter::capacity_km2_per_year) = {4};
  StateData state = recorded_state("XXA");
  state.inline_state = true;
  EXPECT_NE(beginnings_of(scenario_with(state, posterior), Parameter::reduced_share, 1)
                .capacities.front(),
            4);
}

TEST(Posterior, draws_a_state_outside_the_panel_from_the_distribution_between_states) {
  Posterior posterior = testing::empty_posterior(2);
  testing::between(posterior, Parameter::reduced_share) = {{-1, 1}, {0.5, 0}};
  auto const seen = beginnings_of(scenario_with(recorded_state("XXA"), posterior),
                                  Parameter::reduced_share, 4000);
  double sum = 0;
  double squares = 0;
  for (std::size_t n = 0; n < seen.values.size(); n += 2) {
    double const logit = std::log(seen.values[n] / (1 - seen.values[n]));
    sum += logit;
    squares += (logit + 1) * (logit + 1);
    ASSERT_NEAR(seen.values[n + 1], 1 / (1 + std::exp(-1.0)), 1e-12) << "a row without spread";
  }
  EXPECT_NEAR(sum / 2000, -1, 5 * 0.5 / std::sqrt(2000.0));
  EXPECT_NEAR(std::sqrt(squares / 2000), 0.5, 5 * 0.5 / std::sqrt(4000.0));
}

TEST(Posterior, takes_capacity_from_the_largest_work_where_a_given_state_has_none) {
  Posterior posterior = testing::empty_posterior(1);
  testing::between(posterior, Parameter::capacity_km2_per_year) = {{std::log(0.25)}, {0}};
  StateData state = testing::simple_state("XXA", {.suspected_km2 = 100, .confirmed_km2 = 20}, 1);
  state.programme.clear();
  ASSERT_FALSE(make_plan(testing::scenario_of({state})).known.front().estimable());
  auto const seen = beginnings_of(scenario_with(state, posterior), Parameter::reduced_share, 5);
  ASSERT_EQ(seen.capacities.size(), 5U);
  for (std::size_t n = 0; n < 5; ++n) {
    EXPECT_NEAR(seen.capacities[n], 0.25 * seen.peaks[n], 1e-12 * seen.peaks[n]);
  }
}

TEST(Posterior, takes_medians_where_all_is_certain) {
  Posterior posterior = testing::empty_posterior(3);
  testing::common(posterior, Parameter::maturity_penalty) = {0.1, 0.6, 0.3};
  testing::own(posterior, "XXA", Parameter::capacity_km2_per_year) = {4, 9, 5};
  Scenario scenario = scenario_with(recorded_state("XXA"), posterior);
  scenario.certain = true;
  auto const seen = beginnings_of(scenario, Parameter::maturity_penalty, 2);
  EXPECT_EQ(seen.values, (std::vector<double>{0.3, 0.3}));
  EXPECT_EQ(seen.capacities, (std::vector<double>{5, 5}));
}

TEST(Posterior, starts_the_deviation_of_output_where_the_calibration_saw_it) {
  Posterior posterior = testing::empty_posterior(1);
  testing::own(posterior, "XXA", Parameter::capacity_km2_per_year) = {4};
  posterior.states["XXA"].log_deviation = {-0.75};
  auto const starts_at = [&](Scenario const& scenario) {
    return make_plan(scenario).countries.front().capacity.log_deviation.value;
  };
  Scenario scenario = scenario_with(recorded_state("XXA"), posterior);
  ASSERT_NE(starts_at(scenario), nullptr);
  EXPECT_EQ(*starts_at(scenario), -0.75);
  Scenario calm = scenario;
  calm.parameters = {testing::given(Parameter::log_deviation_sd, 0)};
  EXPECT_EQ(starts_at(calm), nullptr) << "the scenario supposes that nothing deviates";
  scenario.state_overrides["XXA"].stock.confirmed_km2 = testing::exactly(5);
  EXPECT_EQ(starts_at(scenario), nullptr) << "the stock is supposed, so is its time";
}

TEST(Posterior, stands_for_a_value_of_the_file_that_was_its_prior) {
  Posterior posterior = testing::empty_posterior(1);
  testing::own(posterior, "XXA", Parameter::confirmed_share) = {0.25};
  testing::common(posterior, Parameter::maturity_penalty) = {0.1};
  StateData state = recorded_state("XXA");
  state.programme = {testing::given(Parameter::confirmed_share, 0.5),
                     testing::given(Parameter::maturity_penalty, 0.7)};
  auto const scenario = scenario_with(state, posterior);
  EXPECT_EQ(beginnings_of(scenario, Parameter::confirmed_share, 1).values.front(), 0.25);
  EXPECT_EQ(beginnings_of(scenario, Parameter::maturity_penalty, 1).values.front(), 0.7)
      << "the file's value was not the prior of what all states share";
}

TEST(Posterior, merges_and_keeps_its_bits_at_any_width) {
  Posterior posterior = testing::empty_posterior(5);
  testing::common(posterior, Parameter::maturity_penalty) = {0.1, 0.2, 0.3, 0.4, 0.5};
  testing::own(posterior, "XXA", Parameter::capacity_km2_per_year) = {4, 5, 6, 7, 8};
  Plan const plan = make_plan(scenario_with(recorded_state("XXA"), posterior));
  auto const whole = run(plan, {.first = 0, .count = 100});
  auto parts = run(plan, {.first = 0, .count = 37});
  merge(parts, run(plan, {.first = 37, .count = 63}));
  EXPECT_TRUE(testing::same_counts(whole, parts));
  for (auto const set : {InstructionSet::sse42, InstructionSet::avx2, InstructionSet::avx512}) {
    if (available(set)) {
      EXPECT_TRUE(testing::same_counts(whole, run(plan, {.first = 0, .count = 100}, set)));
    }
  }
}

}  // namespace
}  // namespace minefree
