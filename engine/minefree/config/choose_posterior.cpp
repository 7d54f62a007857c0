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

/// The draws of a file; null when it is not there, or is bad, which has been reported then.
std::shared_ptr<Posterior const> read(std::string const& path, std::string const& name,
                                      Files const& files, Problems& problems) {
  auto posterior = made_of<Posterior>(path, files, problems, [&](std::string_view bytes) {
    auto draws = posterior_from_csv(bytes, path, problems);
    if (draws) draws->name = name;
    return draws;
  });
  if (!posterior || posterior->name == name) return posterior;
  auto renamed = *posterior;  // another scenario called the same file something else
  renamed.name = name;
  return std::make_shared<Posterior const>(std::move(renamed));
}

/// What was found of forecasts with the usual draws of an origin; it lies beside their folder.
SkillTable skill_beside(std::string const& path, int origin, Files const& files,
                        Problems& problems) {
  if (!path.ends_with(fmt::format("posterior/{}.csv", origin))) return {};
  auto const skill_path = joined(folder_of(folder_of(path)), "hindcast/skill.csv");
  auto const skill = made_of<SkillTable>(skill_path, files, problems, [&](std::string_view bytes) {
    return std::optional(skill_from_csv(bytes, skill_path, problems));
  });
  return skill ? *skill : SkillTable{};
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
  auto const problems_before = problems.count();
  for (auto const& path : paths) {
    auto posterior = read(path, name.text, files, problems);
    if (!posterior && problems.count() > problems_before) return {};
    if (!posterior) continue;
    if (posterior->origin > origin) {
      problems.add(name.place,
                   fmt::format("posterior names draws that know the figures up to {}, but the "
                               "origin is {}: the run would know its future. Write "
                               "'posterior: posterior/{}.csv' or 'posterior: none'.",
                               posterior->origin, origin, origin));
    }
    return {std::move(posterior), skill_beside(path, origin, files, problems)};
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
  return value_of<std::string>(std::move(shape), scalar_text);
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
    auto const problems_before = problems.count();
    scenario.posterior = read(path, file, files, problems);
    if (problems.count() > problems_before) return;
    if (!scenario.posterior) continue;
    scenario.skill = skill_beside(path, scenario.origin, files, problems);
    return;
  }
}

}  // namespace minefree::config
