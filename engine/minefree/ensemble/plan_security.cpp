#include <algorithm>

#include <minefree/ensemble/plan.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree {
namespace {

constexpr int years_of_memory = 10;
constexpr double quiet_open_scale_years = 60;  // *prior*: a state at peace for ten years

std::vector<Spread> list_value(Scenario const& scenario, StateData const& state, Parameter id) {
  auto const* given = value_given(scenario, state, id);
  bool const stated = given && given->stated_by_scenario;
  if (scenario.certain && info(id).zero_when_certain && !stated)
    return std::vector<Spread>(3, Spread{0, 0, 0});
  return given ? given->values : info(id).fallback;
}

bool quiet_for_ten_years(std::vector<SecuritySpan> const& security, int origin) {
  for (int year = origin - years_of_memory + 1; year <= origin; ++year) {
    if (regime_of(security, year) != Regime::open) return false;
  }
  return true;
}

/// Years already spent in the regime of `year`, as far back as the record goes; at least one.
int years_in_regime(std::vector<SecuritySpan> const& security, int year) {
  Regime const regime = regime_of(security, year);
  int first_recorded = year;
  for (SecuritySpan const& span : security) first_recorded = std::min(first_recorded, span.from);
  int age = 1;
  while (year - age >= first_recorded && regime_of(security, year - age) == regime) ++age;
  return age;
}

/// Probability that a regime ends in its n-th year: Weibull dwell, a scale of 0 lasts for ever.
double end_probability(double scale_years, double shape, int age) {
  if (scale_years <= 0) return 0;
  auto const hazard = [&](int years) {
    return years == 0 ? 0.0 : numeric::exp(shape * numeric::log(years / scale_years));
  };
  return -numeric::expm1(hazard(age - 1) - hazard(age));
}

}  // namespace

model::SecurityPlan plan_security(Scenario const& scenario, StateData const& state,
                                  int first_year) {
  auto const security = security_known_at(state, scenario.origin);
  int const year_before = scenario.origin + first_year;
  model::SecurityPlan plan;
  plan.first_regime = static_cast<int>(regime_of(security, std::min(year_before, scenario.origin)));
  plan.years_in_first_regime = years_in_regime(security, std::min(year_before, scenario.origin));

  auto scale = list_value(scenario, state, Parameter::regime_scale_years);
  auto new_mines = list_value(scenario, state, Parameter::new_mines_per_year);
  if (quiet_for_ten_years(security, scenario.origin)) {
    bool const scale_given = value_given(scenario, state, Parameter::regime_scale_years) != nullptr;
    bool const mines_given = value_given(scenario, state, Parameter::new_mines_per_year) != nullptr;
    if (!scale_given && !scenario.certain)
      scale[0] = {quiet_open_scale_years, quiet_open_scale_years, quiet_open_scale_years};
    if (!mines_given) new_mines.assign(3, Spread{0, 0, 0});
  }
  auto const shape = list_value(scenario, state, Parameter::regime_shape);
  auto const output = list_value(scenario, state, Parameter::regime_output);
  auto const jumps = list_value(scenario, state, Parameter::regime_jumps);

  plan.ages = scenario.horizon - scenario.origin + 60;
  for (std::size_t regime = 0; regime < 3; ++regime) {
    plan.output[regime] = output[regime].best;
    plan.new_mines_probability[regime] = -numeric::expm1(-new_mines[regime].best);
    plan.jump_to_open[regime] = jumps[3 * regime].best;
    plan.jump_to_open_or_restricted[regime] = jumps[3 * regime].best + jumps[3 * regime + 1].best;
    for (int age = 1; age <= plan.ages; ++age) {
      plan.end_probability.push_back(end_probability(scale[regime].best, shape[regime].best, age));
    }
  }
  return plan;
}

void plan_security_years(Scenario const& scenario, StateData const& state,
                         model::CountryPlan& country) {
  auto const recorded = security_known_at(state, scenario.origin);
  auto const levers = scenario.security.find(state.code);
  for (std::size_t k = 0; k < country.years.size(); ++k) {
    int const year = scenario.origin + 1 + country.first_year + static_cast<int>(k);
    if (year <= scenario.origin) {
      country.years[k].forced_regime = static_cast<int>(regime_of(recorded, year));
    } else if (levers != scenario.security.end()) {
      auto const* lever = lever_in_force(levers->second, year);
      if (lever) country.years[k].forced_regime = static_cast<int>(lever->regime);
    }
  }
}

void plan_survey_years(Scenario const& scenario, StateData const& state,
                       model::CountryPlan& country) {
  auto const levers = scenario.survey.find(state.code);
  if (levers == scenario.survey.end()) return;
  for (std::size_t k = 0; k < country.years.size(); ++k) {
    int const year = scenario.origin + 1 + country.first_year + static_cast<int>(k);
    if (year <= scenario.origin) continue;
    if (auto const* lever = lever_in_force(levers->second, year))
      country.years[k].survey_intensity = lever->intensity;
  }
}

}  // namespace minefree
