#include <minefree/domain/estimability.hpp>

#include <algorithm>

namespace minefree {
namespace {

ParameterValue const* find_value(ParameterValues const& values, Parameter id) {
  auto const found = std::ranges::find(values, id, &ParameterValue::id);
  return found == values.end() ? nullptr : &*found;
}

bool declared_by(Status const& status, int origin) {
  return status.kind == StatusKind::declared && status.declared && status.declared->year <= origin;
}

bool gives_stock(InitialStock const& stock) { return stock.confirmed_km2 || stock.suspected_km2; }

void add_reasons(StateData const& state, bool stock_given, bool capacity_given, int origin,
                 KnownState& known) {
  bool const supposed = known.conditional && stock_given;
  if (state.status.kind == StatusKind::not_estimable && !supposed) {
    known.reasons = state.status.reasons;
    if (known.reasons.empty()) known.reasons.push_back("the state file marks it as not estimable");
    return;
  }
  if (!stock_given && !known.stock) {
    known.reasons.push_back("no stock is known at the origin");
  } else if (!stock_given && known.stock->year < origin - oldest_usable_stock_years) {
    known.reasons.push_back("no stock since " + std::to_string(known.stock->year));
  } else if (!stock_given && known.stock->total_km2() <= counts_as_done_km2) {
    known.reasons.push_back("no mined area is on record: the newest stock, of " +
                            std::to_string(known.stock->year) + ", is none");
    return;
  }
  if (!capacity_given && known.work.empty()) {
    known.reasons.push_back("no usable figure of land release in the five years to " +
                            std::to_string(origin));
  }
}

/// Data when the stock and at least three years of release are reported, prior when neither is.
ResultBasis basis_of(bool stock_given, bool capacity_given, KnownState const& known) {
  auto const reported = std::ranges::count_if(
      known.work, [](YearlyWork const& work) { return work.kind != WorkKind::stock_fall; });
  if (stock_given && capacity_given) return ResultBasis::prior;
  if (!stock_given && !capacity_given && reported >= 3) return ResultBasis::data;
  return ResultBasis::mixed;
}

/// A state given whole in a scenario that names a calibration is one more of its kind. What the
/// record says too little of is not: no date rests on other states alone.
bool takes_capacity_of_others(Scenario const& scenario, StateData const& state) {
  constexpr auto capacity = static_cast<std::size_t>(Parameter::capacity_km2_per_year);
  return state.inline_state && scenario.posterior &&
         !scenario.posterior->between_states[capacity].empty();
}

}  // namespace

StateOverride const* override_of(Scenario const& scenario, std::string const& code) {
  auto const found = scenario.state_overrides.find(code);
  return found == scenario.state_overrides.end() ? nullptr : &found->second;
}

ParameterValue const* value_of_scenario(Scenario const& scenario, StateData const& state,
                                        Parameter id) {
  if (auto const* override_ = override_of(scenario, state.code)) {
    if (auto const* value = find_value(override_->parameters, id)) return value;
  }
  if (state.inline_state) {
    if (auto const* own = find_value(state.programme, id)) return own;
  }
  return find_value(scenario.parameters, id);
}

ParameterValue const* value_given(Scenario const& scenario, StateData const& state, Parameter id) {
  if (auto const* value = value_of_scenario(scenario, state, id)) return value;
  ParameterValue const* own = find_value(state.programme, id);
  // Judgement that rests on later reports was not there yet.
  return own && own->published > scenario.origin + 1 ? nullptr : own;
}

KnownState known_at_origin(StateData const& state, Scenario const& scenario) {
  int const origin = scenario.origin;
  StateOverride const* override_ = override_of(scenario, state.code);
  KnownState known;
  known.history = history_known_at(state, origin);
  known.work = yearly_work(known.history, security_known_at(state, origin), origin);
  auto const stocks = stocks_of(known.history);
  if (!stocks.empty()) known.stock = stocks.back();
  known.complete = declared_by(state.status, origin);
  known.conditional = override_ && !override_->condition.empty();

  bool const stock_given =
      gives_stock(state.initial) || (override_ && gives_stock(override_->stock));
  bool const capacity_given =
      value_given(scenario, state, Parameter::capacity_km2_per_year) != nullptr ||
      takes_capacity_of_others(scenario, state);
  add_reasons(state, stock_given, capacity_given, origin, known);
  known.basis = basis_of(stock_given, capacity_given, known);
  return known;
}

}  // namespace minefree
