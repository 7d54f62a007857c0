#include <string>
#include <string_view>

#include <minefree/ensemble/plan_posterior.hpp>
#include <minefree/numeric/portable_math.hpp>
#include <minefree/report/explanation_parts.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {

namespace {

constexpr double normal_at_95_percent = 1.6448536269514722;

/// The middle nine tenths of what the draws stand for; between states, of the median distribution.
Spread spread_of(ChosenDraws const& draws, ParameterInfo const& parameter) {
  auto const at = [&](double p, double normal) {
    double const value = draws.value->quantile(draws.sd ? 0.5 : p);
    if (!draws.sd) return rounded(value, 3);
    double const step = value + normal * draws.sd->quantile(0.5);
    bool const is_share = parameter.kind == ParameterKind::share;
    return rounded(is_share ? numeric::logistic(step) : numeric::exp(step), 3);
  };
  return {at(0.05, -normal_at_95_percent), at(0.5, 0), at(0.95, normal_at_95_percent)};
}

std::string_view note_of(ChosenDraws const& draws) {
  switch (draws.whose) {
    case DrawsOf::state:
      return "the state's own draws";
    case DrawsOf::between_states:
      return "not in the panel: drawn from the distribution between states";
    case DrawsOf::all_states:
      break;
  }
  return "one draw for all states";
}

std::string unit_of(ChosenDraws const& draws, ParameterInfo const& parameter) {
  bool const of_peak_work =
      parameter.id == Parameter::capacity_km2_per_year && draws.whose == DrawsOf::between_states;
  return of_peak_work ? "of the largest work on record, a year" : std::string(parameter.unit);
}

}  // namespace

bool add_drawn(Explained const& explained, ParameterInfo const& parameter, NumberList& numbers) {
  auto const draws = chosen_draws(explained.scenario, explained.state, explained.known, parameter);
  if (!draws) return false;
  Posterior const& posterior = *explained.scenario.posterior;
  bool const narrowed = is_calibrated(posterior, parameter.id);
  auto& number =
      numbers.add(std::string(parameter.key), spread_text(spread_of(*draws, parameter)),
                  unit_of(*draws, parameter), posterior.name, narrowed ? "calibrated" : "prior");
  number.note = std::string(note_of(*draws)) +
                (narrowed ? "" : "; the data do not narrow it, so it is still judgement");
  return true;
}

void add_deviation(Explained const& explained, NumberList& numbers) {
  auto const* const draws = deviation_at_origin(explained.scenario, explained.state);
  if (!draws) return;
  Spread const spread{rounded(draws->quantile(0.05), 3), rounded(draws->quantile(0.5), 3),
                      rounded(draws->quantile(0.95), 3)};
  numbers
      .add("log_deviation", spread_text(spread), "log", explained.scenario.posterior->name,
           "calibrated")
      .note = "of output at the origin from what is usual; it fades within years";
}

}  // namespace minefree::report
