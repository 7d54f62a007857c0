#include <minefree/config/output_fields.hpp>

#include <fmt/format.h>

#include <minefree/config/collections.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/scalars.hpp>

namespace minefree::config {

namespace {

enum class Output { casualties, people, residual };

Value<Output> output_word() {
  return one_word<Output>({{"casualties", Output::casualties},
                           {"people", Output::people},
                           {"residual", Output::residual}});
}

}  // namespace

Value<Outputs> outputs_list() {
  auto const words = list_of(output_word());
  auto const read = [words](Tree const& tree, Reading const& reading,
                            Shape const&) -> std::optional<Outputs> {
    auto const asked = words.read(tree, reading);
    if (!asked) return std::nullopt;
    Outputs outputs;
    for (auto const output : *asked) {
      if (output == Output::casualties) outputs.casualties = true;
      if (output == Output::people) outputs.people = true;
      if (output == Output::residual) outputs.residual = true;
    }
    return outputs;
  };
  return value_of<Outputs>(*words.shape(), read);
}

Record<ResidualLevers> residual_record() {
  auto const teams = whole<int>({.thing = "a number of teams",
                                 .low = 0,
                                 .high = 100,
                                 .too_low = "cannot be negative",
                                 .too_high = "more than any state keeps",
                                 .example = "2"});
  auto const tasks = number({.thing = "a number of tasks",
                             .unit = "a year",
                             .low = 0,
                             .high = 10000,
                             .above_low = true,
                             .too_low = "must be positive",
                             .example = "30"});
  auto const days = number({.thing = "a time",
                            .unit = "days",
                            .low = 0,
                            .high = 3650,
                            .above_low = true,
                            .too_low = "must be positive",
                            .example = "14"});
  return {"residual",
          "Teams that answer what is found after completion. Results use it when 'outputs' has "
          "'residual'.",
          {
              field("teams", &ResidualLevers::teams, teams, "teams kept"),
              field("tasks_per_team_year", &ResidualLevers::tasks_per_team_year, tasks,
                    "tasks that a team answers a year"),
              field("team_survival", &ResidualLevers::team_survival, share(),
                    "probability that the capacity is kept for another year")
                  .defaults_to("0.95; 1 where the scenario is certain"),
              field("team_restart", &ResidualLevers::team_restart, share(),
                    "probability a year that a lost capacity comes back"),
              field("response_days", &ResidualLevers::response_days, days,
                    "time in which nine of ten finds are to be answered"),
              field("adequacy_target", &ResidualLevers::adequacy_target, share(),
                    "probability, for the smallest number of teams that keeps up for ten years"),
          }};
}

Record<RiskEducation> risk_education_record() {
  return {
      "risk education",
      "A declared switch for risk education: people reached, and an effect on casualties that is "
      "zero unless it is supposed here.",
      {
          field("coverage", &RiskEducation::coverage, share(),
                "share of the people exposed who are reached"),
          field("effect", &RiskEducation::effect, share(),
                "casualties that it would prevent, on the log scale, if all were reached"),
      }};
}

void note_parts_not_asked(Scenario const& scenario, Tree const& tree, Problems& notes) {
  auto const note = [&](char const* key, bool used, char const* output) {
    auto const* const entry = tree.entry(key);
    if (!entry || used) return;
    notes.add(entry->key_place,
              fmt::format("'{}' has no effect, as the scenario does not ask for it. Add "
                          "'outputs: [{}]'.",
                          key, output));
  };
  auto const& outputs = scenario.outputs;
  note("residual", outputs.residual, "residual");
  note("risk_education", outputs.casualties || outputs.people, "casualties, people");
}

}  // namespace minefree::config
