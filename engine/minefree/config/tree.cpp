#include <minefree/config/tree.hpp>

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace minefree::config {

Tree::Entry const* Tree::entry(std::string_view key) const {
  auto const found = std::find_if(entries.begin(), entries.end(),
                                  [key](Entry const& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

Tree const* Tree::find(std::string_view key) const {
  auto const* const found = entry(key);
  return found ? &found->value : nullptr;
}

Tree merged(Tree base, Tree const& change) {
  if (!base.is_map() || !change.is_map()) return change;

  std::unordered_map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < base.entries.size(); ++i) index.emplace(base.entries[i].key, i);
  for (auto const& entry : change.entries) {
    auto const found = index.find(entry.key);
    if (found == index.end()) {
      base.entries.push_back(entry);
    } else {
      auto& below = base.entries[found->second];
      below = {entry.key, entry.key_place, merged(std::move(below.value), entry.value)};
    }
  }
  base.place = change.place;
  return base;
}

Tree without(Tree map, std::string_view key) {
  std::erase_if(map.entries, [key](Tree::Entry const& entry) { return entry.key == key; });
  return map;
}

std::string kind_in_words(Tree const& tree) {
  switch (tree.kind) {
    case Tree::Kind::null:
      return "empty";
    case Tree::Kind::scalar:
      return "a single value";
    case Tree::Kind::list:
      return "a list";
    case Tree::Kind::map:
      return "a map of keys";
  }
  return {};
}

}  // namespace minefree::config
