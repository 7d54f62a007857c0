#include <minefree/config/state_fields.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/config/collections.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/parameter_fields.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/series_fields.hpp>
#include <minefree/config/sources.hpp>
#include <minefree/config/spreads.hpp>
#include <minefree/config/state_rows.hpp>

namespace minefree::config {

namespace {

Sourcing sourcing_of(StateForm form) {
  return form == StateForm::file ? Sourcing::record : Sourcing::user;
}

void check_deadlines(Treaty const& treaty, Given const& given, Reading const& reading) {
  for (std::string const key : {"deadline", "deadlines"}) {
    if (given.has("party") && !treaty.party && given.tree().find(key)) {
      reading.problem(
          given.at(key).place,
          fmt::format("a state that is not a party has no deadline. Remove '{}', or write "
                      "'party: true'.",
                      key));
    }
  }
  if (given.tree().find("deadline") && given.tree().find("deadlines")) {
    reading.problem(given.at("deadline").place,
                    "both 'deadline' and 'deadlines' are given. Keep one of them.");
  }
  if (!given.has("deadlines")) return;
  auto const& rows = given.at("deadlines").items;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (treaty.deadlines[i].date <= treaty.deadlines[i - 1].date) {
      reading.problem(
          rows[i].place,
          fmt::format("this deadline, {}, is not later than the one before, {}. Give them "
                      "oldest first.",
                      to_text(treaty.deadlines[i].date), to_text(treaty.deadlines[i - 1].date)));
    }
  }
}

void check_declarations(Treaty const& treaty, Given const& given, Reading const& reading) {
  if (!given.has("declarations")) return;
  auto const& rows = given.at("declarations").items;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& [before, after] = std::pair(treaty.declarations[i - 1], treaty.declarations[i]);
    if (after.date > before.date) continue;
    reading.problem(rows[i].place,
                    fmt::format("this declaration, {}, is not later than the one before, {}. Give "
                                "them oldest first.",
                                to_text(after.date), to_text(before.date)));
  }
}

Record<Treaty> treaty_record(StateForm form) {
  std::vector<Field<Treaty>> fields{
      field("party", &Treaty::party, yes_no(),
            "is the state a party to the Anti-Personnel Mine Ban Convention")
          .required(),
      field("entry_into_force", &Treaty::entry_into_force, date(), "for this state"),
      field("deadlines", &Treaty::deadlines,
            list_of(granted_deadline_record(sourcing_of(form)).value()),
            "deadlines of Article 5 as granted, oldest first"),
      field("declarations", &Treaty::declarations,
            list_of(declaration_record(sourcing_of(form)).value()),
            "declarations of completion, oldest first: those that mined areas overtook, and those "
            "whose day is not known"),
  };
  if (form == StateForm::inside_scenario) {
    fields.push_back(field("deadline", &Treaty::deadline, date(),
                           "the deadline of Article 5, whatever the origin"));
  }
  return Record<Treaty>(form == StateForm::file ? "treaty" : "treaty of a state in a scenario",
                        "The state's standing under the Convention.", std::move(fields))
      .checked(check_deadlines)
      .checked(check_declarations);
}

void check_status(Status const& status, Given const& given, Reading const& reading) {
  if (!given.has("kind")) return;
  bool const declared = status.kind == StatusKind::declared;
  bool const not_estimable = status.kind == StatusKind::not_estimable;
  auto const& tree = given.tree();
  if (declared && !tree.find("declared")) {
    reading.problem(tree.place,
                    "a declared state needs the day of its declaration. Add it, such as "
                    "'declared: 2026-02-27'.");
  }
  if (!declared && tree.find("declared")) {
    reading.problem(given.at("declared").place,
                    "only a state of 'kind: declared' has a day of declaration. Remove it, or "
                    "correct the kind.");
  }
  if (not_estimable &&
      (!tree.find("reasons") || (given.has("reasons") && status.reasons.empty()))) {
    reading.problem(tree.place,
                    "a state that is not estimable needs its reasons. Add 'reasons:', a "
                    "list with one line each.");
  }
  if (!not_estimable) {
    for (std::string const key : {"reasons", "needs"}) {
      if (!tree.find(key)) continue;
      reading.problem(given.at(key).place,
                      fmt::format("only a state of 'kind: not_estimable' has '{}'. Remove it, or "
                                  "correct the kind.",
                                  key));
    }
  }
  if (given.has("needs") && !std::ranges::is_sorted(status.needs, std::less_equal<>{})) {
    reading.problem(given.at("needs").place,
                    "needs are given once each, in the order authority, access, survey, baseline, "
                    "capacity.");
  }
}

Record<Status> status_record() {
  auto const kind = one_word<StatusKind>({{"affected", StatusKind::affected},
                                          {"declared", StatusKind::declared},
                                          {"not_estimable", StatusKind::not_estimable}});
  auto const need = one_word<Need>({{"authority", Need::authority},
                                    {"access", Need::access},
                                    {"survey", Need::survey},
                                    {"baseline", Need::baseline},
                                    {"capacity", Need::capacity}});
  // A status may name its source; it holds no figures that need one.
  auto citation = citation_fields(&Status::source, Sourcing::record);
  auto source = std::move(citation[0]);
  source.shape.required = false;
  auto reason = std::move(citation[1]);
  reason.shape.help = "one line: what the kind or the day rests on";
  return Record<Status>("status", "Whether the state is affected, and whether a date can be given.",
                        {
                            field("kind", &Status::kind, kind, "where the state stands").required(),
                            field("declared", &Status::declared, date(),
                                  "day on which completion was declared, for that kind"),
                            field("reasons", &Status::reasons,
                                  list_of(line_of_text("'no survey is permitted'")),
                                  "why no date can be given, for the kind not_estimable"),
                            field("needs", &Status::needs, list_of(need),
                                  "what would make the state estimable, in this order"),
                            std::move(source),
                            std::move(reason),
                        })
      .checked(check_status);
}

