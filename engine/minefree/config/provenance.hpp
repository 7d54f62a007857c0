#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <minefree/config/tree.hpp>

namespace minefree::config {

/// SHA-256 of the canonical JSON of a scenario with `extends` merged in.
std::string scenario_sha256(Tree const& whole_scenario);

/// The files of the record that a run used, by the names `states/AGO.yaml` and `data/sources.csv`.
class DataFiles {
 public:
  void add(std::string const& name, std::string_view bytes);
  /// The same for a file whose SHA-256 is known, in hexadecimal.
  void add_hash(std::string const& name, std::string sha256);
  void add_all(DataFiles const& others);

  /// SHA-256 over all files in the order of their names: for each the line `name sha256-of-bytes`.
  /// Nothing when no file was used. The folders they lie in do not count.
  std::optional<std::string> sha256() const;

 private:
  std::map<std::string, std::string> hashes_;  // by name
};

}  // namespace minefree::config
