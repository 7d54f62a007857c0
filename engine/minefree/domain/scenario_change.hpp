#pragma once

#include <optional>
#include <string>

#include <minefree/base/problem.hpp>

namespace minefree {

/// One thing in which a scenario differs from another, as the files say it.
struct ScenarioChange {
  std::string path;                  // keys with dots between: `funding.donors.USA`
  std::optional<std::string> base;   // in words; nothing where the file is silent
  std::optional<std::string> other;  // likewise
  Place place;  // in the other file, or in the base's where the other is silent
};

}  // namespace minefree
