// Nothing that was published after the origin may change a forecast: cut away, it must not be
// missed. A forecast that looks ahead on purpose shows that the test would see it.

#include <algorithm>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <minefree/config/disk.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/hindcast/cases.hpp>
#include <minefree/hindcast/declarations.hpp>

namespace minefree::hindcast {
namespace {

constexpr int origin = 2017;

Scenario as_seen_from_2017() {
  auto outcome = config::read_scenario("scenarios/state-of-play-2017-base.yaml",
                                       config::disk_files(), "scenarios");
  EXPECT_TRUE(outcome) << outcome.problems.text();
  auto scenario = std::move(*outcome.value);
  scenario.horizon = 2029;
  scenario.targets = {2020};
  return scenario;
}

template <class Rows>
void cut_rows(Rows& rows) {
  std::erase_if(
      rows, [](auto const& row) { return row.source.published > origin + 1 || row.year > origin; });
}

/// Later declarations are not known, nor what was found after those that are.
void cut_declarations(std::vector<Declaration>& declarations) {
  std::erase_if(declarations, [](Declaration const& row) { return row.date.year > origin + 1; });
  for (Declaration& row : declarations) {
    if (row.affected_again && *row.affected_again > origin + 1) row.affected_again.reset();
  }
}

StateData without_the_future(StateData state) {
  cut_rows(state.history);
  cut_rows(state.casualties);
  cut_rows(state.people);
  cut_rows(state.donor_shares);
  if (state.funding) cut_rows(state.funding->years);
  std::erase_if(state.plans, [](OwnPlan const& plan) { return plan.published > origin + 1; });
  std::erase_if(state.security,
                [](SecuritySpan const& span) { return span.source.published > origin + 1; });
  std::erase_if(state.treaty.deadlines,
                [](GrantedDeadline const& deadline) { return deadline.granted > origin + 1; });
  cut_declarations(state.treaty.declarations);
  bool const declared_later = state.status.declared && state.status.declared->year > origin + 1;
  if (declared_later) state.status = {};
  return state;
}

std::vector<StateData> without_the_future(std::vector<StateData> states) {
  for (StateData& state : states) state = without_the_future(std::move(state));
  return states;
}

/// A point forecast of the stock in three years.
using Forecast = std::function<std::optional<double>(StateData const&)>;

/// Of how many states the forecast changes when the future is cut away.
int leaks(Forecast const& forecast, std::vector<StateData> const& states) {
  int count = 0;
  for (StateData const& state : states) {
    if (forecast(state) != forecast(without_the_future(state))) ++count;
  }
  return count;
}

TEST(Leak, no_simple_forecast_sees_the_future) {
  auto const scenario = as_seen_from_2017();
  for (Simple const simple : all_simple) {
    for (Variable const variable : {Variable::stock, Variable::release, Variable::casualties}) {
      auto const forecast = [&](StateData const& state) {
        return point_forecast(simple, what_was_known(state, origin), variable, 3);
      };
      EXPECT_EQ(leaks(forecast, scenario.states), 0) << name_of(simple) << name_of(variable);
    }
  }
}

TEST(Leak, a_forecast_that_looks_ahead_is_seen_to) {
  auto const scenario = as_seen_from_2017();
  auto const planted = [](StateData const& state) -> std::optional<double> {
    auto const later = stocks_of(history_after(state, origin));
    if (later.empty()) return std::nullopt;
    return later.front().total_km2();
  };
  EXPECT_GT(leaks(planted, scenario.states), 5);
}

TEST(Leak, no_forecast_from_a_states_own_record_sees_the_future) {
  for (StateData const& state : as_seen_from_2017().states) {
    auto const cut = without_the_future(state);
    for (auto const model : {linear_trend, unpooled_renewal}) {
      auto const whole = model(state, what_was_known(state, origin));
      auto const early = model(cut, what_was_known(cut, origin));
      for (std::size_t h = 0; h < scored_horizons.size(); ++h) {
        EXPECT_THAT(whole.stock[h].values(), ::testing::ElementsAreArray(early.stock[h].values()))
            << state.code;
      }
      EXPECT_THAT(whole.date.values(), ::testing::ElementsAreArray(early.date.values()));
    }
  }
}

TEST(Leak, no_fitted_spread_sees_the_future) {
  auto const states = as_seen_from_2017().states;
  auto const cut = without_the_future(states);
  FittedSpreads whole(states);
  FittedSpreads early(cut);
  for (Simple const simple : all_simple) {
    for (Variable const variable : {Variable::stock, Variable::release, Variable::casualties}) {
      for (int const ahead : scored_horizons) {
        EXPECT_EQ(whole.errors(simple, variable, ahead, origin),
                  early.errors(simple, variable, ahead, origin))
            << name_of(simple) << ' ' << name_of(variable) << ' ' << ahead;
      }
    }
  }
}

TEST(Leak, no_frequency_sees_the_future) {
  auto const states = as_seen_from_2017().states;
  auto const cut = without_the_future(states);
  EXPECT_EQ(deadlines_met_by(states, origin).came, deadlines_met_by(cut, origin).came);
  EXPECT_EQ(deadlines_met_by(states, origin).of, deadlines_met_by(cut, origin).of);
}

/// Declared in time before the origin, and affected again long after it.
StateData declared_early_and_affected_again(std::vector<StateData> const& states) {
  auto state = *std::ranges::find(states, "AGO", &StateData::code);
  state.status = {};
  state.treaty = {.party = true,
                  .deadlines = {{{2016, 3, 1}, 2006, {}}, {{2025, 12, 31}, 2022, {}}},
                  .declarations = {{.date = {2015, 5, 1}, .affected_again = 2021}}};
  return state;
}

TEST(Leak, no_outcome_sees_that_a_declared_state_was_affected_again_later) {
  auto const state = declared_early_and_affected_again(as_seen_from_2017().states);
  auto const cut = without_the_future(state);
  ASSERT_NE(state.treaty.declarations.front().affected_again,
            cut.treaty.declarations.front().affected_again);
  EXPECT_EQ(deadlines_met_by({state}, origin).came, 1) << "met in 2015, whatever came in 2021";
  EXPECT_EQ(deadlines_met_by({cut}, origin).came, 1);
  EXPECT_EQ(declared_known_at(state, origin), declared_known_at(cut, origin));
  EXPECT_EQ(what_was_known(state, origin).stock.has_value(),
            what_was_known(cut, origin).stock.has_value());
  for (int target = 2015; target <= origin; ++target) {
    auto const question = *known_by(origin, target - 1, target);
    EXPECT_EQ(recorded_stock(state, question).has_value(),
              recorded_stock(cut, question).has_value())
        << target;
  }
  auto const by_the_status_of_today = [](StateData const& of) -> std::optional<double> {
    return declared(of) ? 1 : 0;
  };
  EXPECT_EQ(leaks(by_the_status_of_today, {state}), 1) << "the mistake that was mended";
}

TEST(Leak, the_engine_does_not_see_the_future) {
  auto const whole = as_seen_from_2017();
  auto early = whole;
  early.states = without_the_future(early.states);
  auto const whole_plan = make_plan(whole);
  auto const early_plan = make_plan(early);
  ASSERT_EQ(whole_plan.countries.size(), early_plan.countries.size());
  auto const whole_samples = simulate_samples(whole_plan, {.first = 0, .count = 20});
  auto const early_samples = simulate_samples(early_plan, {.first = 0, .count = 20});
  for (std::size_t k = 0; k < whole_samples.size(); ++k) {
    EXPECT_EQ(whole_samples[k].stock, early_samples[k].stock) << whole_plan.countries[k].code;
    EXPECT_EQ(whole_samples[k].declared_at, early_samples[k].declared_at);
  }
}

TEST(Samples, are_those_of_the_reference_engine) {
  auto const scenario = as_seen_from_2017();
  auto const plan = make_plan(scenario);
  auto const samples = simulate_samples(plan, {.first = 0, .count = 50});
  auto const counts = run_reference(plan, {.first = 0, .count = 50});
  for (std::size_t k = 0; k < samples.size(); ++k) {
    double left = 0;
    for (double const km2 : samples[k].stock[1]) left += km2;
    EXPECT_NEAR(left, static_cast<double>(counts.states[k].remaining_m2[2]) * 1e-6, 1e-3);
    double released = 0;
    for (double const km2 : samples[k].release[0]) released += km2;
    auto const& of = counts.states[k];
    EXPECT_NEAR(
        released,
        static_cast<double>(of.cancelled_m2[0] + of.reduced_m2[0] + of.cleared_m2[0]) * 1e-6, 1e-3);
  }
}

}  // namespace
}  // namespace minefree::hindcast
