#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <minefree/base/problem.hpp>
#include <minefree/config/shape.hpp>
#include <minefree/config/tree.hpp>

namespace minefree::config {

class Sources;

/// What a reader needs besides the tree: the name of the value for messages (`treaty.party`), where
/// problems go, and the sources that rows may cite (none for scenarios that bring no record).
class Reading {
 public:
  Reading(Problems& problems, Sources const* sources, std::string name = {})
      : problems_(&problems), sources_(sources), name_(std::move(name)) {}

  std::string const& name() const { return name_; }
  Sources const* sources() const { return sources_; }
  std::size_t problems_so_far() const { return problems_->count(); }

  /// The same under another name.
  Reading named(std::string name) const { return {*problems_, sources_, std::move(name)}; }
  /// The reading of a key of this value: `treaty` becomes `treaty.party`.
  Reading inside(std::string_view key) const;

  /// Adds a problem whose sentence starts with the name: `horizon` + ` is empty.`
  void refuse(Place const& place, std::string_view predicate) const;
  /// Adds a problem with a sentence of its own.
  void problem(Place const& place, std::string what) const;

 private:
  Problems* problems_;
  Sources const* sources_;
  std::string name_;
};

/// The text of a scalar; for anything else, and for empty text, a problem that says what is wanted.
std::optional<std::string> scalar_text(Tree const& tree, Reading const& reading,
                                       Shape const& shape);

/// `Write a date, such as 2030-03-01.`
std::string wanted(Shape const& shape);

/// The words that YAML 1.1 readers take for true or false, and YAML 1.2 readers for text.
bool is_disputed_word(std::string_view text);

}  // namespace minefree::config
