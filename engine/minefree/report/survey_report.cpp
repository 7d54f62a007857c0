#include <minefree/report/survey_report.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <minefree/report/rounding.hpp>
#include <minefree/report/state_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

constexpr double clear_of_chance = 2;  // standard errors

void round(Estimate& measured) {
  measured.value = rounded(measured.value, date_decimals);
  measured.standard_error = rounded(measured.standard_error, date_decimals);
}

void round(Narrowing& narrowing) {
  round(narrowing.years);
  narrowing.beyond_share = rounded(narrowing.beyond_share, share_decimals);
}

void round(SurveyValueAt& at) {
  at.intensity = rounded(at.intensity, share_decimals);
  for (Estimate& gained : at.years_gained) round(gained);
  for (auto& shares : at.complete_by) {
    for (double& share : shares) share = rounded(share, share_decimals);
  }
  for (Estimate& years : at.evppi_years) round(years);
  for (Narrowing& narrowing : at.narrowing) round(narrowing);
  at.campaign.suspected_share = rounded(at.campaign.suspected_share, share_decimals);
  at.campaign.usual_years = rounded(at.campaign.usual_years, date_decimals);
}

StateSurveyValue rounded_value(StateSurveyValue value) {
  auto& prices = value.prices;
  for (double* price : {&prices.clearance_musd_per_km2, &prices.survey_musd_per_km2,
                        &prices.all_suspected_musd, &prices.usual_survey_musd_per_year}) {
    *price = rounded(*price, money_decimals);
  }
  prices.blocked_share = rounded(prices.blocked_share, share_decimals);
  value.completed_share = rounded(value.completed_share, share_decimals);
  round(value.width);
  for (Narrowing& narrowing : value.narrowing_by_all) round(narrowing);
  for (Estimate& share : value.explained) round(share);
  for (SurveyValueAt& at : value.at) round(at);
  return value;
}

std::string amount_text(double musd) { return fmt::format("{:.6g} million USD", musd); }

}  // namespace

std::string_view name_of(Unknown unknown) {
  switch (unknown) {
    case Unknown::confirmed_share:
      return "confirmed_share";
    case Unknown::hidden_land:
      return "undiscovered_km2";
    case Unknown::both:
      break;
  }
  return "both";
}

std::string_view name_of(Action action) {
  switch (action) {
    case Action::nothing:
      return "nothing";
    case Action::clearance:
      return "clearance";
    case Action::survey:
      break;
  }
  return "survey";
}

std::string name_of(DateRange const& range) {
  return fmt::format("P{:.0f} to P{:.0f}", 100 * range.low, 100 * range.high);
}

bool is_measurable(Estimate const& measured) {
  return measured.value > clear_of_chance * measured.standard_error && measured.value > 0;
}

SurveyReport report_survey(Scenario const& scenario, Plan const& plan,
                           std::vector<StateSurveyValue> const& values,
                           Provenance const& provenance) {
  SurveyReport report{.provenance = provenance,
                      .name = scenario.name,
                      .price_year = scenario.funding.price_year,
                      .targets = scenario.targets,
                      .musd = {},
                      .states = {}};
  for (std::size_t k = 0; k < scenario.states.size(); ++k) {
    StateData const& data = scenario.states[k];
    KnownState const& known = plan.known[k];
    StateSurvey state;
    state.code = data.code;
    state.name = data.name;
    state.conditional = known.conditional;
    state.basis = known.estimable() ? basis_text(known.basis) : "";
    state.reasons = reasons_of(data, known);
    state.needs = words_of(data.status.needs);
    state.status = known.complete
                       ? StateStatus::declared
                       : (known.estimable() ? StateStatus::affected : StateStatus::not_estimable);
    auto const found = std::ranges::find(values, data.code, &StateSurveyValue::code);
    if (found != values.end()) state.value = rounded_value(*found);
    report.states.push_back(std::move(state));
  }
  if (!values.empty()) {
    for (SurveyValueAt const& at : values.front().at) report.musd.push_back(at.musd);
  }
  return report;
}

std::string sentence_of(StateSurvey const& state, std::size_t amount,
                        Provenance const& provenance) {
  if (!state.value) {
    return fmt::format("For {} no number can be given: {}.", state.name, state.reasons.front());
  }
  StateSurveyValue const& value = *state.value;
  SurveyValueAt const& at = value.at[amount];
  auto const what = fmt::format("{} of survey in {}", amount_text(at.musd), state.name);
  if (!value.range) {
    return fmt::format(
        "What {} narrows is not measurable within the horizon {}: only {} of futures complete by "
        "then.",
        what, provenance.horizon, percent_text(value.completed_share));
  }
  auto const beyond =
      value.range->high < p10_to_p90.high
          ? fmt::format(" (P90 is too near the horizon {} or beyond it)", provenance.horizon)
          : std::string();
  Estimate const& narrowing = at.narrowing.back().years;
  if (!is_measurable(narrowing)) {
    return fmt::format("{} does not measurably narrow {} of the completion date{}: {:.1f} years.",
                       what, name_of(*value.range), beyond, value.width.value);
  }
  return fmt::format("{} narrows {} of the completion date{} from {:.1f} to {:.1f} years.", what,
                     name_of(*value.range), beyond, value.width.value,
                     value.width.value - narrowing.value);
}

}  // namespace minefree::report
