#include <minefree/config/lever_fields.hpp>

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/config/collections.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/parameter_fields.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/series_fields.hpp>
#include <minefree/config/spreads.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

namespace {

constexpr char const* const first_year = "first year; by default the first simulated one";
constexpr char const* const last_year = "last year; by default the horizon";

template <class Lever>
void check_years(Lever const& lever, Given const& given, Reading const& reading) {
  if (!given.has("from") || !given.has("to") || *lever.from <= *lever.to) return;
  reading.problem(given.at("to").place,
                  fmt::format("this entry ends in {}, before it starts in {}. "
                              "Correct one.",
                              *lever.to, *lever.from));
}

// The three shapes differ in their key; each fills the same two members.
Field<FundingLever> shape_field(std::string name, FundingShape shape, Value<double> value,
                                std::string help) {
  auto declared = field("", &FundingLever::value, std::move(value), std::move(help));
  declared.shape.name = std::move(name);
  declared.shape.fallback.clear();
  auto const read = [read_value = declared.read, shape](Tree const& tree, Reading const& reading,
                                                        FundingLever& lever) {
    lever.shape = shape;
    return read_value(tree, reading, lever);
  };
  return {std::move(declared.shape), read};
}

void check_one_shape(FundingLever const&, Given const& given, Reading const& reading) {
  int shapes = 0;
  for (char const* const key :
       {"change", "add_musd", "set_musd", "front_load", "pledge", "pay_by_results"}) {
    if (given.tree().find(key)) ++shapes;
  }
  if (shapes == 1) return;
  reading.problem(given.tree().place,
                  shapes == 0
                      ? "this entry changes nothing. Give 'change', 'add_musd' or 'set_musd'."
                      : "this entry changes money in several ways. Give one of 'change', "
                        "'add_musd' and 'set_musd', and a further entry for the next.");
}

Record<FundingLever> funding_lever_record() {
  auto const change = number({.thing = "a share of the money",
                              .unit = "share",
                              .low = -1,
                              .high = 10,
                              .too_low = "no more than all of it, -100%, can be taken away",
                              .too_high = "1 doubles the money; for a fifth more write +20%",
                              .example = "+20%"});
  std::string const not_now =
      "cannot be read by this version. Write the money out by year with 'add_musd' or 'set_musd', "
      "'from' and 'to'.";
  return Record<FundingLever>(
             "change of funding",
             "One change of a flow of money, over a span of years. Amounts are million USD a year of "
             "the price year.",
             {
                 shape_field("change", FundingShape::change, change,
                             "share that is added to what would have come; negative to take away"),
                 shape_field("add_musd", FundingShape::add_musd,
                             number({.thing = "an amount in million USD",
                                     .unit = "MUSD a year",
                                     .low = -practically_unlimited,
                                     .high = practically_unlimited,
                                     .example = "10"}),
                             "added to what would have come"),
                 shape_field("set_musd", FundingShape::set_musd,
                             number({.thing = "an amount in million USD",
                                     .unit = "MUSD a year",
                                     .low = 0,
                                     .high = practically_unlimited,
                                     .too_low = "an amount cannot be negative",
                                     .example = "10"}),
                             "in total, instead of what would have come"),
                 refused<FundingLever>("front_load", not_now),
                 refused<FundingLever>("pledge", not_now),
                 refused<FundingLever>("pay_by_results", not_now),
                 field("from", &FundingLever::from, year(), first_year),
                 field("to", &FundingLever::to, year("2030"), last_year),
             })
      .checked(check_one_shape)
      .checked(check_years<FundingLever>);
}

}  // namespace

Record<FundingLevers> funding_levers_record() {
  auto const levers = list_of(funding_lever_record().value());
  auto const by_state = map_of(state_code().shape, why_not_a_state_code, levers);
  auto const by_donor = map_of(donor_code().shape, why_not_a_donor_code, levers);
  return {"funding levers",
          "Changes of money. Entries of one list that hold in the same year are applied in order.",
          {
              field("price_year", &FundingLevers::price_year, year("2024"),
                    "year of whose prices the amounts are")
                  .defaults_to("the origin"),
              field("world", &FundingLevers::world, levers, "all international money"),
              field("donors", &FundingLevers::donors, by_donor, "the money of a donor"),
              field("recipients", &FundingLevers::recipients, by_state,
                    "international money for a state"),
              field("national", &FundingLevers::national, by_state, "a state's own money"),
              field("reallocate_share", &FundingLevers::reallocate_share, share(),
                    "of a finished state's donor money, to the donors' other states"),
          }};
}

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
                 field("from", &SurveyLever::from, year(), first_year),
                 field("to", &SurveyLever::to, year("2030"), last_year),
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
                 field("from", &SecurityLever::from, year("2028"), first_year),
                 field("to", &SecurityLever::to, year("2030"), last_year),
             })
      .checked(check_years<SecurityLever>);
}

Record<StateOverride> state_override_record() {
  // The stock keeps its members one level deeper.
  auto const stock_field = [](char const* name, std::optional<Spread> InitialStock::* member,
                              char const* help) {
    auto const area = spread_alone(area_rule(), numeric::SpreadShape::positive);
    FieldShape shape{.name = name, .help = help, .shape = area.shape};
    return Field<StateOverride>{std::move(shape),
                                [member, read = area.read](Tree const& tree, Reading const& reading,
                                                           StateOverride& override) {
                                  auto const spread = read(tree, reading);
                                  override.stock.*member = spread;
                                  return spread.has_value();
                                }};
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
