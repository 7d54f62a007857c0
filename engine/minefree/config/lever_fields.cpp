#include <minefree/config/lever_fields.hpp>

#include <string>
#include <utility>
#include <vector>

#include <minefree/config/lever_years.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/parameter_fields.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/series_fields.hpp>
#include <minefree/config/spreads.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

Record<SurveyLever> survey_lever_record() {
  auto const intensity = number({.thing = "a factor",
                                 .low = 0,
                                 .high = 100,
                                 .too_low = "cannot be negative",
                                 .example = "2"});
  return Record<SurveyLever>(
             "change of survey", "More or less survey than usual, over a span of years.",
             {
                 field("intensity", &SurveyLever::intensity, intensity,
                       "times the usual preference for survey and rate of discovery")
                     .required(),
                 field("from", &SurveyLever::from, year(), first_year_help),
                 field("to", &SurveyLever::to, year("2030"), last_year_help),
             })
      .checked(check_years<SurveyLever>);
}

Record<SecurityLever> security_lever_record() {
  return Record<SecurityLever>(
             "supposed security",
             "A regime that is supposed over a span of years; afterwards it is "
             "simulated again.",
             {
                 field("regime", &SecurityLever::regime, regime_word(), "the regime").required(),
                 field("from", &SecurityLever::from, year("2028"), first_year_help),
                 field("to", &SecurityLever::to, year("2030"), last_year_help),
             })
      .checked(check_years<SecurityLever>);
}

Record<StateOverride> state_override_record() {
  // The stock keeps its members one level deeper.
  auto const stock_field = [](char const* name, std::optional<Spread> InitialStock::* member,
                              char const* help) {
    auto const area = spread_alone(area_rule(), numeric::SpreadShape::positive);
    return taken_field<StateOverride>(name, area, help,
                                      [member](Spread const& spread, StateOverride& override) {
                                        override.stock.*member = spread;
                                      });
  };
  std::vector<Field<StateOverride>> fields{
      stock_field("confirmed_km2", &InitialStock::confirmed_km2, "confirmed hazardous area (CHA)"),
      stock_field("suspected_km2", &InitialStock::suspected_km2, "suspected hazardous area (SHA)"),
      stock_field("undiscovered_km2", &InitialStock::undiscovered_km2, "mined area in no record"),
      field("starts", &StateOverride::starts, year("2028"),
            "first year of the programme; the stock is as of its start"),
      field("series", &StateOverride::series, series_word(),
            "another counting of the record than the one that the state file uses"),
      field("condition", &StateOverride::condition,
            line_of_text("'ceasefire and permission in 2028'"),
            "what is supposed, in words; the result is then marked as conditional"),
      field("deadline", &StateOverride::deadline, date(), "deadline of Article 5 that is supposed"),
  };
  for (auto& parameter : parameter_fields<StateOverride>(
           [](StateOverride& override) -> ParameterValues& { return override.parameters; },
           Sourcing::user, ParameterChoice::of_a_state)) {
    bool const is_stock = parameter.shape.name == "undiscovered_km2";
    if (!is_stock) fields.push_back(std::move(parameter));
  }
  return {"state override", "What the scenario supposes of a state instead of the record.",
          std::move(fields)};
}

}  // namespace minefree::config