Record<InitialStock> initial_record() {
  auto const area = spread_alone(area_rule(), numeric::SpreadShape::positive);
  return {"initial stock",
          "A stock given by hand, as at the end of the origin.",
          {
              field("confirmed_km2", &InitialStock::confirmed_km2, area,
                    "confirmed hazardous area (CHA)"),
              field("suspected_km2", &InitialStock::suspected_km2, area,
                    "suspected hazardous area (SHA)"),
              field("undiscovered_km2", &InitialStock::undiscovered_km2, area,
                    "mined area in no record"),
          }};
}

Record<FundingData> funding_record(StateForm form) {
  std::vector<Field<FundingData>> fields{
      field("years", &FundingData::years, list_of(funding_year_record(sourcing_of(form)).value()),
            "money by year, as reported")};
  if (form == StateForm::inside_scenario) {
    fields.push_back(field("international_musd", &FundingData::international_musd, money_musd(),
                           "a year, from other states and organisations"));
    fields.push_back(
        field("national_musd", &FundingData::national_musd, money_musd(), "a year, of the state"));
  }
  return {form == StateForm::file ? "funding" : "funding of a state in a scenario",
          "Money for mine action.", std::move(fields)};
}

void check_spans(StateData const& state, Given const& given, Reading const& reading) {
  if (!given.has("security")) return;
  auto const& rows = given.at("security").items;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      auto const& span = state.security[i];
      auto const& before = state.security[j];
      if (span.from > before.to || span.to < before.from) continue;
      reading.problem(rows[i].place,
                      fmt::format("the span {} to {} overlaps {} to {} at line {}. A year has one "
                                  "regime; correct one span.",
                                  span.from, span.to, before.from, before.to, rows[j].place.line));
    }
  }
}

Record<StateData> make_state(StateForm form) {
  auto const sourcing = sourcing_of(form);
  bool const is_file = form == StateForm::file;
  auto const needed = [is_file](Field<StateData> field) {
    return is_file ? std::move(field).required() : std::move(field);
  };
  auto const baseline = one_word<Baseline>(
      {{"complete", Baseline::complete}, {"partial", Baseline::partial}, {"none", Baseline::none}});
  std::vector<Field<StateData>> fields{
      field("code", &StateData::code, state_code(), "code of the state (ISO 3166 alpha-3)")
          .required(),
      needed(field("name", &StateData::name, line_of_text("Angola"), "name of the state")),
      needed(field("baseline", &StateData::baseline, baseline,
                   "how much of the country a baseline survey has covered")),
      needed(field("treaty", &StateData::treaty, treaty_record(form).value(),
                   "standing under the Convention")),
      needed(
          field("status", &StateData::status, status_record().value(), "where the state stands")),
      field("series", &StateData::series, series_record().value(),
            "which counting of the stock is used, where history has several"),
      field("history", &StateData::history, list_of(history_record(sourcing).value()),
            "reported stocks and releases"),
      field("programme", &StateData::programme,
            programme_record(is_file ? Sourcing::judgement : Sourcing::user).value(),
            "the state's own values of parameters"),
      field("funding", &StateData::funding, funding_record(form).value(), "money"),
      field("donor_shares", &StateData::donor_shares, list_of(donor_year_record(sourcing).value()),
            "money by donor and year"),
      field("security", &StateData::security, list_of(security_span_record(sourcing).value()),
            "regime by year"),
      field("casualties", &StateData::casualties, list_of(casualty_year_record(sourcing).value()),
            "people killed or injured, by year"),
      field("people", &StateData::people, list_of(people_year_record(sourcing).value()),
            "people exposed and people reached by risk education, by year"),
      field("residual", &StateData::residual, list_of(residual_year_record(sourcing).value()),
            "what is known of the time after completion, by year"),
      field("plans", &StateData::plans, list_of(own_plan_record(sourcing).value()),
            "the state's own plans"),
      field("notes", &StateData::notes, free_text(), "for readers"),
  };
  if (is_file) {
    fields.insert(fields.begin(), format_field<StateData>().required());
  } else {
    fields.push_back(field("initial", &StateData::initial, initial_record().value(),
                           "stock by hand, instead of history"));
  }
  return Record<StateData>(
             is_file ? "state" : "state in a scenario",
             is_file ? "A file of scenarios/states/: the figures we use of the public "
                       "record, each with its source."
                     : "A state given whole inside a scenario, with figures of one's own.",
             std::move(fields))
      .checked(check_spans)
      .checked(check_series);
}

}  // namespace

Record<StateData> const& state_record(StateForm form) {
  static Record<StateData> const in_file = make_state(StateForm::file);
  static Record<StateData> const in_scenario = make_state(StateForm::inside_scenario);
  return form == StateForm::file ? in_file : in_scenario;
}

Value<int> format_one() {
  return whole<int>({.thing = "the version of the format",
                     .low = 1,
                     .high = 1,
                     .too_low = "no such version",
                     .too_high = "this program reads version 1; a newer one may read it",
                     .example = {},
                     .words = "1, the version of the format"});
}

Value<Regime> regime_word() {
  return one_word<Regime>(
      {{"open", Regime::open}, {"restricted", Regime::restricted}, {"conflict", Regime::conflict}});
}

}  // namespace minefree::config
