#include <minefree/config/combine_changes.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace minefree::config {

namespace {

constexpr std::array lists_of_levers =
    std::to_array<std::string_view>({"funding", "survey", "security"});

class Combining {
 public:
  Combining(ChangesOf const& strategy, ChangesOf const& future, Problems& problems)
      : strategy_(strategy), future_(future), problems_(problems) {}

  /// `path` is that of both trees: `funding.recipients`.
  Tree both(Tree strategy, Tree const& future, std::string const& path) {
    if (strategy.is_map() && future.is_map()) return maps(std::move(strategy), future, path);
    if (strategy.is_list() && future.is_list() && is_list_of_levers(path)) {
      strategy.items.insert(strategy.items.end(), future.items.begin(), future.items.end());
      return strategy;
    }
    clash_ = true;
    problems_.add(future.place,
                  fmt::format("{} is given by {} and by {} (line {}), and both cannot hold. Leave "
                              "it to one of them.",
                              path, future_.words, strategy_.words, strategy.place.line));
    return strategy;
  }

 private:
  Tree maps(Tree strategy, Tree const& future, std::string const& path) {
    bool clash = false;  // one word on a spread that both give, not one on each of its points
    for (auto const& entry : future.entries) {
      auto const own = std::ranges::find(strategy.entries, entry.key, &Tree::Entry::key);
      if (own == strategy.entries.end()) {
        strategy.entries.push_back(entry);
        continue;
      }
      if (clash && !entry.value.is_map()) continue;
      clash_ = false;
      own->value = both(std::move(own->value), entry.value,
                        path.empty() ? entry.key : path + '.' + entry.key);
      clash = clash || clash_;
    }
    return strategy;
  }

  static bool is_list_of_levers(std::string_view path) {
    auto const first = path.substr(0, path.find('.'));
    return std::ranges::find(lists_of_levers, first) != lists_of_levers.end();
  }

  ChangesOf const& strategy_;
  ChangesOf const& future_;
  Problems& problems_;
  bool clash_ = false;
};

}  // namespace

Tree combined(ChangesOf const& strategy, ChangesOf const& future, Problems& problems) {
  if (!strategy.tree.is_map()) return future.tree;
  if (!future.tree.is_map()) return strategy.tree;
  return Combining(strategy, future, problems).both(strategy.tree, future.tree, "");
}

}  // namespace minefree::config
