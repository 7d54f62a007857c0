#include <minefree/hindcast/cases.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

#include <minefree/hindcast/declarations.hpp>
#include <minefree/hindcast/world_money.hpp>

namespace minefree::hindcast {
namespace {

/// Forecasts are kept as so many evenly spaced quantiles: finer than any interval that is scored.
constexpr std::size_t kept_values = 500;

Distribution point(double value) { return Distribution(std::vector<double>{value}); }

void add(std::string_view model, Distribution forecast, Case& scored) {
  if (!forecast.empty()) scored.forecasts.emplace(model, std::move(forecast));
}

double share_by(std::vector<double> const& dates, double day) {
  auto const count = std::ranges::count_if(dates, [&](double date) { return date <= day; });
  return static_cast<double>(count) / static_cast<double>(dates.size());
}

/// Everything about one state of a run that its cases are made of.
struct StateOfRun {
  OriginRun const& run;
  HindcastRecord const& record;
  FittedSpreads& spreads;
  StateData const& state;
  StateSamples const& samples;
  KnownState const& known_state;
  KnownRecord known;
  OwnRecordForecast trend, renewal;

  int origin() const { return run.scenario.origin; }

  Case new_case(Variable variable, std::optional<int> horizon) const {
    Case scored;
    scored.origin = origin();
    scored.mode = run.mode;
    scored.state = state.code;
    scored.variable = variable;
    scored.horizon = horizon;
    scored.basis = known_state.basis;
    scored.offset = offset_of_log(known, variable);
    scored.last_stock_km2 = known.stock ? known.stock->total_km2() : 0;
    return scored;
  }
};

void add_quantities(StateOfRun const& of, std::vector<Case>& cases) {
  for (std::size_t h = 0; h < scored_horizons.size(); ++h) {
    int const ahead = scored_horizons[h];
    int const target = of.origin() + ahead;
    if (target > last_truth_year) continue;
    auto const question = settled(of.origin(), target);
    auto const add_case = [&](Variable variable, double truth, bool redefined,
                              std::vector<double> const& ours, Distribution const* trend,
                              Distribution const* renewal) {
      if (ours.empty()) return;
      Case scored = of.new_case(variable, ahead);
      scored.truth = truth;
      scored.redefined = redefined;
      add(our_model, Distribution(ours).thinned(kept_values), scored);
      if (trend) add("linear_trend", *trend, scored);
      if (renewal) add("unpooled", *renewal, scored);
      add_simple_forecasts(of.known, of.spreads, scored);
      cases.push_back(std::move(scored));
    };
    if (auto const truth = recorded_stock(of.state, question)) {
      add_case(Variable::stock, truth->value, truth->redefined, of.samples.stock[h],
               &of.trend.stock[h], &of.renewal.stock[h]);
    }
    if (auto const truth = recorded_release(of.state, question)) {
      add_case(Variable::release, truth->value, truth->redefined, of.samples.release[h],
               &of.trend.release[h], &of.renewal.release[h]);
    }
    if (auto const truth = recorded_casualties(of.state, question)) {
      add_case(Variable::casualties, *truth, false, of.samples.casualties[h], nullptr, nullptr);
    }
  }
}

void add_date(StateOfRun const& of, std::vector<Case>& cases) {
  Case scored = of.new_case(Variable::date, std::nullopt);
  auto const day = first_declared_after(of.state, of.origin());
  scored.truth = day ? decimal_year_at_end_of(*day) : never;
  add(our_model, Distribution(of.samples.declared_at).thinned(kept_values), scored);
  add("linear_trend", of.trend.date, scored);
  add("unpooled", of.renewal.date, scored);
  for (Simple const simple : all_simple) {
    if (auto const date = date_forecast(simple, of.known)) {
      add(name_of(simple), point(*date), scored);
    }
  }
  cases.push_back(std::move(scored));
}

/// Probabilities that the deadline in force is met, by each model.
void add_deadline_chances(StateOfRun const& of, Date const& deadline, Case& scored) {
  double const end = decimal_year_at_end_of(deadline);
  auto const chance = [&](std::string_view model, double p) { add(model, point(p), scored); };
  chance(our_model, share_by(of.samples.completed_at, end));
  for (auto const& [model, forecast] :
       {std::pair("linear_trend", &of.trend), std::pair("unpooled", &of.renewal)}) {
    if (!forecast->date.empty()) chance(model, forecast->date.share_at_most(end));
  }
  for (Simple const simple : all_simple) {
    auto const date = date_forecast(simple, of.known);
    if (date) chance(name_of(simple), *date <= end ? 1 : 0);
  }
  auto const& states = of.run.scenario.states;
  chance("reference_class", deadlines_met_by(states, of.origin()).probability());
  if (auto const call = call_known_at(of.record.calls, of.state, of.origin())) {
    chance("analyst_call",
           met_when_called(*call, of.record.calls, states, of.origin()).probability());
  }
}

void add_events(StateOfRun const& of, std::vector<Case>& cases) {
  auto const due = deadline_fallen_due(of.state, of.origin());
  if (!due) return;
  Case scored = of.new_case(Variable::deadline_met, std::nullopt);
  scored.truth = due->met ? 1 : 0;
  add_deadline_chances(of, due->deadline, scored);

  // Who does not make it asks for more time: the same forecasts, the other way round.
  if (auto const asked = extension_asked(of.state, of.origin())) {
    Case extension = of.new_case(Variable::extension_asked, 5);
    extension.truth = *asked ? 1 : 0;
    for (auto const& [model, forecast] : scored.forecasts) {
      add(model, point(1 - forecast.values().front()), extension);
    }
    cases.push_back(std::move(extension));
  }
  cases.push_back(std::move(scored));
}

}  // namespace

std::string_view name_of(Mode mode) {
  return mode == Mode::unconditional ? "unconditional" : "conditional";
}

void add_simple_forecasts(KnownRecord const& known, FittedSpreads& spreads, Case& scored) {
  for (Simple const simple : all_simple) {
    auto const value = point_forecast(simple, known, scored.variable, *scored.horizon);
    if (!value) continue;
    add(name_of(simple), point(*value), scored);
    add(name_with_spread(simple),
        spreads.around(*value, scored.offset, simple, scored.variable, *scored.horizon,
                       scored.origin),
        scored);
  }
}

std::vector<Case> cases_of(OriginRun const& run, HindcastRecord const& record,
                           FittedSpreads& spreads) {
  std::vector<Case> cases;
  for (std::size_t k = 0; k < run.plan.affected; ++k) {
    std::size_t const index = run.plan.state_index[k];
    StateData const& state = run.scenario.states[index];
    auto known = what_was_known(state, run.scenario.origin);
    auto trend = linear_trend(state, known);
    auto renewal = unpooled_renewal(state, known);
    StateOfRun const of{.run = run,
                        .record = record,
                        .spreads = spreads,
                        .state = state,
                        .samples = run.samples[k],
                        .known_state = run.plan.known[index],
                        .known = std::move(known),
                        .trend = std::move(trend),
                        .renewal = std::move(renewal)};
    add_quantities(of, cases);
    add_date(of, cases);
    add_events(of, cases);
  }
  for (Case& scored : world_money_cases(run.scenario, record.world_funding)) {
    scored.mode = run.mode;
    cases.push_back(std::move(scored));
  }
  return cases;
}

}  // namespace minefree::hindcast
