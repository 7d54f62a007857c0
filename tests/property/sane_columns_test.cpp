// After any step of any scenario no column is negative, infinite or not a number.
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include <support/random_scenario.hpp>
#include <support/simulate.hpp>

namespace minefree {
namespace {

template <class R>
class Inspector : public testing::Onlooker<R> {
 public:
  void lived(std::size_t country, int year, model::CountryState<R> const& state,
             model::Released<R> const& released) {
    where_ = "country " + std::to_string(country) + ", year " + std::to_string(year);
    amount("suspected_km2", state.land.suspected_km2);
    amount("confirmed_km2", state.land.confirmed_km2);
    amount("undiscovered_km2", state.land.undiscovered_km2);
    amount("capacity_km2_per_year", state.programme.capacity_km2_per_year);
    amount("peak_work_km2", state.programme.peak_work_km2);
    for (R const work : state.programme.recent_work_km2) amount("recent_work_km2", work);
    number("log_deviation", state.programme.log_deviation);
    amount("mean_musd", state.money.mean_musd);
    amount("funding_musd", state.money.funding_musd);
    amount("unspent_musd", state.money.unspent_musd);
    number("recipient_deviation", state.money.recipient_deviation);
    number("national_deviation", state.money.national_deviation);
    amount("cancelled_km2", released.cancelled_km2);
    amount("reduced_km2", released.reduced_km2);
    amount("cleared_km2", released.cleared_km2);
    amount("discovered_km2", released.discovered_km2);
    amount("newly_mined_km2", released.newly_mined_km2);
    amount("output", state.security.output);
    amount("extensions", state.completion.extensions);
    number("deadline", state.completion.deadline);
    number("completed_at", state.completion.completed_at);  // negative: complete before the origin
    amount("reopened_at", state.completion.reopened_at);
    amount("undiscovered_at_declaration_km2", state.completion.undiscovered_at_declaration_km2);
    not_above("unspent_musd", state.money.unspent_musd, state.money.funding_musd);
    not_above("completed_at", state.completion.completed_at, state.completion.declared_at);
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      int const regime = numeric::lane(state.security.regime, i);
      if (regime < 0 || regime > 2) complain("regime", regime);
      if (numeric::lane(state.security.years_in_regime, i) < 1) complain("years_in_regime", 0);
    }
  }

  std::string first_complaint;

 private:
  void complain(std::string const& column, double value) {
    if (first_complaint.empty())
      first_complaint = column + " is " + std::to_string(value) + " in " + where_;
  }
  void number(char const* column, R value) {
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      auto const one = static_cast<double>(numeric::lane(value, i));
      if (!std::isfinite(one)) complain(column, one);
    }
  }
  void amount(char const* column, R value) {
    number(column, value);
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      auto const one = static_cast<double>(numeric::lane(value, i));
      if (one < 0) complain(column, one);
    }
  }
  void not_above(char const* column, R small, R large) {
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      auto const excess = static_cast<double>(numeric::lane(small, i)) -
                          static_cast<double>(numeric::lane(large, i));
      if (excess > 0) complain(std::string(column) + " above its bound, by an amount that", excess);
    }
  }

  std::string where_;
};

template <class R>
std::string first_complaint(Scenario const& scenario) {
  Plan const plan = make_plan(scenario);
  EXPECT_EQ(plan.countries.size(), scenario.states.size());
  Inspector<R> inspector;
  testing::simulate<R>(plan, {.first = 0, .count = 32}, inspector);
  return inspector.first_complaint;
}

TEST(Columns, are_never_negative_infinite_or_nan_in_random_scenarios) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    EXPECT_EQ(first_complaint<numeric::Lanes<8>>(testing::random_scenario(seed)), "")
        << "seed " << seed;
  }
}

TEST(Columns, are_never_negative_infinite_or_nan_when_donors_share_out_what_finished_states_leave) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    auto const scenario = testing::random_scenario(seed, testing::Money::shared);
    EXPECT_EQ(first_complaint<numeric::Lanes<8>>(scenario), "") << "seed " << seed;
    EXPECT_EQ(first_complaint<double>(scenario), "") << "seed " << seed;
  }
}

// Values at the ends of their ranges, where a division by zero would lie.
TEST(Columns, stay_sane_at_the_ends_of_the_ranges_of_the_parameters) {
  struct Extreme {
    Parameter parameter;
    double value;
  };
  for (auto const [parameter, value] : {Extreme{Parameter::survey_cost_ratio, 0},
                                        {Parameter::survey_cost_ratio, 10},
                                        {Parameter::technical_survey_cost_ratio, 0},
                                        {Parameter::confirmed_share, 0},
                                        {Parameter::confirmed_share, 1},
                                        {Parameter::reduced_share, 1},
                                        {Parameter::reduced_share, 0},
                                        {Parameter::capacity_km2_per_year, 0},
                                        {Parameter::survey_preference, 0},
                                        {Parameter::pause_probability, 1},
                                        {Parameter::blocked_share, 1},
                                        {Parameter::maturity_penalty, 5},
                                        {Parameter::funding_elasticity, 5},
                                        {Parameter::undiscovered_km2, 0},
                                        {Parameter::discovery_per_year, 10},
                                        {Parameter::undiscovered_area_km2, 1e4},
                                        {Parameter::hiring_speed, 1},
                                        {Parameter::firing_speed, 1},
                                        {Parameter::log_deviation_autocorrelation, 1},
                                        {Parameter::resurvey_share, 1},
                                        {Parameter::min_capacity_km2_per_year, 0},
                                        {Parameter::cost_musd_per_km2, 0},
                                        {Parameter::relapse_per_year, 10},
                                        {Parameter::new_mines_km2, 0}}) {
    StateData state = testing::closed_form_state("XXA");
    state.initial.undiscovered_km2.reset();
    Scenario scenario = testing::scenario_of({state});
    scenario.state_overrides["XXA"].parameters = {testing::given(parameter, value)};
    EXPECT_EQ(first_complaint<numeric::Lanes<8>>(scenario), "")
        << info(parameter).key << " = " << value;
    // A cheap technical survey that reduces everything leaves nothing to pay for.
    scenario.state_overrides["XXA"].parameters.push_back(
        testing::given(Parameter::technical_survey_cost_ratio, 0.0));
    scenario.state_overrides["XXA"].parameters.push_back(
        testing::given(Parameter::reduced_share, 1.0));
    EXPECT_EQ(first_complaint<double>(scenario), "")
        << info(parameter).key << " = " << value << ", free processing";
  }
}

TEST(Columns, stay_sane_with_no_land_and_no_money) {
  StateData nothing = testing::simple_state("XXA", {}, 1);
  StateData poor = testing::simple_state("XXB", {.suspected_km2 = 10, .confirmed_km2 = 1}, 1);
  poor.funding = FundingData{.international_musd = 3};
  Scenario scenario = testing::scenario_of({nothing, poor});
  scenario.funding.recipients["XXB"] = {{.shape = FundingShape::set_musd, .value = 0}};
  EXPECT_EQ(first_complaint<numeric::Lanes<8>>(scenario), "");
  EXPECT_EQ(first_complaint<double>(scenario), "");
}

}  // namespace
}  // namespace minefree
