#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/annex.hpp>
#include <minefree/report/markdown.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

std::string money_text(double musd) { return fmt::format("{:.1f}", musd); }

std::string share_text(std::optional<double> const& share, Annex const& annex) {
  if (!share)
    return fmt::format("not known: it lies beyond the horizon {}", annex.provenance.horizon);
  return fmt::format("{} of futures", percent_text(*share));
}

std::string end_of_year_text(std::optional<double> const& decimal_year, Annex const& annex) {
  if (!decimal_year) return fmt::format("not by the end of {}", annex.provenance.horizon);
  return fmt::format("by {}-12-31", calendar_year(*decimal_year));
}

std::string title(Annex const& annex) {
  auto const& name = annex.state.name;
  auto const what = annex.party && annex.asked
                        ? fmt::format("{}: annex to a request for an extension", name)
                        : fmt::format("{}: plan of completion", name);
  auto const& p = annex.provenance;
  return fmt::format("# {}\n\n", what) +
         markdown_paragraph(fmt::format(
             "Scenario: {}. Figures up to {}, {} futures, seed {}, minefree {}. A projection from public "
             "figures; it does not speak for the state.",
             annex.scenario, p.origin, with_commas(p.trajectories), p.seed, p.build.version));
}

std::string question(Annex const& annex) {
  return "\n## The question\n\n" +
         markdown_paragraph(fmt::format(
             "By when can {} have cleared its last known mined area, what is to be done in each year until then, "
             "and what does it cost?",
             annex.state.name));
}

std::string what_to_ask(Annex const& annex) {
  auto const met = share_text(annex.asked_met, annex);
  if (!annex.party) {
    std::string const text =
        "**No extension is to be asked for**: the state is not party to the Convention. The milestones "
        "below are what its programme may expect.";
    if (!annex.asked) return text;
    return text + fmt::format(" Complete by {}: in {}.", to_text(*annex.asked), met);
  }
  switch (annex.ask) {
    case Ask::p80:
      return fmt::format(
          "**Deadline to ask for: {}**, met in {}: the end of the year in which four of five "
          "futures are complete.",
          to_text(*annex.asked), met);
    case Ask::ten_years:
      return fmt::format(
          "**Deadline to ask for: {}**, met in {}. One extension is for ten years at most (Article 5, "
          "paragraph 4), and four of five futures need longer: expect to ask again.",
          to_text(*annex.asked), met);
    case Ask::given: {
      auto const text = fmt::format("**Deadline under consideration: {}**, met in {}.",
                                    to_text(*annex.asked), met);
      bool const too_long = annex.latest && *annex.asked > *annex.latest;
      return too_long
                 ? text + fmt::format(
                              " One extension is for ten years at most (Article 5, paragraph 4), "
                              "hence until {}.",
                              to_text(*annex.latest))
                 : text;
    }
    case Ask::nothing:
      break;
  }
  if (!annex.deadline_in_force) return "**No deadline is on record**, so none can be extended.";
  return "**No extension need be asked for**: the deadline in force is met in four of five futures.";
}

std::string deadline(Annex const& annex) {
  std::string text = "\n## The deadline\n\n" + markdown_item(what_to_ask(annex));
  if (annex.deadline_in_force) {
    text += markdown_item(fmt::format("Deadline in force: {}, met in {}.",
                                      to_text(*annex.deadline_in_force),
                                      share_text(annex.in_force_met, annex)));
  }
  text += markdown_item(
      fmt::format("Complete in half of futures (P50) {}; in four of five (P80) {}.",
                  end_of_year_text(annex.p50, annex), end_of_year_text(annex.p80, annex)));
  text += markdown_item("The state's own plan: " + sentence_of(annex.plan, annex.provenance));
  if (annex.state.conditional) {
    text += markdown_item("Conditional: all of this supposes " + annex.state.condition + ".");
  }
  return text;
}

