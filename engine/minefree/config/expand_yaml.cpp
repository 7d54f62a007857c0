#include <minefree/config/expand_yaml.hpp>

#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>

namespace minefree::config {

namespace {

// True when the text in quotes that starts at `start` ends somewhere.
bool closes(std::string_view text, std::size_t start) {
  char const quote = text[start];
  for (auto i = start + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      bool const doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return true;
      ++i;
    }
  }
  return false;
}

class Expander {
 public:
  Expander(std::vector<RawNode> const& nodes, std::string_view text, LinePlaces const& places,
           YamlLimits const& limits, Problems& problems)
      : nodes_(nodes), text_(text), places_(places), limits_(limits), problems_(problems) {}

  Tree expand(NodeIndex index, int depth) {
    auto const& node = nodes_[index];
    Tree tree{node.kind, place(node), {}, node.quoted, {}, {}};
    if (depth == 1) section_ = tree.place;
    if (++count_ > limits_.nodes || depth > limits_.depth) {
      refuse_growth();
      return tree;
    }
    check_tag(node);
    if (node.kind == Tree::Kind::scalar) {
      check_quotes(node);
      tree.text = node.text;
    }
    if (node.kind == Tree::Kind::list) {
      tree.items.reserve(node.children.size());
      for (auto const child : node.children) {
        if (too_big_) break;
        tree.items.push_back(expand(child, depth + 1));
        if (tree.items.back().is_null()) tree.items.back().place = tree.place;
      }
    }
    if (node.kind == Tree::Kind::map) expand_entries(node, depth, tree);
    return tree;
  }

 private:
  Place place(RawNode const& node) const { return places_.at(node.line, node.byte); }

  void expand_entries(RawNode const& map, int depth, Tree& tree) {
    std::unordered_map<std::string, std::size_t> first_line;
    for (std::size_t i = 0; i + 1 < map.children.size() && !too_big_; i += 2) {
      auto const& key = nodes_[map.children[i]];
      auto value = expand(map.children[i + 1], depth + 1);
      // The parser puts an empty value where the next thing starts.
      if (value.is_null()) value.place = place(key);
      if (!check_key(key)) continue;
      auto const [seen, is_new] = first_line.emplace(key.text, key.line + 1);
      if (is_new) {
        tree.entries.push_back({key.text, place(key), std::move(value)});
      } else {
        problems_.add(place(key),
                      fmt::format("the key {} is given twice (first at line {}). Remove one.",
                                  in_quotes(key.text), seen->second));
      }
    }
  }

  bool check_key(RawNode const& key) {
    check_tag(key);
    if (key.kind == Tree::Kind::null) {
      problems_.add(place(key), "there is no key in front of ':'. Name one, as in 'origin: 2024'.");
    } else if (key.kind != Tree::Kind::scalar) {
      problems_.add(place(key), "a list or a map stands here as a key. Keys are single words.");
    } else if (key.text == "<<" && !key.quoted) {
      problems_.add(place(key),
                    "merge keys ('<<') are not read here. Write the keys out, or put what is "
                    "shared into a scenario and use 'extends'.");
    } else {
      return true;
    }
    return false;
  }

  void check_tag(RawNode const& node) {
    // `! text` leaves no tag behind but the mark itself.
    auto const offset = places_.offset(node.line, node.byte);
    bool const written = offset < text_.size() && text_[offset] == '!';
    bool const named = !node.tag.empty() && node.tag != "?" && node.tag != "!";
    if (node.kind != Tree::Kind::null && (named || written)) {
      problems_.add(place(node),
                    "tags ('!...') are not read here. Remove the tag; a value in quotes is text.");
    }
  }

  // The parser takes the end of the file for the closing quotes.
  void check_quotes(RawNode const& node) {
    auto const start = places_.offset(node.line, node.byte);
    bool const in_quotes = start < text_.size() && (text_[start] == '\'' || text_[start] == '"');
    if (!node.quoted || !in_quotes || closes(text_, start)) return;
    problems_.add(place(node),
                  "a text in quotes starts here and does not end. Add the closing quote.");
  }

  void refuse_growth() {
    if (std::exchange(too_big_, true)) return;
    problems_.add(section_,
                  fmt::format("with its aliases ('*...') written out, the file holds more than {} "
                              "values, or nests deeper than {}. Use fewer aliases.",
                              limits_.nodes, limits_.depth));
  }

  std::vector<RawNode> const& nodes_;
  std::string_view text_;
  LinePlaces const& places_;
  YamlLimits limits_;
  Problems& problems_;
  Place section_;  // the value of a key at the top that is being expanded
  std::size_t count_ = 0;
  bool too_big_ = false;
};

}  // namespace

Tree expand_yaml(std::vector<RawNode> const& nodes, std::string_view text, LinePlaces const& places,
                 YamlLimits const& limits, Problems& problems) {
  return Expander(nodes, text, places, limits, problems).expand(0, 0);
}

}  // namespace minefree::config
