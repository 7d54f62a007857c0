#include <minefree/config/frozen_draws.hpp>

#include <algorithm>

#include <minefree/base/sha256.hpp>

namespace minefree::config {

FrozenDraws find_frozen_draws(Tree const& scenario, std::optional<std::string> const& sha256,
                              std::vector<std::string> const& folders, Files const& files) {
  FrozenDraws draws;
  auto const* const name = scenario.find("posterior");
  if (!name || !name->is_scalar() || name->text == "none") return draws;
  draws.name = name->text;
  auto const file = draws.name.substr(draws.name.rfind('/') + 1);
  for (auto const& folder : folders) {
    for (auto const& path : {joined(folder, draws.name), joined(folder, file)}) {
      if (std::ranges::find(draws.looked_for, path) != draws.looked_for.end()) continue;
      draws.looked_for.push_back(path);
      auto const bytes = files.read(path);
      if (!bytes || draws.same) continue;
      draws.same = sha256_hex(*bytes) == sha256;
      if (draws.same || !draws.path) draws.path = path;
    }
  }
  return draws;
}

Tree with_draws_at(Tree scenario, std::string const& path) {
  for (auto& entry : scenario.entries) {
    if (entry.key == "posterior") entry.value.text = path;
  }
  return scenario;
}

}  // namespace minefree::config