/// A column with a cell for each year.
template <class TextOf>
Column by_year(Annex const& annex, std::string heading, TextOf text_of) {
  Column column{.heading = std::move(heading)};
  for (MilestoneYear const& year : annex.years) column.cells.push_back(text_of(year));
  return column;
}

std::string milestones(Annex const& annex) {
  auto const km2 = [&](std::string heading, double MilestoneYear::* value) {
    return by_year(annex, std::move(heading),
                   [=](MilestoneYear const& year) { return area_text(year.*value); });
  };
  auto const table = markdown_table(
      {by_year(annex, "Year", [](auto const& year) { return std::to_string(year.year); }),
       km2("Left P50", &MilestoneYear::remaining_p50_km2),
       km2("Left P80", &MilestoneYear::remaining_p80_km2),
       km2("Cancelled", &MilestoneYear::cancelled_km2), km2("Reduced", &MilestoneYear::reduced_km2),
       km2("Cleared", &MilestoneYear::cleared_km2), km2("Found", &MilestoneYear::discovered_km2),
       by_year(annex, "Complete",
               [](auto const& year) { return percent_text(year.complete_share); })});
  auto const& initial = annex.state.projection->initial;
  return "\n## Milestones\n\n" +
         markdown_paragraph(
             "Square kilometres. Left: mined and suspected land on record at the end of the year, at most so "
             "much in half (P50) and in four of five (P80) of futures. Released in the year by non-technical "
             "survey (cancelled), technical survey (reduced) and clearance (cleared), and found: means over all "
             "futures, those that are complete with zero, so that they need not add up to a quantile. "
             "Complete: share of futures by the end of the year, the chance to meet a deadline on that day.") +
         "\n" + table + "\n" +
         markdown_paragraph(fmt::format(
             "At the start {} km2 are on record, {} km2 of them confirmed (means). Some {} km2 of mined land are "
             "thought to be in no record; {} km2 of that come to light by the end of {} and are in the table.",
             area_text(initial.confirmed_km2 + initial.suspected_km2),
             area_text(initial.confirmed_km2), area_text(initial.undiscovered_km2),
             area_text(annex.discovered_km2), annex.years.back().year));
}

std::string budget(Annex const& annex) {
  auto years = by_year(annex, "Year", [](auto const& year) { return std::to_string(year.year); });
  auto const musd = [&](std::string heading, double Budget::* value) {
    auto column = by_year(annex, std::move(heading), [=](MilestoneYear const& year) {
      return money_text(year.budget.*value);
    });
    column.cells.push_back(money_text(annex.total.*value));
    return column;
  };
  years.cells.push_back("All years");
  auto text =
      "\n## Budget\n\n" +
      markdown_paragraph(fmt::format(
          "Million USD of {}, total: international and national money that the programme takes up until "
          "it is complete, nothing afterwards. Half of futures need at most P50 and four of five at most "
          "P80; the sums of all years are quantiles of their own.",
          annex.price_year)) +
      "\n" +
      markdown_table({std::move(years), musd("P50", &Budget::p50_musd),
                      musd("P80", &Budget::p80_musd), musd("Mean", &Budget::mean_musd)}) +
      "\n";
  text +=
      annex.money_is_prior
          ? markdown_paragraph(
                "*Prior*: no money is on record for this state. The sums follow from its capacity and a cost "
                "per square kilometre that holds for all states (`cost_musd_per_km2`, `overhead_share`).")
          : markdown_paragraph(
                "The level is the mean of the newest three years of money on record; how it goes up and down "
                "is *prior*. What more money would change: `minefree solve`.");
  return text;
}

/// The numbers that an annex shows: those that dates rest on. All of them stand in assumptions.csv.
bool is_shown(ExplainedNumber const& number) {
  constexpr std::array<std::string_view, 5> left_out{"Treaty and plan", "Donors", "Casualties",
                                                     "People", "After completion"};
  constexpr std::array<std::string_view, 3> of_optional_parts{"finds_", "team_", "casualty_"};
  bool const elsewhere = std::ranges::any_of(
      left_out, [&](auto const& section) { return number.section.starts_with(section); });
  bool const optional = std::ranges::any_of(
      of_optional_parts, [&](auto const& begin) { return number.name.starts_with(begin); });
  return number.used && !elsewhere && !optional && number.kind != "lever";
}

