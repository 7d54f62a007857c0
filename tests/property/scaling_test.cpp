// Twice the land and twice the capacity finish on the same day.
#include <gtest/gtest.h>

#include <support/random_scenario.hpp>
#include <support/simulate.hpp>

namespace minefree {
namespace {

using testing::CompletionDates;

constexpr double factor = 2;  // a power of two, so that floats round alike

void multiply(std::optional<double>& figure) {
  if (figure) *figure *= factor;
}

void multiply(std::optional<Spread>& quantity) {
  if (quantity)
    quantity = Spread{factor * quantity->low, factor * quantity->best, factor * quantity->high};
}

void multiply(InitialStock& stock) {
  multiply(stock.confirmed_km2);
  multiply(stock.suspected_km2);
  multiply(stock.undiscovered_km2);
}

void multiply(HistoryRow& row) {
  for (auto* figure : {&row.confirmed_km2, &row.suspected_km2, &row.contamination_km2,
                       &row.cleared_km2, &row.reduced_km2, &row.cancelled_km2, &row.released_km2,
                       &row.discovered_km2, &row.confirmed_by_survey_km2}) {
    multiply(*figure);
  }
}

/// Gives a state a parameter of its own, as many times its usual value; nothing if it has none.
void multiply(Scenario& scenario, StateData const& state, Parameter id, double by) {
  auto const* value = value_given(scenario, state, id);
  auto const& fallback = info(id).fallback;
  if (!value && fallback.empty()) return;
  Spread const spread = value ? value->values.front() : fallback.front();
  auto changed = testing::given(id, Spread{by * spread.low, by * spread.best, by * spread.high});
  changed.stated_by_scenario = value && value->stated_by_scenario;
  auto& own = scenario.state_overrides[state.code].parameters;
  std::erase_if(own, [id](ParameterValue const& present) { return present.id == id; });
  own.push_back(changed);
}

Scenario with_all_areas_doubled(Scenario scenario) {
  for (StateData& state : scenario.states) {
    for (Parameter const id : {Parameter::capacity_km2_per_year, Parameter::undiscovered_km2,
                               Parameter::undiscovered_area_km2, Parameter::new_mines_km2,
                               Parameter::min_capacity_km2_per_year, Parameter::relapse_area_km2,
                               Parameter::relapse_km2}) {
      multiply(scenario, state, id, factor);
    }
    multiply(scenario, state, Parameter::cost_musd_per_km2, 1 / factor);  // the money is the same
    multiply(state.initial);
    for (HistoryRow& row : state.history) multiply(row);
  }
  for (auto& [code, supposed] : scenario.state_overrides) multiply(supposed.stock);
  return scenario;
}

/// Dates, and which of them hang on the one area that does not grow with the others: less than 500
/// m2 count as none, so a remnant near that size may count in one scenario and not in the other.
template <class R>
struct DatesAndRemnants : CompletionDates<R> {
  explicit DatesAndRemnants(Plan const& plan)
      : CompletionDates<R>(plan), had_remnant(plan.countries.size()), now(plan.countries.size()) {}

  void started(std::size_t country, model::CountryState<R> const&) { now[country] = false; }
  void lived(std::size_t country, int, model::CountryState<R> const& state,
             model::Released<R> const&) {
    double const left = state.land.suspected_km2 + state.land.confirmed_km2;
    if (left > 0 && left <= 2 * factor * counts_as_done_km2) now[country] = true;
  }
  void ended(model::Batch<R> const& batch) {
    CompletionDates<R>::ended(batch);
    for (std::size_t k = 0; k < now.size(); ++k) had_remnant[k].push_back(now[k]);
  }

  std::vector<std::vector<bool>> had_remnant;  // [country][trajectory]
  std::vector<bool> now;
};

DatesAndRemnants<double> dates_of(Scenario const& scenario) {
  Plan const plan = make_plan(scenario);
  DatesAndRemnants<double> dates(plan);
  testing::simulate<double>(plan, {.first = 0, .count = 40}, dates);
  return dates;
}

TEST(Scaling, twice_the_land_and_capacity_finish_on_the_same_day) {
  int compared = 0;
  int left_out = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Scenario const scenario = testing::random_scenario(seed, testing::Money::shared);
    auto const once = dates_of(scenario);
    auto const twice = dates_of(with_all_areas_doubled(scenario));
    for (std::size_t k = 0; k < once.of_country.size(); ++k) {
      for (std::size_t n = 0; n < once.of_country[k].size(); ++n) {
        if (once.had_remnant[k][n] || twice.had_remnant[k][n]) {
          ++left_out;
          continue;
        }
        ++compared;
        ASSERT_NEAR(once.of_country[k][n], twice.of_country[k][n], 1e-9)
            << "seed " << seed << ", state " << scenario.states[k].code << ", trajectory " << n;
      }
    }
  }
  EXPECT_GT(compared, 3000);
  EXPECT_LT(left_out, compared / 20);
}

TEST(Scaling, twice_the_land_alone_finishes_later) {
  auto const scenario = testing::scenario_of({testing::closed_form_state("XXA")});
  auto twice_the_land = scenario;
  multiply(twice_the_land.states.front().initial);
  auto const once = dates_of(scenario);
  auto const twice = dates_of(twice_the_land);
  for (std::size_t n = 0; n < once.of_country.front().size(); ++n) {
    EXPECT_LT(once.of_country.front()[n], twice.of_country.front()[n]);
  }
}

}  // namespace
}  // namespace minefree
