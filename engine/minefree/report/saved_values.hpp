#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/report/json_values.hpp>

namespace minefree::report {

/// A map of a saved file. What is missing or of another kind becomes a problem that names the key.
class SavedMap {
 public:
  SavedMap(Json const& json, std::string path, std::string const& file, Problems& problems)
      : json_(json), path_(std::move(path)), file_(file), problems_(problems) {}

  /// Reads a value of the kind of `value`: bool, whole and other numbers, text, optional ones, and
  /// lists of them. A text may be null, as an empty one is written.
  template <class T>
  void read(std::string_view key, T& value) const;

  /// The map under that key; nothing where it is null, or missing, which is a problem.
  std::optional<SavedMap> map(std::string_view key) const;

  /// The maps of a list.
  std::vector<SavedMap> maps(std::string_view key) const;

  /// The keys, in their order.
  std::vector<std::string> keys() const;

  void complain(std::string_view key) const;

 private:
  Json const* find(std::string_view key) const;
  std::string below(std::string_view key) const;

  Json const& json_;
  std::string path_;
  std::string const& file_;
  Problems& problems_;
};

/// Where a result comes from.
void read(SavedMap const&, Provenance&);

/// The states, the world and the years of `summary.json`.
void read(SavedMap const&, RunSummary&);

}  // namespace minefree::report
