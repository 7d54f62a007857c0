#include <minefree/hindcast/fitted_spreads.hpp>

#include <algorithm>

#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

/// The outcome as it could be known when the spread is fitted; redefined figures teach nothing.
std::optional<double> outcome(StateData const& state, Variable variable,
                              TruthQuestion const& question) {
  if (variable == Variable::casualties) return recorded_casualties(state, question);
  auto const truth = variable == Variable::stock ? recorded_stock(state, question)
                                                 : recorded_release(state, question);
  if (!truth || truth->redefined) return std::nullopt;
  return truth->value;
}

}  // namespace

Distribution with_errors(double point, double offset, std::vector<double> const& errors) {
  std::vector<double> values;
  values.reserve(errors.size());
  for (double const error : errors) {
    values.push_back(std::max(0.0, (point + offset) * numeric::exp(error) - offset));
  }
  return Distribution(std::move(values));
}

KnownRecord const& FittedSpreads::known(std::size_t state_index, int origin) {
  auto const [place, is_new] = known_.try_emplace({state_index, origin});
  if (is_new) place->second = what_was_known(states_[state_index], origin);
  return place->second;
}

std::vector<double> const& FittedSpreads::errors(Simple simple, Variable variable, int years_ahead,
                                                 int origin) {
  auto const [place, is_new] =
      errors_.try_emplace(std::tuple(simple, variable, years_ahead, origin));
  if (!is_new) return place->second;
  std::vector<double> errors;
  for (int earlier = first_earlier_origin; earlier + years_ahead <= origin; ++earlier) {
    auto const question = known_by(origin, earlier, earlier + years_ahead);
    for (std::size_t k = 0; question && k < states_.size(); ++k) {
      auto const truth = outcome(states_[k], variable, *question);
      if (!truth) continue;
      KnownRecord const& record = known(k, earlier);
      auto const point = point_forecast(simple, record, variable, years_ahead);
      if (!point) continue;
      double const offset = offset_of_log(record, variable);
      errors.push_back(numeric::log(*truth + offset) - numeric::log(*point + offset));
    }
  }
  std::ranges::sort(errors);
  return place->second = std::move(errors);
}

Distribution FittedSpreads::around(double point, double offset, Simple simple, Variable variable,
                                   int years_ahead, int origin) {
  auto const& fitted = errors(simple, variable, years_ahead, origin);
  if (fitted.size() < fewest_errors) return {};
  return with_errors(point, offset, fitted);
}

}  // namespace minefree::hindcast
