#include <minefree/hindcast/case_groups.hpp>

#include <algorithm>
#include <iterator>

#include <minefree/base/contract.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

constexpr double censored_at = last_truth_year + 1;

bool has_all(Case const& scored, std::vector<std::string> const& models) {
  return std::ranges::all_of(
      models, [&](std::string const& model) { return scored.forecasts.contains(model); });
}

}  // namespace

std::map<Group, Cases> grouped(std::vector<Case> const& cases,
                               std::function<bool(Case const&)> const& wanted) {
  std::map<Group, Cases> groups;
  for (Case const& scored : cases) {
    if (wanted(scored)) groups[{scored.mode, scored.variable, scored.horizon}].push_back(&scored);
  }
  return groups;
}

bool as_defined(Case const& scored) { return !scored.redefined; }

std::set<std::string> models_of(Cases const& cases) {
  std::set<std::string> models;
  for (Case const* scored : cases) {
    for (auto const& [model, forecast] : scored->forecasts) models.insert(model);
  }
  return models;
}

Cases with_all(Cases const& cases, std::vector<std::string> const& models) {
  Cases kept;
  std::ranges::copy_if(cases, std::back_inserter(kept),
                       [&](Case const* scored) { return has_all(*scored, models); });
  return kept;
}

Distribution const& forecast_of(Case const& scored, std::string_view model) {
  auto const found = scored.forecasts.find(model);
  MINEFREE_EXPECT(found != scored.forecasts.end());
  return found->second;
}

double sum_of(Cases const& cases, std::string const& model, Score const& score) {
  double sum = 0;
  for (Case const* scored : cases) sum += score(*scored, forecast_of(*scored, model));
  return sum;
}

double wis_of(Case const& scored, Distribution const& forecast) {
  return weighted_interval_score(forecast.logged(scored.offset),
                                 numeric::log(scored.truth + scored.offset));
}

double date_score_of(Case const& scored, Distribution const& forecast) {
  return threshold_weighted_crps(forecast, scored.truth, censored_at);
}

ForecastEvent event_of(Case const& scored, Distribution const& forecast) {
  return {.probability = forecast.values().front(), .happened = scored.truth > 0.5};
}

double brier_of(Case const& scored, Distribution const& forecast) {
  return brier_score(event_of(scored, forecast));
}

}  // namespace minefree::hindcast
