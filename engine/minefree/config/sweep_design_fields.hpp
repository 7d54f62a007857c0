#pragma once

#include <string>
#include <utility>
#include <vector>

#include <minefree/config/field.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/domain/sweep.hpp>

namespace minefree::config {

/// Where the points of a sweep lie.
Record<SweepDesign> const& sweep_design_record();

/// One of several words of a sweep, each named by `word_of`.
template <class E>
Value<E> word_for(std::vector<E> const& meanings) {
  std::vector<std::pair<std::string, E>> words;
  for (E const meaning : meanings) words.emplace_back(word_of(meaning), meaning);
  return one_word<E>(words);
}

}  // namespace minefree::config
