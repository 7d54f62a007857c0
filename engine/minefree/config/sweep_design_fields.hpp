#pragma once

#include <string>
#include <utility>
#include <vector>

#include <minefree/config/record.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/domain/sweep.hpp>

namespace minefree::config {

/// Where the points of a sweep lie.
Record<SweepDesign> const& sweep_design_record();

/// One of several words of a sweep, each named by `word_of`.
template <class E>
Value<E> word_for(std::vector<E> const& meanings) {
  std::vector<std::string> words;
  for (E const meaning : meanings) words.push_back(word_of(meaning));
  return one_word<E>(std::move(words), meanings);
}

}  // namespace minefree::config
