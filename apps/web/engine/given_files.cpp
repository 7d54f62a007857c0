#include "given_files.hpp"

#include <utility>

#include "host.hpp"
#include "yaml_events.hpp"

namespace minefree::page {

namespace {

Outcome<config::Tree> parse_events(std::string_view events, std::string_view bytes,
                                   std::string const& path) {
  return config::parse_yaml_with(
      [events](std::string_view, config::RawNodes& nodes) { return replay(events, nodes); }, bytes,
      path);
}

/// The page is asked only for text that is fit to be read.
Outcome<config::Tree> parse_through_page(std::string_view bytes, std::string const& path) {
  return config::parse_yaml_with(
      [](std::string_view text, config::RawNodes& nodes) {
        return replay(yaml_events_of(text), nodes);
      },
      bytes, path);
}

}  // namespace

void GivenFiles::give(std::string const& path, std::string bytes, std::string events) {
  auto const [at, is_new] = files_.try_emplace(path);
  auto& file = at->second;
  if (!is_new && file.bytes == bytes) return;
  // Nothing is kept of a scenario, so what was made of the record stays while scenarios change.
  bool const is_scenario = path.ends_with(".yaml") && config::folder_of(path) == scenario_folder;
  if (!is_new && !is_scenario) memory_ = std::make_shared<config::Memory>();
  file = {.bytes = std::move(bytes), .events = std::move(events), .tree = {}};
}

config::Files GivenFiles::files() {
  return {.read = [this](std::string const& path) { return read(path); },
          .list = [this](std::string const& folder) { return names_in(folder); },
          .parse = [this](std::string_view bytes,
                          std::string const& path) { return parse(bytes, path); },
          .memory = memory_};
}

std::optional<std::string> GivenFiles::read(std::string const& path) {
  auto const found = files_.find(path);
  if (found != files_.end()) return found->second.bytes;
  if (expected_.contains(path)) missing_.insert(path);
  return std::nullopt;
}

std::vector<std::string> GivenFiles::names_in(std::string const& folder) const {
  auto const start = folder.empty() ? folder : folder + "/";
  std::set<std::string> names;
  auto const add = [&](std::string_view path) {
    if (!path.starts_with(start)) return;
    auto const rest = path.substr(start.size());
    names.emplace(rest.substr(0, rest.find('/')));
  };
  for (auto const& [path, file] : files_) add(path);
  for (auto const& path : expected_) add(path);
  return {names.begin(), names.end()};
}

Outcome<config::Tree> GivenFiles::parse(std::string_view bytes, std::string const& path) {
  auto const found = files_.find(path);
  if (found == files_.end() || found->second.bytes != bytes) return parse_through_page(bytes, path);
  auto& file = found->second;
  if (!file.tree) {
    file.tree = file.events.empty() ? parse_through_page(bytes, path)
                                    : parse_events(file.events, bytes, path);
  }
  return *file.tree;
}

}  // namespace minefree::page
