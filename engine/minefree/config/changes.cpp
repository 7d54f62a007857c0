#include <minefree/config/changes.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/json_tree.hpp>

namespace minefree::config {

namespace {

constexpr std::array not_of_the_model = {std::string_view("name"), std::string_view("description"),
                                         std::string_view("format")};

/// Of a lever or a spread: the key becomes a few words around the value.
struct Phrase {
  std::string_view key, before, after;
};
constexpr std::array phrases = std::to_array<Phrase>({
    {"change", "", ""},
    {"add_musd", "", " million USD a year on top"},
    {"set_musd", "", " million USD a year in all"},
    {"from", "from ", ""},
    {"to", "to ", ""},
    {"regime", "", ""},
    {"intensity", "", " times the usual survey"},
    {"front_load", "moved forward: ", ""},
    {"pledge", "pledge of ", ""},
    {"musd", "", " million USD"},
    {"over", "over ", " years"},
    {"default_risk", "at a risk of ", ""},
    {"pay_by_results", "paid by results: ", ""},
    {"musd_per_km2", "", " million USD a km2"},
    {"cap_musd", "at most ", " million USD a year"},
});

std::string entry_in_words(Tree::Entry const& entry) {
  auto const value = in_words(entry.value);
  auto const phrase = std::ranges::find(phrases, entry.key, &Phrase::key);
  if (phrase == phrases.end()) return entry.key + ' ' + value;
  return fmt::format("{}{}{}", phrase->before, value, phrase->after);
}

bool is_spread(Tree const& tree) { return tree.find("best") != nullptr; }

/// A list of states that are given whole.
bool is_list_of_states(Tree const& tree) {
  if (!tree.is_list() || tree.items.empty()) return false;
  return std::ranges::all_of(tree.items, [](Tree const& item) { return item.find("code"); });
}

/// What a level holds: the entries of a map, or states by their codes. Nothing for a single value.
std::vector<Tree::Entry> level_of(Tree const& tree) {
  if (tree.is_map() && !is_spread(tree)) return tree.entries;
  std::vector<Tree::Entry> entries;
  if (!is_list_of_states(tree)) return entries;
  for (Tree const& item : tree.items) {
    auto const* const code = item.entry("code");
    entries.push_back({code->value.text, code->key_place, item});
  }
  return entries;
}

Tree const* value_of(std::vector<Tree::Entry> const& level, std::string_view key) {
  auto const found = std::ranges::find(level, key, &Tree::Entry::key);
  return found == level.end() ? nullptr : &found->value;
}

bool same(Tree const* one, Tree const* other) {
  if (!one || !other) return one == other;
  return canonical_json(*one) == canonical_json(*other);
}

void add_changes(std::string const& path, Tree const* base, Tree const* other,
                 std::vector<ScenarioChange>& changes) {
  if (same(base, other)) return;
  auto const in_base = base ? level_of(*base) : std::vector<Tree::Entry>{};
  auto const in_other = other ? level_of(*other) : std::vector<Tree::Entry>{};
  bool const goes_deeper = (!base || !in_base.empty()) && (!other || !in_other.empty());
  if (goes_deeper) {
    std::set<std::string> keys;
    for (auto const& entry : in_base) keys.insert(entry.key);
    for (auto const& entry : in_other) keys.insert(entry.key);
    for (auto const& key : keys) {
      add_changes(path.empty() ? key : path + '.' + key, value_of(in_base, key),
                  value_of(in_other, key), changes);
    }
    return;
  }
  ScenarioChange change{
      .path = path, .base = {}, .other = {}, .place = (other ? other : base)->place};
  if (base) change.base = in_words(*base);
  if (other) change.other = in_words(*other);
  changes.push_back(std::move(change));
}

}  // namespace

std::string in_words(Tree const& tree) {
  if (tree.is_null()) return "nothing";
  if (tree.is_scalar()) return tree.text;
  std::vector<std::string> words;
  if (tree.is_list()) {
    for (Tree const& item : tree.items) words.push_back(in_words(item));
    bool const of_maps = !tree.items.empty() && tree.items.front().is_map();
    return words.empty() ? "none" : join(words, of_maps ? "; " : ", ", of_maps ? "; " : ", ");
  }
  std::string text;
  for (auto const& entry : tree.entries) {
    bool const is_year = entry.key == "from" || entry.key == "to";
    if (!text.empty()) text += is_year ? " " : ", ";
    text += entry_in_words(entry);
  }
  return text.empty() ? "none" : text;
}

std::vector<ScenarioChange> changes_between(Tree const& base, Tree const& other) {
  std::vector<ScenarioChange> changes;
  add_changes("", &base, &other, changes);
  std::erase_if(changes, [](ScenarioChange const& change) {
    return std::ranges::find(not_of_the_model, change.path) != not_of_the_model.end();
  });
  return changes;
}

}  // namespace minefree::config
