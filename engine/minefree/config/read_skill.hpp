#pragma once

#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/domain/skill.hpp>

namespace minefree::config {

/// The scores that `minefree hindcast --out` writes as skill.csv: of them, those that a run prints
/// beside its results. Problems name their line.
SkillTable skill_from_csv(std::string_view text, std::string const& file, Problems& problems);

}  // namespace minefree::config
