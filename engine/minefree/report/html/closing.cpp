#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/html/markup.hpp>
#include <minefree/report/html/sections.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report::html {

std::string limits(RunSummary const& summary) {
  std::vector<std::string> items{
      "A date is the end of the last known mined area, not the end of the danger: land that nobody has "
      "discovered stays, and finds after completion are answered by a residual capacity.",
      "A state is one stock of suspected, one of confirmed and one of undiscovered land. No map, road or "
      "task is in it: no result may guide work on the ground.",
      "Where the record does not carry a date, none is given. A refused date is no reproach; it says that "
      "figures are missing.",
      "Improvised mines without a survey, and other explosive ordnance, are not counted as mined area.",
      "War in one state makes it no likelier next door, and states that join or leave the Convention do "
      "not come in.",
      "The chance to meet a deadline is a number about land and money. Whether a state has complied with "
      "Article 5 is for States Parties to judge.",
      "All sums of money are totals at prices of one year, unless a sentence says additional."};
  if (summary.certain) {
    items.insert(
        items.begin(),
        "This scenario leaves nothing to chance: its futures are all the same, and its dates "
        "carry no range.");
  }
  return list_of(items) +
         paragraph(
             "More, with sources: docs/limits.md, docs/model.md and docs/hindcast.md of minefree.");
}

std::string command_again(RunSummary const& summary, ReportFacts const& facts) {
  auto const& provenance = summary.provenance;
  auto command = fmt::format("minefree report {} --seed {} --trajectories {}",
                             shell_word(provenance.scenario + ".yaml"), provenance.seed,
                             provenance.trajectories);
  for (auto const& code : facts.asked.states) command += " --state " + shell_word(code);
  for (int const target : facts.asked.targets) command += fmt::format(" --target {}", target);
  return command;
}

std::string provenance(RunSummary const& summary, ReportFacts const& facts) {
  auto const& from = summary.provenance;
  std::string rows;
  auto const add = [&](std::string_view term, std::string_view words) {
    rows += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(term), escaped(words));
  };
  add("Program", fmt::format("minefree {} ({})", from.build.version, from.build.commit));
  add("Scenario", fmt::format("{}: {}", from.scenario, summary.name));
  add("Scenario SHA-256", from.scenario_sha256);
  add("Data SHA-256", from.data_sha256.value_or("none: the scenario brings its own data"));
  add("Calibration SHA-256", from.posterior_sha256.value_or("none: no calibration is used"));
  add("Seed", std::to_string(from.seed));
  add("Futures", with_commas(from.trajectories));
  add("Origin", fmt::format("figures up to the end of {}", from.origin));
  add("Horizon", fmt::format("end of {}", from.horizon));
  if (summary.price_year > 0) add("Price year of all money", std::to_string(summary.price_year));
  if (summary.largest_error_months && !summary.certain) {
    add("Monte Carlo error",
        fmt::format("at most {:.1f} months of any P50 or P80 date", *summary.largest_error_months));
  }
  return "<dl class=\"facts\">\n" + rows + "</dl>\n" +
         paragraph(
             "The same version, scenario, data and seed give this page again, byte for byte, on any "
             "machine and any number of threads. In the folder of the scenario:") +
         fmt::format("<pre class=\"command\">{}</pre>\n", escaped(command_again(summary, facts)));
}

}  // namespace minefree::report::html
