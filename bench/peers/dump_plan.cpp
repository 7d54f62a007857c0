// dump_plan SCENARIO > plan.json: every number that the engine's hot loop gets, for the peers that
// run the same model. Years count from origin + 1, as in model/country_plan.hpp.

#include <iostream>

#include <nlohmann/json.hpp>

#include <minefree/ensemble/plan.hpp>

#include "named_scenario.hpp"

namespace minefree::bench {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(numeric::TwoPiece const& quantity) {
  return {{"best", quantity.best},
          {"sd_low", quantity.sd_low},
          {"sd_high", quantity.sd_high},
          {"share", quantity.shape == numeric::SpreadShape::share}};
}

Json json_of(std::optional<numeric::TwoPiece> const& quantity) {
  return quantity ? json_of(*quantity) : Json();
}

Json json_of(model::ParameterPlan const& plan) {
  Json parameters = Json::object();
  for (ParameterInfo const& parameter : parameter_table()) {
    auto const k = static_cast<std::size_t>(parameter.id);
    Json one = json_of(plan.spread[k]);
    one["uncertain"] = plan.uncertain[k];
    one["own_draw"] = k < state_parameter_count;
    parameters[std::string(parameter.key)] = one;
  }
  return parameters;
}

Json json_of(RecordedStock const& stock) {
  return {{"confirmed_km2", stock.confirmed_km2},
          {"suspected_km2", stock.suspected_km2},
          {"unsplit_km2", stock.unsplit_km2}};
}

Json json_of(model::LandPlan const& land) {
  Json peaks = Json::array();
  for (RecordedStock const& stock : land.peak_candidates) peaks.push_back(json_of(stock));
  return {{"confirmed_km2", land.confirmed_km2},
          {"suspected_km2", land.suspected_km2},
          {"unsplit_km2", land.unsplit_km2},
          {"reported", land.reported},
          {"confirmed_by_hand", json_of(land.confirmed_by_hand)},
          {"suspected_by_hand", json_of(land.suspected_by_hand)},
          {"undiscovered_by_hand", json_of(land.undiscovered_by_hand)},
          {"undiscovered_ratio", json_of(land.undiscovered_ratio)},
          {"yearly_finds_km2", land.yearly_finds_km2},
          {"finds_weight", land.finds_weight},
          {"peak_candidates", peaks}};
}

Json json_of(YearlyWork const& work) {
  constexpr char const* kinds[] = {"split", "processed", "total", "stock_fall"};
  return {{"year", work.year},
          {"kind", kinds[static_cast<int>(work.kind)]},
          {"cancelled_km2", work.cancelled_km2},
          {"confirmed_km2", work.confirmed_known ? Json(work.confirmed_by_survey_km2) : Json()},
          {"reduced_km2", work.reduced_known ? Json(work.reduced_km2) : Json()},
          {"cleared_km2", work.cleared_km2},
          {"released_km2", work.released_km2},
          {"stock", json_of(work.stock)},
          {"regime", static_cast<int>(work.regime)}};
}

Json json_of(model::CapacityPlan const& capacity) {
  Json work = Json::array();
  for (YearlyWork const& year : capacity.work) work.push_back(json_of(year));
  return {{"estimated", capacity.estimated},
          {"certain", capacity.certain},
          {"work", work},
          {"regime_output", capacity.regime_output}};
}

Json json_of(model::SecurityPlan const& security) {
  return {{"first_regime", security.first_regime},
          {"years_in_first_regime", security.years_in_first_regime},
          {"output", security.output},
          {"new_mines_probability", security.new_mines_probability},
          {"jump_to_open", security.jump_to_open},
          {"jump_to_open_or_restricted", security.jump_to_open_or_restricted},
          {"ages", security.ages},
          {"end_probability", security.end_probability}};
}

Json json_of(model::FundingPlan const& funding) {
  return {{"mean_musd", funding.mean_musd},
          {"newest_year_weight", funding.newest_year_weight},
          {"constant", funding.constant},
          {"donors", funding.donors},
          {"donor_share", funding.donor_share}};
}

Json json_of(model::CountryYear const& year) {
  Json json = {{"survey_intensity", year.survey_intensity},
               {"forced_regime", year.forced_regime < 0 ? Json() : Json(year.forced_regime)},
               {"national_share", year.national_share},
               {"added_musd", year.added_musd}};
  auto const& known = year.known_release;
  if (known.known) {
    json["known_release"] = {{"cancelled_km2", known.cancelled_km2},
                             {"reduced_km2", known.reduced_km2},
                             {"cleared_km2", known.cleared_km2},
                             {"unsplit_km2", known.unsplit_km2}};
  }
  return json;
}

Json json_of(model::CountryPlan const& country) {
  Json years = Json::array();
  for (model::CountryYear const& year : country.years) years.push_back(json_of(year));
  return {{"code", country.code},
          {"first_year", country.first_year},
          {"deadline", country.treaty.has_deadline ? Json(country.treaty.deadline) : Json()},
          {"parameters", json_of(country.parameters)},
          {"land", json_of(country.land)},
          {"capacity", json_of(country.capacity)},
          {"security", json_of(country.security)},
          {"funding", json_of(country.funding)},
          {"years", years}};
}

Json json_of(Plan const& plan) {
  Json countries = Json::array();
  for (model::CountryPlan const& country : plan.countries) countries.push_back(json_of(country));
  return {{"origin", plan.world.origin},
          {"years", plan.world.years},
          {"targets", plan.targets},
          {"first_year", plan.world.first_year},
          {"donors", plan.world.donor_numbers.size()},
          {"reallocate_share", plan.world.reallocate_share},
          {"world", json_of(plan.world.parameters)},
          {"countries", countries}};
}

}  // namespace
}  // namespace minefree::bench

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: dump_plan SCENARIO > plan.json\n";
    return 2;
  }
  auto const plan = minefree::make_plan(minefree::bench::named_scenario(arguments[1]));
  std::cout << minefree::bench::json_of(plan).dump() << '\n';
}
