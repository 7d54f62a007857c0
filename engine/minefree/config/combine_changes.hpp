#pragma once

#include <string>

#include <minefree/config/tree.hpp>

namespace minefree::config {

/// Changes of a strategy or a future, with the words for it in messages: `the strategy 'All'`.
struct ChangesOf {
  Tree const& tree;
  std::string words;
};

/// What both lay over the base. Lists under `funding`, `survey` and `security` that both give are
/// joined, the strategy's entries first; anything else that both give is a problem.
Tree combined(ChangesOf const& strategy, ChangesOf const& future, Problems& problems);

}  // namespace minefree::config
