#pragma once

#include <string>
#include <vector>

#include <minefree/config/tree.hpp>
#include <minefree/domain/scenario_change.hpp>

namespace minefree::config {

/// What a scenario changes against another, in the order of its keys; both with all that they
/// extend. A list is one value, and so is a spread; states given whole are told apart by their
/// codes. The name and the description say nothing of the model, and are left out.
std::vector<ScenarioChange> changes_between(Tree const& base, Tree const& other);

/// A value of a scenario file in words: `-50% from 2026`.
std::string in_words(Tree const&);

}  // namespace minefree::config
