#pragma once

#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/config/files.hpp>
#include <minefree/config/tree.hpp>
#include <minefree/domain/frozen_forecast.hpp>

namespace minefree::config {

/// A frozen forecast as its file tells it, with the scenario that can be run again.
struct FrozenFile {
  FrozenForecast forecast;
  Tree scenario;
};

/// Reads the bytes of a frozen forecast, or gives every problem. Refused: a file that was edited
/// after it was frozen, which its hashes tell.
Outcome<FrozenFile> read_frozen(std::string_view bytes, std::string const& path, Files const&);

/// SHA-256 of the canonical JSON of the `states` of such a file; empty where it has none.
std::string sha256_of_frozen_states(Tree const& file);
/// SHA-256 of the canonical JSON of the whole file but for its `file_sha256`.
std::string sha256_of_frozen_file(Tree const& file);

}  // namespace minefree::config
