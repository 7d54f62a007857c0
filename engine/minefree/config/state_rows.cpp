#include <minefree/config/state_rows.hpp>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/series_fields.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

namespace {

// The fields of a row, with its source, and the checks that every row of figures has.
template <class Row>
Record<Row> row_record(std::string_view name, std::string_view help, std::vector<Field<Row>> fields,
                       Sourcing sourcing) {
  for (auto& cited : citation_fields(&Row::source, sourcing)) fields.push_back(std::move(cited));
  auto record = Record<Row>(name, help, std::move(fields));
  if constexpr (requires(Row row) { row.year; }) {
    record =
        std::move(record).checked([](Row const& row, Given const& given, Reading const& reading) {
          check_published(row.year, row.source, given, reading);
        });
  }
  return record;
}

// A row must say at least one thing.
auto needs_one_of(std::vector<std::string> keys) {
  return [keys = std::move(keys)](auto const&, Given const& given, Reading const& reading) {
    for (auto const& key : keys) {
      if (given.tree().find(key)) return;
    }
    reading.problem(given.tree().place, fmt::format("this row holds no figure. Give {}, or remove "
                                                    "the row.",
                                                    quoted_list(keys)));
  };
}

Value<double> people() { return how_many("a number of people", "12"); }
Value<double> number_of(std::string_view thing) { return how_many(thing, "2"); }

}  // namespace

Record<HistoryRow> history_record(Sourcing sourcing) {
  using Row = HistoryRow;
  return row_record<Row>(
             "row of history",
             "Figures of one source for one year. Stocks are those at the end of the year, flows "
             "those over it. Of the rows of a year the last that gives a number holds.",
             {
                 field("year", &Row::year, year("2023"), "calendar year").required(),
                 field("confirmed_km2", &Row::confirmed_km2, area_km2(),
                       "confirmed hazardous area (CHA) at the end of the year"),
                 field("suspected_km2", &Row::suspected_km2, area_km2(),
                       "suspected hazardous area (SHA) at the end of the year"),
                 field("contamination_km2", &Row::contamination_km2, area_km2(),
                       "both together, where the source does not split them"),
                 field("cleared_km2", &Row::cleared_km2, area_km2(), "released by clearance"),
                 field("reduced_km2", &Row::reduced_km2, area_km2(),
                       "released by technical survey"),
                 field("cancelled_km2", &Row::cancelled_km2, area_km2(),
                       "released by non-technical survey"),
                 field("released_km2", &Row::released_km2, area_km2(),
                       "released by any method, where the source does not split it"),
                 field("discovered_km2", &Row::discovered_km2, area_km2(),
                       "mined area newly identified"),
                 field("confirmed_by_survey_km2", &Row::confirmed_by_survey_km2, area_km2(),
                       "suspected area that survey confirmed"),
                 field("redefined", &Row::redefined, yes_no(),
                       "the stock is counted by another rule than the year before, or corrected"),
                 field("resurvey", &Row::resurvey, yes_no(),
                       "a nationwide re-survey lies behind the change"),
                 field("series", &Row::series, series_word(),
                       "the counting that this row belongs to; without it, to all"),
             },
             sourcing)
      .checked(needs_one_of({"confirmed_km2", "suspected_km2", "contamination_km2", "cleared_km2",
                             "reduced_km2", "cancelled_km2", "released_km2", "discovered_km2",
                             "confirmed_by_survey_km2", "redefined", "resurvey"}));
}

Record<FundingYear> funding_year_record(Sourcing sourcing) {
  using Row = FundingYear;
  return row_record<Row>(
             "year of funding", "Money for mine action in one year.",
             {
                 field("year", &Row::year, year("2023"), "calendar year").required(),
                 field("international_musd", &Row::international_musd, money_musd(),
                       "from other states and organisations"),
                 field("national_musd", &Row::national_musd, money_musd(), "of the state itself"),
             },
             sourcing)
      .checked(needs_one_of({"international_musd", "national_musd"}));
}

Record<DonorYear> donor_year_record(Sourcing sourcing) {
  using Row = DonorYear;
  return row_record<Row>(
      "donor's year", "Money of one donor for this state in one year.",
      {
          field("donor", &Row::donor, donor_code(), "code of the donor").required(),
          field("year", &Row::year, year("2023"), "calendar year").required(),
          field("musd", &Row::musd, money_musd(), "million USD").required(),
      },
      sourcing);
}

Record<SecuritySpan> security_span_record(Sourcing sourcing) {
  using Row = SecuritySpan;
  return row_record<Row>("span of security", "How freely teams could work, over a span of years.",
                         {
                             field("from", &Row::from, year("2003"), "first year").required(),
                             field("to", &Row::to, year("2024"), "last year").required(),
                             field("regime", &Row::regime, regime_word(), "the regime").required(),
                         },
                         sourcing)
      .checked([](Row const& row, Given const& given, Reading const& reading) {
        if (given.has("from") && given.has("to") && row.from > row.to) {
          reading.problem(given.at("to").place,
                          fmt::format("this span ends in {}, before it starts in {}. Correct one.",
                                      row.to, row.from));
        }
      });
}

