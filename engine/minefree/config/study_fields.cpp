#include <minefree/config/study_fields.hpp>

#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/collections.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/scenario_fields.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

namespace {

// A table of more cells is none that anyone reads.
constexpr std::size_t most_choices = 30;

Field<NamedChanges> choice_field(std::string_view name, std::string StudyChoice::* member,
                                 Value<std::string> const& value, std::string_view help) {
  return taken_field<NamedChanges>(name, value, help,
                                   [member](std::string text, NamedChanges& changes) {
                                     changes.choice.*member = std::move(text);
                                   });
}

Record<NamedChanges> named_changes_record(std::string_view kind, std::string_view help,
                                          std::string_view example) {
  return {
      kind,
      help,
      {
          choice_field("name", &StudyChoice::name, line_of_text(example), "a few words").required(),
          choice_field("description", &StudyChoice::description, free_text(), "for people, longer"),
          field("changes", &NamedChanges::changes, piece_of_scenario(),
                "what it lays over the base; nothing when left out"),
      }};
}

void check_target(StudyTarget const&, Given const& given, Reading const& reading) {
  auto const* const states = given.tree().find("states_complete");
  auto const* const state = given.tree().find("state");
  if ((states == nullptr) != (state == nullptr)) return;
  reading.problem(
      states ? state->place : given.tree().place,
      states ? "the target is met by a number of states, or by one state, not by both. Remove "
               "'state' or 'states_complete'."
             : "the target does not say who must be complete. Give 'states_complete: 10', or "
               "'state: AGO'.");
}

Record<StudyTarget> target_record() {
  auto const number_of_states = whole<int>({.thing = "a number of states",
                                            .low = 1,
                                            .high = 1000,
                                            .too_low = "there must be one at least",
                                            .example = "10"});
  return Record<StudyTarget>(
             "target", "What a study wants to see met, by the end of a year.",
             {
                 field("by", &StudyTarget::by, year("2030"), "the year").required(),
                 field("states_complete", &StudyTarget::states_complete, number_of_states,
                       "that so many states of the run are complete, or more"),
                 field("state", &StudyTarget::state, state_code(), "that this state is complete"),
             })
      .checked(check_target);
}

// Names tell the rows and columns of the table apart.
void check_names(std::vector<NamedChanges> const& list, std::string_view key, Given const& given,
                 Reading const& reading) {
  if (!given.has(key)) return;
  std::map<std::string, int> first_line;
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto const& place = given.at(key).items[i].find("name")->place;
    auto const [first, is_new] = first_line.emplace(list[i].choice.name, place.line);
    if (is_new) continue;
    reading.problem(place, fmt::format("{} is the name of two {} (first at line {}). Rename one.",
                                       in_quotes(list[i].choice.name), key, first->second));
  }
}

Record<StudyFile> make_record() {
  auto const outcome =
      one_word<StudyOutcome>({{"expected_completions", StudyOutcome::expected_completions},
                              {"target_probability", StudyOutcome::target_probability},
                              {"released_km2", StudyOutcome::released_km2}});
  auto const strategy =
      named_changes_record("strategy", "One of the things that we choose.", "All to Angola");
  auto const future = named_changes_record("future", "One of the things that we do not choose.",
                                           "The largest donor leaves");
  return Record<StudyFile>(
             "study",
             "A file that sets strategies, which we choose, against futures, which we do not. Each "
             "strategy in each future is a scenario that extends the base with the changes of both. "
             "Lists of money, survey or security that both give under the same keys are joined, the "
             "strategy's entries first; what else both give is refused.",
             {
                 format_field<StudyFile>().required(),
                 field("name", &StudyFile::name, line_of_text("Which use holds up best?"),
                       "one line for people")
                     .defaults_to("the name of the file"),
                 field("description", &StudyFile::description, free_text(), "for people, longer"),
                 checked_only<StudyFile>("base", name_of_scenario(),
                                         "scenario that all is laid over")
                     .required(),
                 field("target", &StudyFile::target, target_record().value(),
                       "what meeting the target means; its year is that of the outcome too")
                     .required(),
                 field("strategies", &StudyFile::strategies,
                       list_of(strategy.value(), {.at_least = 2, .at_most = most_choices}),
                       "what we choose between")
                     .required(),
                 field("futures", &StudyFile::futures,
                       list_of(future.value(), {.at_least = 1, .at_most = most_choices}),
                       "what may come")
                     .required(),
                 field(
                     "outcome", &StudyFile::outcome, outcome,
                     "what is compared, more is better: states complete by the year, probability of "
                     "the target, or land released by the year"),
             })
      .checked([](StudyFile const& study, Given const& given, Reading const& reading) {
        check_names(study.strategies, "strategies", given, reading);
        check_names(study.futures, "futures", given, reading);
      });
}

}  // namespace

Record<StudyFile> const& study_record() {
  static Record<StudyFile> const record = make_record();
  return record;
}

}  // namespace minefree::config
