#include <minefree/config/scenario_fields.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/config/choose_posterior.hpp>
#include <minefree/config/collections.hpp>
#include <minefree/config/funding_fields.hpp>
#include <minefree/config/lever_fields.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/output_fields.hpp>
#include <minefree/config/parameter_fields.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/state_choice.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

namespace {

// A run costs time and memory by the year.
constexpr int most_years = 200;

void check_horizon(Scenario const& scenario, Given const& given, Reading const& reading) {
  if (!given.has("origin") || !given.has("horizon")) return;
  auto const& place = given.at("horizon").place;
  if (scenario.horizon <= scenario.origin) {
    reading.problem(place,
                    fmt::format("horizon is {}, but the simulation starts in {}, the year after "
                                "the origin. Choose a later horizon.",
                                scenario.horizon, scenario.origin + 1));
  } else if (scenario.horizon - scenario.origin > most_years) {
    reading.problem(place,
                    fmt::format("horizon is {}, more than {} years after the origin. Choose an "
                                "earlier horizon.",
                                scenario.horizon, most_years));
  }
}

void check_targets(Scenario const& scenario, Given const& given, Reading const& reading) {
  if (!given.has("targets")) return;
  auto const& items = given.at("targets").items;
  bool const has_bounds =
      given.has("origin") && given.has("horizon") && scenario.horizon > scenario.origin;
  std::map<int, int> first_line;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto const target = scenario.targets[i];
    auto const [first, is_new] = first_line.emplace(target, items[i].place.line);
    if (!is_new) {
      reading.problem(items[i].place, fmt::format("target {} is given twice. Remove one.", target));
    } else if (has_bounds && (target <= scenario.origin || target > scenario.horizon)) {
      reading.problem(
          items[i].place,
          fmt::format("target {} is outside the simulated years, {} to {}. Change it, the "
                      "origin or the horizon.",
                      target, scenario.origin + 1, scenario.horizon));
    }
  }
}

// Whoever uses the value says what is wrong with it.
Value<bool> read_elsewhere(Shape shape) {
  return value_of<bool>(std::move(shape), [](Tree const&, Reading const&, Shape const&) {
    return std::optional(true);
  });
}

std::vector<Field<Scenario>> head_fields() {
  auto const states = read_elsewhere(*state_choice().shape());
  return {
      format_field<Scenario>().required(),
      field("name", &Scenario::name, line_of_text("More money from 2026"), "one line for people")
          .defaults_to("the name of the file"),
      field("description", &Scenario::description, free_text(), "for people, longer"),
      checked_only<Scenario>(
          "extends", name_of_scenario(),
          "scenario that this one changes: maps are merged key by key, lists and "
          "values replaced"),
      field("origin", &Scenario::origin, year("2024"),
            "last year whose figures may be used; the simulation starts the year after")
          .required(),
      field("horizon", &Scenario::horizon, year("2060"), "last simulated year").required(),
      field("trajectories", &Scenario::trajectories, number_of_futures(),
            "number of futures simulated")
          .defaults_to(std::to_string(usual_trajectories)),
      field("seed", &Scenario::seed, seed(),
            "start of the random numbers; the same seed, the same bytes")
          .required(),
      checked_only<Scenario>(
          "states", states,
          "which states: all of the folder; those not declared complete by the "
          "origin (affected); of these the parties to the Convention; a list; or "
          "the affected but for some")
          .required(),
      field("targets", &Scenario::targets, list_of(year("2030")),
            "years by whose end the probability of completion is given"),
      field(
          "certain", &Scenario::certain, yes_no(),
          "true: no noise, no events, spreads at their best value, but for what this file states"),
  };
}

// What a scenario changes or supposes.
std::vector<Field<Scenario>> change_fields() {
  auto const key = *state_code().shape();
  return {
      field("funding", &Scenario::funding, funding_levers_record().value(), "changes of money"),
      field("survey", &Scenario::survey,
            map_of(key, why_not_a_state_code, list_of(survey_lever_record().value())),
            "changes of survey, by state"),
      field("security", &Scenario::security,
            map_of(key, why_not_a_state_code, list_of(security_lever_record().value())),
            "supposed regimes, by state"),
      field("residual", &Scenario::residual, residual_record().value(),
            "the phase after completion"),
      field("risk_education", &Scenario::risk_education, risk_education_record().value(),
            "a switch for casualties, and people reached"),
      field("parameters", &Scenario::parameters, parameters_record().value(),
            "values of the model's parameters for all states"),
      field("state_overrides", &Scenario::state_overrides,
            map_of(key, why_not_a_state_code, state_override_record().value()),
            "what is supposed of single states"),
  };
}

void append(std::vector<Field<Scenario>> more, std::vector<Field<Scenario>>& fields) {
  for (auto& field : more) fields.push_back(std::move(field));
}

Record<Scenario> make_record() {
  auto fields = head_fields();
  fields.push_back(
      checked_only<Scenario>("posterior", posterior_name(),
                             "draws of a calibration, or none; without it, posterior/<origin>.csv "
                             "where states come from files and it is there"));
  append(change_fields(), fields);
  fields.push_back(field("outputs", &Scenario::outputs, outputs_list(),
                         "optional parts of the result; the dates need none of them"));
  return Record<Scenario>("scenario", "A file that says what to simulate.", std::move(fields))
      .checked(check_horizon)
      .checked(check_targets);
}

Record<Scenario> make_changes_record() {
  auto fields = change_fields();
  for (std::string_view const key : {"origin", "horizon", "trajectories", "seed", "states",
                                     "targets", "certain", "posterior", "outputs", "extends"}) {
    fields.push_back(refused<Scenario>(
        key, "must be the same in all scenarios of a study. Set it in the base."));
  }
  return {
      "piece of scenario",
      "What differs from the base, as a scenario that extends it would say it: maps are merged key "
      "by key, and lists and values of the base are replaced.",
      std::move(fields)};
}

}  // namespace

Value<std::uint64_t> number_of_futures() {
  return whole<std::uint64_t>({.thing = "a number of futures",
                               .low = 1,
                               .high = 1e8,
                               .too_low = "there must be one at least",
                               .too_high = "too many to be of use",
                               .example = "20000"});
}

Value<std::uint64_t> seed() {
  return whole<std::uint64_t>({.thing = "a whole number",
                               .low = 0,
                               .high = 9007199254740991.0,
                               .too_low = "cannot be negative",
                               .too_high = "beyond 2^53 not every program keeps its digits",
                               .example = "2025"});
}

Value<bool> name_of_scenario() {
  Shape path;
  path.words = "the name of a scenario file";
  path.example = "baseline.yaml";
  return read_elsewhere(std::move(path));
}

Record<Scenario> const& scenario_record() {
  static Record<Scenario> const record = make_record();
  return record;
}

// Read for its problems here, and again within each scenario that it goes into. Its keys are named
// as in a scenario, so that the same problem has the same words.
Value<Tree> piece_of_scenario() {
  auto const read = [](Tree const& tree, Reading const& reading,
                       Shape const&) -> std::optional<Tree> {
    auto const scenario = changes_record().read(tree, reading.named({}));
    return scenario ? std::optional(tree) : std::nullopt;
  };
  return value_of<Tree>(changes_record().shape(), read);
}

Record<Scenario> const& changes_record() {
  static Record<Scenario> const record = make_changes_record();
  return record;
}

}  // namespace minefree::config