std::string assumptions(Annex const& annex) {
  Column name{.heading = "Number", .align = Align::left};
  Column year{.heading = "Year"};
  Column value{.heading = "Value", .align = Align::left};
  Column kind{.heading = "Kind", .align = Align::left};
  Column source{.heading = "Source", .align = Align::left};
  std::set<std::string> cited;
  for (ExplainedNumber const& number : annex.assumptions.numbers) {
    if (!is_shown(number)) continue;
    bool const bare = number.unit.empty() || number.unit == "date";
    name.cells.push_back("`" + number.name + "`");
    year.cells.push_back(number.year ? std::to_string(*number.year) : "");
    value.cells.push_back(bare ? number.value : number.value + " " + number.unit);
    kind.cells.push_back(number.kind == "prior" ? "*prior*" : number.kind);
    source.cells.push_back(number.source);
    cited.insert(number.source);
  }
  auto text =
      "\n## Assumptions\n\n" +
      markdown_paragraph(
          "Each number with its median and middle 90 %, its kind and its source; *prior* is judgement "
          "without a source, *calibrated* was fitted to the record. With reasons and those not used: "
          "`assumptions.csv`, or `minefree explain`.") +
      "\n" + markdown_table({name, year, value, kind, source});
  std::string sources;
  for (auto const& [id, source_title] : annex.assumptions.sources) {
    bool const named = std::ranges::any_of(
        cited, [&](auto const& ids) { return ids.find(id) != std::string::npos; });
    if (!named) continue;
    sources += markdown_item(fmt::format("`{}` {}. {}, {}", id, source_title.title,
                                         source_title.publisher, source_title.year));
  }
  return sources.empty() ? text : text + "\n### Sources\n\n" + sources;
}

std::string limits(Annex const& annex) {
  std::string text = "\n## Limits\n\n";
  if (annex.state.basis != "data") {
    text += markdown_item(
        annex.state.basis == "prior"
            ? "The result rests on judgement alone (*prior*)."
            : "The result rests partly on judgement (*prior*), as releases are reported for "
              "fewer than three of the last five years.");
  }
  text += markdown_item(
      "The land is one stock of suspected, one of confirmed and one of undiscovered land: nothing here says which "
      "field comes next.");
  text += markdown_item(
      "How fast unrecorded land is found, what survey costs, what money changes and how much dearer the last "
      "land is are judgement; the record does not narrow them.");
  text += markdown_item(
      "Money, access and teams go on as in the scenario. A pledge that nobody has paid is not in it.");
  text += markdown_item(
      "Whether an extension is justified is for the States Parties to judge. How earlier forecasts did: "
      "`docs/hindcast.md`; what is not modelled: `docs/limits.md`.");
  return text;
}

}  // namespace

std::string to_markdown(Annex const& annex) {
  return title(annex) + question(annex) + deadline(annex) + milestones(annex) + budget(annex) +
         assumptions(annex) + limits(annex);
}

std::string annex_refusal(StateSummary const& state) {
  if (state.status == StateStatus::declared) {
    return fmt::format("# {}: no annex\n\n", state.name) +
           markdown_paragraph(
               fmt::format("It was {}: there is no deadline to extend.", state.reasons.front()));
  }
  auto text =
      fmt::format("# {}: no annex can be given\n\n", state.name) +
      markdown_paragraph("No date can honestly be given, and so no milestones and no budget:") +
      "\n";
  for (auto const& reason : state.reasons) text += markdown_item(reason);
  if (!state.needs.empty()) {
    text +=
        "\n" + markdown_paragraph("What would change that: " + join(state.needs, ", ", ", ") + ".");
  }
  return text;
}

}  // namespace minefree::report
