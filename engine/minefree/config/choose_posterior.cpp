#include <minefree/config/choose_posterior.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/read_posterior.hpp>
#include <minefree/config/read_skill.hpp>

namespace minefree::config {

namespace {

constexpr std::string_view no_posterior = "none";

/// What may be meant by a name that leads nowhere: another file there, or the word for none.
std::string hint(std::string const& name, std::vector<std::string> there) {
  auto const last = name.substr(name.rfind('/') + 1);
  std::erase(there, last);  // a folder
  if (name.find('/') == std::string::npos) there.emplace_back(no_posterior);
  return did_you_mean(last, there);
}

std::shared_ptr<Posterior const> read(std::string const& path, std::string_view bytes,
                                      std::string name, Problems& problems) {
  auto posterior = posterior_from_csv(bytes, path, problems);
  if (!posterior) return nullptr;
  posterior->name = std::move(name);
  return std::make_shared<Posterior const>(std::move(*posterior));
}

/// What was found of forecasts with the usual draws of an origin; it lies beside their folder.
SkillTable skill_beside(std::string const& path, int origin, Files const& files,
                        Problems& problems) {
  if (!path.ends_with(fmt::format("posterior/{}.csv", origin))) return {};
  auto const skill_path = joined(folder_of(folder_of(path)), "hindcast/skill.csv");
  auto const skill = files.read(skill_path);
  return skill ? skill_from_csv(*skill, skill_path, problems) : SkillTable{};
}

struct Chosen {
  std::shared_ptr<Posterior const> posterior;
  SkillTable skill;
};

Chosen named_posterior(Tree const& name, int origin, std::string const& library, Files const& files,
                       Problems& problems) {
  std::vector<std::string> paths{joined(folder_of(*name.place.file), name.text)};
  if (!library.empty() && !name.text.starts_with('/')) {
    paths.push_back(joined(library, name.text));
    if (paths.front() == paths.back()) paths.pop_back();
  }
  for (auto const& path : paths) {
    auto const bytes = files.read(path);
    if (!bytes) continue;
    auto posterior = read(path, *bytes, name.text, problems);
    if (posterior && posterior->origin > origin) {
      problems.add(name.place,
                   fmt::format("posterior names draws that know the figures up to {}, but the "
                               "origin is {}: the run would know its future. Write "
                               "'posterior: posterior/{}.csv' or 'posterior: none'.",
                               posterior->origin, origin, origin));
    }
    auto skill = posterior ? skill_beside(path, origin, files, problems) : SkillTable{};
    return {std::move(posterior), std::move(skill)};
  }
  problems.add(name.place,
               fmt::format("posterior names {}, which is not there (looked for {}).{} Make it with "
                           "./dev calibrate, or write 'posterior: none'.",
                           in_quotes(name.text), join(paths, ", ", " and "),
                           hint(name.text, files.list(folder_of(paths.back())))));
  return {};
}

}  // namespace

Value<std::string> posterior_name() {
  Shape shape;
  shape.words = "the name of a file of draws, or none";
  shape.example = "posterior/2024.csv";
  return {.read = [shape](Tree const& tree,
                          Reading const& reading) { return scalar_text(tree, reading, shape); },
          .shape = shape,
          .print = {}};
}

void choose_posterior(Scenario& scenario, Tree const& tree, std::vector<StateData> const& states,
                      std::vector<std::string> const& folders, std::string const& library,
                      Files const& files, Problems& problems) {
  auto const* const name = tree.find("posterior");
  if (name && name->text == no_posterior) return;
  if (name) {
    auto chosen = named_posterior(*name, scenario.origin, library, files, problems);
    scenario.posterior = std::move(chosen.posterior);
    scenario.skill = std::move(chosen.skill);
    return;
  }
  if (std::ranges::all_of(states, &StateData::inline_state)) return;
  for (auto const& folder : folders) {
    auto const file = fmt::format("posterior/{}.csv", scenario.origin);
    auto const path = joined(folder, file);
    auto const bytes = files.read(path);
    if (!bytes) continue;
    scenario.posterior = read(path, *bytes, file, problems);
    scenario.skill = skill_beside(path, scenario.origin, files, problems);
    return;
  }
}

}  // namespace minefree::config
