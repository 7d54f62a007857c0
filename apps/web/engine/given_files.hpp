#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <minefree/config/files.hpp>

namespace minefree::page {

/// The folder in which the page keeps scenarios, its own and those of the repository.
inline constexpr std::string_view scenario_folder = "scenarios";

/// The files that the page gave: a disk in memory, with what was read of it.
class GivenFiles {
 public:
  /// Puts a file in place, or another text of it. `events` is what a parser of YAML reported of it
  /// (yaml_events.hpp); empty where the page shall be asked when the tree is needed.
  void give(std::string const& path, std::string bytes, std::string events);

  /// Tells of a file that the page can fetch when it is wanted.
  void expect(std::string const& path) { expected_.insert(path); }

  /// Those that were wanted since the last call and are not here yet.
  std::set<std::string> take_missing() { return std::exchange(missing_, {}); }

  /// The files as readers know them; valid while this lives and as long as nothing is given.
  config::Files files();

 private:
  struct File {
    std::string bytes;
    std::string events;
    std::optional<Outcome<config::Tree>> tree;
  };

  std::optional<std::string> read(std::string const& path);
  std::vector<std::string> names_in(std::string const& folder) const;
  Outcome<config::Tree> parse(std::string_view bytes, std::string const& path);

  std::map<std::string, File> files_;
  std::set<std::string> expected_;
  std::set<std::string> missing_;
  std::shared_ptr<config::Memory> memory_ = std::make_shared<config::Memory>();
};

}  // namespace minefree::page
