#include <minefree/hindcast/mixed_plans.hpp>

#include <algorithm>
#include <set>

#include <minefree/hindcast/forecast_land.hpp>

namespace minefree::hindcast {
namespace {

model::CountryPlan* country_of(Plan& plan, std::string const& code) {
  auto const found = std::ranges::find(plan.countries, code, &model::CountryPlan::code);
  return found == plan.countries.end() ? nullptr : &*found;
}

StateData const* state_of(Scenario const& scenario, std::string const& code) {
  auto const found = std::ranges::find(scenario.states, code, &StateData::code);
  return found == scenario.states.end() ? nullptr : &*found;
}

KnownState const& known_of(Plan const& plan, Scenario const& scenario, std::string const& code) {
  auto const* const state = state_of(scenario, code);
  return plan.known[static_cast<std::size_t>(state - scenario.states.data())];
}

/// A spread that a plan can draw from; one that touches zero is taken at its median.
numeric::TwoPiece drawn_from(Spread const& spread) {
  if (spread.low <= 0 || spread.low == spread.high) return {.best = spread.best};
  return numeric::two_piece(spread, numeric::SpreadShape::positive);
}

double recorded_km2(model::LandPlan const& land) {
  return land.confirmed_km2 + land.suspected_km2 + land.unsplit_km2;
}

bool by_hand(model::LandPlan const& land) {
  return land.confirmed_by_hand || land.suspected_by_hand;
}

StockMovement stock_movement(std::string const& code, KnownState const& known, int origin,
                             ForecastLand const& forecast) {
  StockMovement moved{.state = code, .year = known.stock->year};
  moved.reported_km2 = known.stock->total_km2();
  moved.forecast_km2 = forecast.total_km2();
  for (int year = origin + 1; year <= moved.year; ++year) {
    ++moved.years_since;
    auto const figures = std::ranges::find(known.history, year, &YearFigures::year);
    auto const expected = forecast.released_km2.find(year);
    if (figures == known.history.end() || expected == forecast.released_km2.end()) continue;
    auto const released = released_km2(*figures);
    if (!released) continue;
    ++moved.years_reported;
    moved.reported_release_km2 += *released;
    moved.forecast_release_km2 += expected->second;
  }
  return moved;
}

/// The part of a state's money that was known at an origin.
void forget_money_after(int origin, StateData& state) {
  if (state.funding) {
    std::erase_if(state.funding->years, [=](FundingYear const& row) {
      return row.year > origin || !admissible(row.source, origin);
    });
  }
  std::erase_if(state.donor_shares, [=](DonorYear const& row) {
    return row.year > origin || !admissible(row.source, origin);
  });
}

/// The earlier scenario with the later one's years; `with_money`: and with its money.
Scenario moved_on(TwoVintages const& vintages, bool with_money) {
  auto const& [earlier, later] = vintages;
  Scenario scenario = earlier;
  scenario.origin = later.origin;
  scenario.horizon = std::max(earlier.horizon, later.horizon);
  scenario.targets = later.targets;
  scenario.states.clear();
  for (StateData state : later.states) {
    auto const* const then = state_of(earlier, state.code);
    if (!then) continue;
    if (!with_money) {
      state.funding = then->funding;
      state.donor_shares = then->donor_shares;
      forget_money_after(earlier.origin, state);
    }
    scenario.states.push_back(std::move(state));
  }
  if (with_money) {
    scenario.funding = later.funding;
    scenario.price_index = later.price_index;
  }
  return scenario;
}

/// The parts of a plan that say what is thought to lie in no record.
void take_hidden(model::CountryPlan const& from, model::CountryPlan& country) {
  constexpr auto k = static_cast<std::size_t>(Parameter::undiscovered_km2);
  country.parameters.spread[k] = from.parameters.spread[k];
  country.parameters.uncertain[k] = from.parameters.uncertain[k];
  country.parameters.drawn[k] = from.parameters.drawn[k];
  country.land.undiscovered_calibrated = from.land.undiscovered_calibrated;
  country.land.undiscovered_by_hand = from.land.undiscovered_by_hand;
  country.land.undiscovered_ratio = from.land.undiscovered_ratio;
  country.land.yearly_finds_km2 = from.land.yearly_finds_km2;
  country.land.finds_weight = from.land.finds_weight;
}

/// Everything of the earlier forecast. `forecast`: where its land has come to; nothing where the
/// newest stock is still the same.
void take_earlier(model::CountryPlan const& earlier, std::optional<ForecastLand> const& forecast,
                  model::CountryPlan& country) {
  country.parameters = earlier.parameters;
  country.capacity = earlier.capacity;
  country.capacity.log_deviation = {};  // known at the earlier origin only
  country.security = earlier.security;
  country.land = earlier.land;
  if (forecast) {
    country.land.undiscovered_calibrated = false;
    country.land.undiscovered_by_hand = drawn_from(forecast->undiscovered_km2);
  }
  for (std::size_t k = 0; k < country.years.size(); ++k) {
    bool const before_origin = country.first_year + static_cast<int>(k) < 0;
    if (before_origin) country.years[k].forced_regime = -1;
  }
}

/// So much land, of the kind that the forecast has or, where it has none left, of the report's.
void put_stock(double km2, std::optional<ForecastLand> const& forecast,
               model::LandPlan const& reported, model::LandPlan& land) {
  double const whole = forecast ? forecast->total_km2() : recorded_km2(land);
  if (forecast && whole > counts_as_done_km2) {
    land.confirmed_km2 = km2 * forecast->confirmed_km2 / whole;
    land.suspected_km2 = km2 * forecast->suspected_km2 / whole;
    land.unsplit_km2 = 0;
    return;
  }
  bool const own = !forecast && whole > 0;
  double const of_report = recorded_km2(reported);
  double const factor = own ? km2 / whole : (of_report > 0 ? km2 / of_report : 0);
  model::LandPlan const& kind = own ? land : reported;
  land.confirmed_km2 = factor * kind.confirmed_km2;
  land.suspected_km2 = factor * kind.suspected_km2;
  land.unsplit_km2 = factor * kind.unsplit_km2;
}

void put_reported_stock(model::LandPlan const& reported, model::LandPlan& land) {
  land.confirmed_km2 = reported.confirmed_km2;
  land.suspected_km2 = reported.suspected_km2;
  land.unsplit_km2 = reported.unsplit_km2;
}

/// A country of the earlier forecast at the later origin, with all inputs up to this step
/// exchanged; money came with its plan.
void exchange(Step step, StockMovement const& moved, std::optional<ForecastLand> const& forecast,
              model::CountryPlan const& now, model::CountryPlan& country) {
  if (step == Step::time) {
    for (auto& year : country.years) year.known_release = {};
  }
  if (step >= Step::kind) {
    put_reported_stock(now.land, country.land);
  } else {
    double const km2 = step == Step::time      ? moved.forecast_km2
                       : step == Step::release ? moved.after_release_km2()
                                               : moved.reported_km2;
    put_stock(km2, forecast, now.land, country.land);
  }
  if (step >= Step::hidden) take_hidden(now, country);
}

void keep_countries(std::set<std::string> const& codes, Plan& plan) {
  std::size_t kept = 0;
  for (std::size_t k = 0; k < plan.affected; ++k) {
    if (!codes.contains(plan.countries[k].code)) continue;
    plan.countries[kept] = plan.countries[k];
    plan.bins[kept] = plan.bins[k];
    plan.state_index[kept] = plan.state_index[k];
    ++kept;
  }
  plan.affected = kept;
  plan.countries.resize(kept);
  plan.bins.resize(kept);
  plan.state_index.resize(kept);
}

}  // namespace

std::string_view name_of(Step step) {
  switch (step) {
    case Step::engine:
      return "engine";
    case Step::time:
      return "time";
    case Step::release:
      return "release";
    case Step::area:
      return "area";
    case Step::kind:
      return "kind";
    case Step::hidden:
      return "hidden";
    case Step::money:
      return "money";
    case Step::parameters:
      break;
  }
  return "parameters";
}

double StockMovement::after_release_km2() const {
  if (years_reported == 0) return forecast_km2;
  return std::max(0.0, forecast_km2 - (reported_release_km2 - forecast_release_km2));
}

MixedPlans mixed_plans(TwoVintages const& vintages) {
  MixedPlans mixed;
  Scenario earlier = vintages.earlier;
  earlier.horizon = std::max(vintages.earlier.horizon, vintages.later.horizon);
  mixed.earlier = make_plan(earlier);
  mixed.later = make_plan(vintages.later);
  auto const without_money = moved_on(vintages, false);
  auto const with_money = moved_on(vintages, true);
  for (std::size_t k = 0; k < mixed.between.size(); ++k) {
    bool const money = k + 1 == mixed.between.size();
    mixed.between[k] = make_plan(money ? with_money : without_money);
  }

  int const years_between = vintages.later.origin - earlier.origin;
  auto const futures = futures_until(vintages.later.origin, earlier);
  std::set<std::string> exchanged;
  for (std::size_t k = 0; k < mixed.earlier.affected; ++k) {
    auto const& then = mixed.earlier.countries[k];
    auto* const now = country_of(mixed.later, then.code);
    if (!now) continue;
    auto const leave_out = [&](std::string why) {
      mixed.left_out.emplace_back(then.code, std::move(why));
    };
    auto const& known = known_of(mixed.later, vintages.later, then.code);
    if (by_hand(then.land) || by_hand(now->land)) {
      leave_out("a scenario gives its stock, so that none is reported");
      continue;
    }
    bool const is_new = known.stock->year > earlier.origin;
    if (!is_new && known.stock->year - vintages.later.origin != then.first_year - years_between) {
      leave_out("no stock of a year since is reported");
      continue;
    }
    bool const everywhere = std::ranges::all_of(
        mixed.between, [&](Plan& plan) { return country_of(plan, then.code) != nullptr; });
    if (!everywhere) {
      leave_out("what the earlier scenario supposes of it does not fit the later record");
      continue;
    }

    std::optional<ForecastLand> forecast;
    StockMovement moved{.state = then.code, .year = known.stock->year};
    if (is_new) {
      forecast = forecast_land(futures, k, known.stock->year);
      moved = stock_movement(then.code, known, earlier.origin, *forecast);
    } else {
      moved.forecast_km2 = recorded_km2(then.land);
      moved.reported_km2 = recorded_km2(now->land);
    }
    for (std::size_t place = 0; place < mixed.between.size(); ++place) {
      auto& country = *country_of(mixed.between[place], then.code);
      take_earlier(then, forecast, country);
      exchange(all_steps[place + 1], moved, forecast, *now, country);
    }
    mixed.stocks.push_back(moved);
    exchanged.insert(then.code);
  }
  for (Plan& plan : mixed.between) {
    auto& draws = plan.world.common_draws;
    for (std::size_t k = 0; k < draws.size(); ++k) {
      draws[k] = draws[k] || mixed.earlier.world.common_draws[k];
    }
    // Where finished states hand money on, the others must be there.
    if (plan.world.reallocate_share == 0) keep_countries(exchanged, plan);
  }
  return mixed;
}

}  // namespace minefree::hindcast
