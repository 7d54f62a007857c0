#include <minefree/config/funding_fields.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <minefree/config/collections.hpp>
#include <minefree/config/lever_years.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/spreads.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

namespace {

// What the shapes fill in: one number, or what a record of their own says.
void take(double value, FundingLever& lever) { lever.value = value; }

struct FrontLoad {
  int years = 0;
  double share = 0;
};
void take(FrontLoad const& front_load, FundingLever& lever) {
  lever.value = front_load.share;
  lever.years = front_load.years;
}

struct MoneyPledge {
  double musd = 0;
  int over = 0;
  double default_risk = 0;
};
void take(MoneyPledge const& pledge, FundingLever& lever) {
  lever.value = pledge.musd;
  lever.years = pledge.over;
  lever.default_risk = pledge.default_risk;
}

struct PayByResults {
  double musd_per_km2 = 0;
  double cap_musd = 0;
};
void take(PayByResults const& payment, FundingLever& lever) {
  lever.value = payment.musd_per_km2;
  lever.cap_musd = payment.cap_musd;
}

// The shapes differ in their key; each fills the same members.
template <class T>
Field<FundingLever> shape_field(std::string_view name, FundingShape shape, Value<T> const& value,
                                std::string_view help) {
  return taken_field<FundingLever>(name, value, help, [shape](T const& read, FundingLever& lever) {
    lever.shape = shape;
    take(read, lever);
  });
}

Value<int> number_of_years(std::string_view example) {
  return whole<int>({.thing = "a number of years",
                     .low = 1,
                     .high = 100,
                     .too_low = "there must be one at least",
                     .too_high = "too many to be of use",
                     .example = std::string(example)});
}

Record<FrontLoad> front_load_record() {
  auto const part = number({.thing = "a share",
                            .unit = "share",
                            .low = 0,
                            .high = 1,
                            .above_low = true,
                            .below_high = true,
                            .too_low = "some money must come in these years",
                            .too_high = "some money must be left for the years after",
                            .example = "0.6 or 60%"});
  return {
      "front load",
      "The money of some years, in total the same, comes sooner: a share of it evenly in the first "
      "years, the rest evenly in those after. A share below that of the years makes it come later. "
      "Ups and downs and donors stay; pledges keep their own years.",
      {
          field("years", &FrontLoad::years, number_of_years("3"),
                "the first years of the entry, fewer than it spans")
              .required(),
          field("share", &FrontLoad::share, part, "of the total, in these years").required(),
      }};
}

Record<MoneyPledge> pledge_record() {
  return {
      "pledge",
      "Money on top, certain in amount, in equal parts a year until the pledge is broken; then nothing "
      "more comes. A pledge to all, or of a donor, is broken for all states at once. The n-th pledge "
      "of a list is broken by the same draw in every scenario.",
      {
          field("musd", &MoneyPledge::musd, money_musd(), "million USD in all its years together")
              .required(),
          field("over", &MoneyPledge::over, number_of_years("6"), "years, from 'from' on")
              .required(),
          field("default_risk", &MoneyPledge::default_risk, share(),
                "probability that it is broken in one of its years; the hazard is the same in each")
              .required(),
      }};
}

Record<PayByResults> pay_by_results_record() {
  return {
      "payment by results",
      "Money on top that follows the land released the year before: cancelled, reduced and cleared, "
      "mined or not. In a list for all money or for a donor, the price holds in every state that gets "
      "any of it, and the cap is shared out by what each gets.",
      {
          field("musd_per_km2", &PayByResults::musd_per_km2,
                number({.thing = "a price",
                        .unit = "MUSD a km2",
                        .low = 0,
                        .high = 1000,
                        .too_low = "a price cannot be negative",
                        .too_high = "no land is that dear",
                        .example = "1.5"}),
                "million USD for a km2 released")
              .required(),
          field("cap_musd", &PayByResults::cap_musd, money_musd(),
                "million USD a year that are paid at most")
              .required(),
      }};
}

void check_one_shape(FundingLever const&, Given const& given, Reading const& reading) {
  int shapes = 0;
  for (char const* const key :
       {"change", "add_musd", "set_musd", "front_load", "pledge", "pay_by_results"}) {
    if (given.tree().find(key)) ++shapes;
  }
  if (shapes == 1) return;
  reading.problem(
      given.tree().place,
      shapes == 0 ? "this entry changes nothing. Give 'change', 'add_musd', 'set_musd', "
                    "'front_load', 'pledge' or 'pay_by_results'."
                  : "this entry changes money in several ways. Give one of 'change', 'add_musd', "
                    "'set_musd', 'front_load', 'pledge' and 'pay_by_results', and a further entry "
                    "for the next.");
}

// A total needs its years, and a part of it fewer of them.
void check_front_load(FundingLever const& lever, Given const& given, Reading const& reading) {
  auto const* const entry = given.tree().find("front_load");
  if (!entry) return;
  for (char const* const key : {"from", "to"}) {
    if (given.tree().find(key)) continue;
    reading.problem(entry->place,
                    fmt::format("front_load needs '{}', the {} of the years whose money it moves. "
                                "Add it, such as '{}'.",
                                key, std::string_view(key) == "from" ? "first" : "last",
                                std::string_view(key) == "from" ? "from: 2026" : "to: 2035"));
  }
  if (!given.has("front_load") || !given.has("from") || !given.has("to")) return;
  int const span = *lever.to - *lever.from + 1;
  if (span < 1 || lever.years < span) return;
  reading.problem(
      entry->find("years")->place,
      fmt::format("front_load.years is {}, and the entry spans {} to {}, {} in all, so that none "
                  "is left for the rest. Give fewer years, or a later 'to'.",
                  lever.years, *lever.from, *lever.to,
                  span == 1 ? "1 year" : fmt::format("{} years", span)));
}

void check_pledge(FundingLever const&, Given const& given, Reading const& reading) {
  if (!given.tree().find("pledge") || !given.tree().find("to")) return;
  reading.problem(given.at("to").place,
                  "'to' does not go with 'pledge', whose last year follows from 'from' and 'over'. "
                  "Remove it.");
}

Record<FundingLever> funding_lever_record() {
  auto const change = number({.thing = "a share of the money",
                              .unit = "share",
                              .low = -1,
                              .high = 10,
                              .too_low = "no more than all of it, -100%, can be taken away",
                              .too_high = "1 doubles the money; for a fifth more write +20%",
                              .example = "+20%"});
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
                 shape_field("front_load", FundingShape::front_load, front_load_record().value(),
                             "the same total from 'from' to 'to', both to be given, but sooner"),
                 shape_field("pledge", FundingShape::pledge, pledge_record().value(),
                             "added to what would have come, from 'from' on, until it is broken"),
                 shape_field("pay_by_results", FundingShape::pay_by_results,
                             pay_by_results_record().value(),
                             "added to what would have come, by the land released the year before"),
                 field("from", &FundingLever::from, year(), first_year_help),
                 field("to", &FundingLever::to, year("2030"),
                       "last year; by default the horizon; a pledge has none"),
             })
      .checked(check_one_shape)
      .checked(check_years<FundingLever>)
      .checked(check_front_load)
      .checked(check_pledge);
}

}  // namespace

Record<FundingLevers> funding_levers_record() {
  auto const levers = list_of(funding_lever_record().value());
  auto const by_state = map_of(*state_code().shape(), why_not_a_state_code, levers);
  auto const by_donor = map_of(*donor_code().shape(), why_not_a_donor_code, levers);
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

}  // namespace minefree::config