Record<CasualtyYear> casualty_year_record(Sourcing sourcing) {
  using Row = CasualtyYear;
  return row_record<Row>(
             "year of casualties",
             "People killed or injured by mines and explosive remnants in one year.",
             {
                 field("year", &Row::year, year("2023"), "calendar year").required(),
                 field("casualties", &Row::casualties, people(), "killed and injured"),
                 field("killed", &Row::killed, people(), "killed"),
                 field("injured", &Row::injured, people(), "injured"),
                 field("men", &Row::men, people(), "men among them"),
                 field("women", &Row::women, people(), "women among them"),
                 field("boys", &Row::boys, people(), "boys among them"),
                 field("girls", &Row::girls, people(), "girls among them"),
                 field("children", &Row::children, people(), "boys and girls among them"),
             },
             sourcing)
      .checked(needs_one_of(
          {"casualties", "killed", "injured", "men", "women", "boys", "girls", "children"}));
}

Record<PeopleYear> people_year_record(Sourcing sourcing) {
  using Row = PeopleYear;
  return row_record<Row>(
             "year of people",
             "People who live with mines in one year, and people reached by explosive ordnance risk "
             "education (EORE) in it.",
             {
                 field("year", &Row::year, year("2023"), "calendar year").required(),
                 field("people_exposed", &Row::people_exposed, people(), "people exposed to mines"),
                 field("people_exposed_men", &Row::people_exposed_men, people(), "men among them"),
                 field("people_exposed_women", &Row::people_exposed_women, people(),
                       "women among them"),
                 field("people_exposed_boys", &Row::people_exposed_boys, people(),
                       "boys among them"),
                 field("people_exposed_girls", &Row::people_exposed_girls, people(),
                       "girls among them"),
                 field("eore_people", &Row::eore_people, people(),
                       "people reached by risk education"),
                 field("eore_men", &Row::eore_men, people(), "men among them"),
                 field("eore_women", &Row::eore_women, people(), "women among them"),
                 field("eore_boys", &Row::eore_boys, people(), "boys among them"),
                 field("eore_girls", &Row::eore_girls, people(), "girls among them"),
             },
             sourcing)
      .checked(needs_one_of({"people_exposed", "people_exposed_men", "people_exposed_women",
                             "people_exposed_boys", "people_exposed_girls", "eore_people",
                             "eore_men", "eore_women", "eore_boys", "eore_girls"}));
}

Record<ResidualYear> residual_year_record(Sourcing sourcing) {
  using Row = ResidualYear;
  return row_record<Row>("year of residual finds",
                         "What was found, and who answers, after completion.",
                         {
                             field("year", &Row::year, year("2023"), "calendar year").required(),
                             field("residual_items", &Row::residual_items,
                                   number_of("a number of finds"), "mines found in the year"),
                             field("residual_teams", &Row::residual_teams,
                                   number_of("a number of teams"), "teams that answer finds"),
                         },
                         sourcing)
      .checked(needs_one_of({"residual_items", "residual_teams"}));
}

Record<OwnPlan> own_plan_record(Sourcing sourcing) {
  using Row = OwnPlan;
  return row_record<Row>(
             "plan", "What the state itself plans, as published in one year.",
             {
                 field("published", &Row::published, year("2023"), "year of publication")
                     .required(),
                 field("stated_completion", &Row::stated_completion, date(),
                       "completion date that it states"),
                 field("planned_km2_per_year", &Row::planned_km2_per_year, area_km2(),
                       "planned release a year"),
                 field("cost_musd", &Row::cost_musd, money_musd(), "stated cost of completion"),
             },
             sourcing)
      .checked(needs_one_of({"stated_completion", "planned_km2_per_year", "cost_musd"}));
}

Record<GrantedDeadline> granted_deadline_record(Sourcing sourcing) {
  using Row = GrantedDeadline;
  auto granted = field("granted", &Row::granted, year("2017"),
                       "year it was granted; for the original, of entry into force");
  if (sourcing != Sourcing::user)
    granted = std::move(granted).required();
  else
    granted = std::move(granted).defaults_to("always known");
  return row_record<Row>("deadline", "A deadline of Article 5 of the Convention.",
                         {
                             field("date", &Row::date, date(), "the deadline").required(),
                             std::move(granted),
                         },
                         sourcing)
      .checked([](Row const& row, Given const& given, Reading const& reading) {
        if (given.has("date") && given.has("granted") && row.granted > row.date.year) {
          reading.problem(given.at("granted").place,
                          fmt::format("a deadline of {} cannot be granted in {}. Correct one.",
                                      to_text(row.date), row.granted));
        }
      });
}

Record<Declaration> declaration_record(Sourcing sourcing) {
  using Row = Declaration;
  auto const known_to = one_word<KnownTo>(
      {{"day", KnownTo::day}, {"month", KnownTo::month}, {"year", KnownTo::year}});
  return row_record<Row>(
             "declaration", "A declaration that all mined areas known then are cleared.",
             {
                 field("date", &Row::date, date(),
                       "day of the declaration; where the source names only the month or the year, "
                       "its last day")
                     .required(),
                 field("known_to", &Row::known_to, known_to,
                       "how exactly the source names the day"),
                 field("affected_again", &Row::affected_again, year("2020"),
                       "year in which mined areas were reported again; without it, the declaration "
                       "still holds"),
             },
             sourcing)
      .checked([](Row const& row, Given const& given, Reading const& reading) {
        if (given.has("date") && given.has("affected_again") &&
            *row.affected_again < row.date.year) {
          reading.problem(given.at("affected_again").place,
                          fmt::format("a declaration of {} cannot have been overtaken in {}. "
                                      "Correct one.",
                                      to_text(row.date), *row.affected_again));
        }
      });
}

}  // namespace minefree::config
