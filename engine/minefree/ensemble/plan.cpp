#include <minefree/ensemble/plan.hpp>

#include <algorithm>

#include <minefree/ensemble/plan_posterior.hpp>
#include <minefree/model/purposes.hpp>

namespace minefree {
namespace {

constexpr double largest_multiple_of_initial_area = 20;
constexpr double smallest_area_km2 = 500e-6;
constexpr double smallest_money_musd = 0.001;
constexpr double largest_money_musd = 10000;
constexpr double smallest_count = 0.5;
constexpr double largest_count = 1e6;

bool stock_by_hand(model::LandPlan const& land) {
  return land.confirmed_by_hand || land.suspected_by_hand;
}

/// The programme's first year, counted from origin + 1: after the newest stock, or where the
/// scenario starts it.
int first_year_of(Scenario const& scenario, StateData const& state, KnownState const& known,
                  model::LandPlan const& land) {
  auto const* override_ = override_of(scenario, state.code);
  if (override_ && override_->starts) return *override_->starts - (scenario.origin + 1);
  if (stock_by_hand(land) || !known.stock) return 0;
  return known.stock->year - scenario.origin;
}

model::KnownRelease known_release(YearFigures const& year) {
  model::KnownRelease release;
  auto const value = [](std::optional<Figure> const& figure) {
    return figure ? figure->value : 0.0;
  };
  release.cancelled_km2 = value(year.cancelled_km2);
  release.reduced_km2 = value(year.reduced_km2);
  release.cleared_km2 = value(year.cleared_km2);
  double const parts = release.cancelled_km2 + release.reduced_km2 + release.cleared_km2;
  release.unsplit_km2 = std::max(0.0, value(year.released_km2) - parts);
  release.known = released_km2(year).has_value();
  return release;
}

void plan_years(Scenario const& scenario, StateData const& state, KnownState const& known,
                model::CountryPlan& country) {
  int const years = scenario.horizon - scenario.origin - country.first_year;
  country.years.resize(static_cast<std::size_t>(std::max(years, 0)));
  for (std::size_t k = 0; k < country.years.size(); ++k) {
    int const year = scenario.origin + 1 + country.first_year + static_cast<int>(k);
    auto const figures = std::ranges::find(known.history, year, &YearFigures::year);
    if (year <= scenario.origin && figures != known.history.end()) {
      country.years[k].known_release = known_release(*figures);
    }
  }
  plan_security_years(scenario, state, country);
  plan_survey_years(scenario, state, country);
}

model::TreatyPlan plan_treaty(Scenario const& scenario, StateData const& state) {
  auto const* override_ = override_of(scenario, state.code);
  auto const deadline = override_ && override_->deadline
                            ? override_->deadline
                            : deadline_known_at(state.treaty, scenario.origin);
  if (!deadline) return {};
  return {.has_deadline = true,
          .deadline = decimal_year_at_end_of(*deadline) - (scenario.origin + 1)};
}

model::CountryPlan plan_country(Scenario const& scenario, StateData const& state,
                                KnownState const& known) {
  model::CountryPlan country;
  country.code = state.code;
  country.address = model::state_code(state.code);
  country.parameters = plan_parameters(scenario, state, known);
  country.land = plan_land(scenario, state, known);
  country.capacity = plan_capacity(scenario, state, known);
  plan_posterior(scenario, state, known, country);
  country.first_year = first_year_of(scenario, state, known, country.land);
  country.security = plan_security(scenario, state, country.first_year);
  country.treaty = plan_treaty(scenario, state);
  plan_years(scenario, state, known, country);
  country.optional = plan_optional_parts(scenario, state);
  return country;
}

/// A parameter is drawn for all states as soon as one of them, or the world, has a spread for it.
void plan_common_draws(Plan& plan) {
  plan.world.common_draws = plan.world.parameters.uncertain;
  for (model::CountryPlan const& country : plan.countries) {
    for (std::size_t k = 0; k < parameter_count; ++k) {
      plan.world.common_draws[k] = plan.world.common_draws[k] || country.parameters.uncertain[k];
    }
  }
}

StateBins plan_bins(model::LandPlan const& land) {
  double initial = land.confirmed_km2 + land.suspected_km2 + land.unsplit_km2;
  if (land.confirmed_by_hand) initial += land.confirmed_by_hand->best;
  if (land.suspected_by_hand) initial += land.suspected_by_hand->best;
  double const largest = largest_multiple_of_initial_area * std::max(initial, 1.0);
  return {.area_km2 = numeric::make_log_bins(smallest_area_km2, largest, 0.01),
          .money_musd = numeric::make_log_bins(smallest_money_musd, largest_money_musd, 0.03),
          .count = numeric::make_log_bins(smallest_count, largest_count, 0.03)};
}

/// Mined land left behind by a completion, in no record, km2; *prior*, from what Mozambique,
/// Guinea-Bissau and others found later (docs/model.md, step 10).
constexpr Spread left_after_completion_km2{0.03, 0.3, 3};

/// A state that was complete by the origin: only its residual phase is simulated.
model::CountryPlan plan_declared_country(Scenario const& scenario, StateData const& state,
                                         KnownState const& known) {
  model::CountryPlan country;
  country.code = state.code;
  country.address = model::state_code(state.code);
  country.declared_at = decimal_year_at_end_of(*state.status.declared) - (scenario.origin + 1);
  country.parameters = plan_parameters(scenario, state, known);
  plan_posterior(scenario, state, known, country);
  auto const capacity = static_cast<std::size_t>(Parameter::capacity_km2_per_year);
  country.parameters.spread[capacity] =
      country.parameters.spread[static_cast<std::size_t>(Parameter::min_capacity_km2_per_year)];
  country.parameters.uncertain[capacity] = false;
  country.parameters.drawn[capacity] = {};
  country.capacity = {.estimated = false};
  country.land.reported = false;
  bool const given = value_given(scenario, state, Parameter::undiscovered_km2) != nullptr;
  auto const undiscovered = static_cast<std::size_t>(Parameter::undiscovered_km2);
  country.land.undiscovered_by_hand =
      given ? country.parameters.spread[undiscovered]
            : (scenario.certain
                   ? numeric::TwoPiece{.best = left_after_completion_km2.best}
                   : numeric::two_piece(left_after_completion_km2, numeric::SpreadShape::positive));
  country.security = plan_security(scenario, state, 0);
  plan_years(scenario, state, known, country);
  country.optional = plan_optional_parts(scenario, state);
  return country;
}

void add_declared_countries(Scenario const& scenario, Plan& plan) {
  if (!scenario.outputs.residual) return;
  for (std::size_t k = 0; k < scenario.states.size(); ++k) {
    if (!plan.known[k].complete) continue;
    plan.countries.push_back(plan_declared_country(scenario, scenario.states[k], plan.known[k]));
    plan.bins.push_back(plan_bins(plan.countries.back().land));
    plan.state_index.push_back(k);
  }
}

}  // namespace

Plan make_plan(Scenario const& scenario) {
  DonorMatrices matrices;
  return make_plan(scenario, matrices);
}

Plan make_plan(Scenario const& scenario, DonorMatrices& matrices) {
  Plan plan;
  plan.world.seed = scenario.seed;
  plan.world.origin = scenario.origin;
  plan.world.years = scenario.horizon - scenario.origin;
  plan.world.first_year = -oldest_usable_stock_years;
  plan.posterior = scenario.posterior;
  if (scenario.posterior) {
    plan.world.calibration_rows = static_cast<std::uint32_t>(scenario.posterior->draws);
  }
  plan.world.parameters = plan_world_parameters(scenario);
  plan_world_posterior(scenario, plan.world.parameters);
  plan.world.reallocate_share = scenario.funding.reallocate_share;
  plan.targets = scenario.targets;
  plan.trajectories = scenario.trajectories;

  std::vector<StateData const*> estimable;
  for (std::size_t k = 0; k < scenario.states.size(); ++k) {
    StateData const& state = scenario.states[k];
    plan.known.push_back(known_at_origin(state, scenario));
    if (!plan.known.back().estimable()) continue;
    estimable.push_back(&state);
    plan.countries.push_back(plan_country(scenario, state, plan.known.back()));
    plan.bins.push_back(plan_bins(plan.countries.back().land));
    plan.state_index.push_back(k);
  }
  plan.affected = plan.countries.size();
  plan_funding(scenario, estimable, matrices.of(scenario), plan);
  plan.donor_matrices = matrices;
  add_declared_countries(scenario, plan);
  plan_common_draws(plan);
  plan.asks_for_parts = std::ranges::any_of(
      plan.countries, [](model::CountryPlan const& country) { return country.optional.asked(); });
  return plan;
}

}  // namespace minefree
