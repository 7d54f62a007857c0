#include <minefree/config/tree_path.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>

namespace minefree::config {

namespace {

bool is_number(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
}

std::string so_far(std::vector<std::string> const& keys, std::size_t count) {
  return join({keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count)}, ".", ".");
}

// The entry of a map with that key; a new one where there is none.
Tree& entry_of(Tree& map, std::string const& key, Place const& place) {
  auto const found = std::ranges::find(map.entries, key, &Tree::Entry::key);
  if (found != map.entries.end()) return found->value;
  map.entries.push_back({.key = key, .key_place = place, .value = {}});
  map.entries.back().value.place = place;
  return map.entries.back().value;
}

}  // namespace

std::vector<std::string> keys_of_path(std::string const& path) {
  std::vector<std::string> keys{""};
  for (char const c : path) {
    if (c == '.' || c == '[') {
      keys.emplace_back();
    } else if (c != ']') {
      keys.back() += c;
    }
  }
  return keys;
}

bool put_at(std::string const& path, Tree value, Tree& tree, Problems& problems) {
  auto const keys = keys_of_path(path);
  Tree* at = &tree;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    auto const& key = keys[k];
    auto const nowhere = [&](std::string const& why) {
      problems.add(value.place, fmt::format("the path {} leads nowhere: {}", in_quotes(path), why));
      return false;
    };
    if (key.empty()) return nowhere("it has an empty key. Write it as funding.world.0.change.");
    if (at->is_list()) {
      auto const index = is_number(key) ? parse_integer(key) : std::nullopt;
      if (!index) {
        return nowhere(fmt::format("{} is a list. Go on with the number of an entry, such as 0.",
                                   so_far(keys, k)));
      }
      if (static_cast<std::size_t>(*index) >= at->items.size()) {
        return nowhere(fmt::format(
            "{} has {}, counted from 0. Give the list in 'changes'.", so_far(keys, k),
            at->items.size() == 1 ? "1 entry" : fmt::format("{} entries", at->items.size())));
      }
      at = &at->items[static_cast<std::size_t>(*index)];
      continue;
    }
    if (at->is_null() && is_number(key)) {
      return nowhere(fmt::format("there is no list {}. Give it in 'changes'.", so_far(keys, k)));
    }
    // A single value gives way to a map: the reader of the scenario says where none may be.
    if (!at->is_map()) {
      Tree map;
      map.kind = Tree::Kind::map;
      map.place = value.place;
      *at = std::move(map);
    }
    at = &entry_of(*at, key, value.place);
  }
  *at = std::move(value);
  return true;
}

}  // namespace minefree::config
