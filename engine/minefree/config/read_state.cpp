#include <minefree/config/read_state.hpp>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

std::optional<StateData> read_state_text(std::string_view bytes, std::string const& path,
                                         Files const& files, Sources const& sources,
                                         Problems& problems) {
  auto const parsed = files.parse(bytes, path);
  problems.add_all(parsed.problems);
  if (!parsed.value) return std::nullopt;
  auto const& tree = *parsed.value;
  auto state = state_record(StateForm::file).read(tree, Reading(problems, &sources));

  // The file's name is how a scenario asks for it, so it must tell the truth.
  auto const* const code = tree.find("code");
  auto const stem = stem_of(path);
  if (code && code->is_scalar() && code->text != stem) {
    problems.add(code->place, fmt::format("code is {}, but the file is called {}. Correct one.",
                                          in_quotes(code->text), in_quotes(stem + ".yaml")));
    return std::nullopt;
  }
  return state;
}

Outcome<StateData> read_state(std::string const& path, Files const& files) {
  Outcome<StateData> outcome;
  auto const bytes = files.read(path);
  if (!bytes) {
    outcome.problems.add(Place::whole(path),
                         "the file is not there, or cannot be read. Check its name.");
    return outcome;
  }
  auto const sources_path = joined(folder_of(path), "../data/sources.csv");
  auto const csv = files.read(sources_path);
  if (!csv) {
    outcome.problems.add(
        Place::whole(sources_path),
        "the list of sources is not there, and a state file cites them. Keep state "
        "files in a folder 'states' beside 'data'.");
    return outcome;
  }
  auto const sources = Sources::from_csv(*csv, sources_path, outcome.problems);
  auto state = read_state_text(*bytes, path, files, sources, outcome.problems);
  if (outcome.problems.empty()) outcome.value = std::move(state);
  return outcome;
}

}  // namespace minefree::config
