#include <minefree/hindcast/vague.hpp>

#include <algorithm>

#include <gtest/gtest.h>
#include <support/build_scenario.hpp>

namespace minefree::hindcast {
namespace {

ParameterValue const& value_of(ParameterValues const& values, Parameter id) {
  return *std::ranges::find(values, id, &ParameterValue::id);
}

TEST(Vague, doubles_spreads_on_their_own_scale_and_keeps_medians) {
  auto scenario = testing::scenario_of({testing::closed_form_state("AGO")});
  double_the_spreads(scenario);
  auto const& discovery = value_of(scenario.parameters, Parameter::discovery_per_year);
  auto const& usual = info(Parameter::discovery_per_year).fallback.front();
  EXPECT_DOUBLE_EQ(discovery.values[0].best, usual.best);
  EXPECT_NEAR(discovery.values[0].low / usual.best,
              (usual.low / usual.best) * (usual.low / usual.best), 1e-12);
  auto const& share = value_of(scenario.parameters, Parameter::reduced_share).values[0];
  EXPECT_GT(share.low, 0);
  EXPECT_LT(share.high, 1);
  EXPECT_LT(share.low, info(Parameter::reduced_share).fallback.front().low);
}

TEST(Vague, leaves_certain_values_and_a_states_own_values_in_force) {
  auto state = testing::closed_form_state("AGO");
  state.inline_state = false;
  state.programme = {testing::given(Parameter::survey_preference, Spread{1, 2, 4})};
  auto scenario = testing::scenario_of({state});
  double_the_spreads(scenario);
  auto const& own = scenario.state_overrides.at("AGO").parameters;
  EXPECT_EQ(value_of(own, Parameter::survey_preference).values[0], (Spread{0.5, 2, 8}));
  EXPECT_EQ(std::ranges::find(scenario.parameters, Parameter::output_noise_sd, &ParameterValue::id),
            scenario.parameters.end());
}

}  // namespace
}  // namespace minefree::hindcast
