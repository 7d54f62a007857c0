#include <minefree/config/yaml_tree.hpp>

#include <cstdint>
#include <exception>
#include <istream>
#include <streambuf>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <minefree/base/text.hpp>
#include <minefree/config/file_text.hpp>
#include <minefree/config/yaml_syntax.hpp>

namespace minefree::config {

namespace {

using NodeIndex = std::size_t;

// A node as yaml-cpp reports it. A map's children alternate key, value; an alias is the index of
// the node it stands for, so that nothing is copied yet.
struct RawNode {
  Tree::Kind kind = Tree::Kind::null;
  YAML::Mark mark;
  std::string text;
  std::string tag;
  bool quoted = false;
  bool open = true;  // a list or map that has not ended
  std::vector<NodeIndex> children;
};

struct RawDocument {
  std::vector<RawNode> nodes;
  int documents = 0;
  YAML::Mark second_document;
};

// Thrown by Builder through yaml-cpp, and caught below: there is no other way to stop its parser.
struct Stop {
  YAML::Mark mark;
  std::string what;
};

class Builder : public YAML::EventHandler {
 public:
  explicit Builder(YamlLimits const& limits) : limits_(limits) {}

  RawDocument const& document() const { return document_; }

  void OnDocumentStart(YAML::Mark const& mark) override {
    if (++document_.documents > 1) {
      throw Stop{mark, "a second document ('---') starts here. Keep one document a file."};
    }
  }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    add(Tree::Kind::null, mark, "?", anchor);
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    auto const target = anchors_.at(anchor);
    if (document_.nodes[target].open) {
      throw Stop{mark,
                 "this alias stands inside the value that it repeats, so it has no end. "
                 "Write the value out."};
    }
    if (!parents_.empty()) document_.nodes[parents_.back()].children.push_back(target);
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    auto& node = document_.nodes[add(Tree::Kind::scalar, mark, tag, anchor)];
    node.text = value;
    node.quoted = tag == "!";  // yaml-cpp: "?" for a plain scalar
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    enter(Tree::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { leave(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    enter(Tree::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { leave(); }

 private:
  NodeIndex add(Tree::Kind kind, YAML::Mark const& mark, std::string const& tag,
                YAML::anchor_t anchor) {
    auto const index = document_.nodes.size();
    if (index >= limits_.nodes) {
      throw Stop{mark, fmt::format("the file holds more than {} values. Is it the right file?",
                                   limits_.nodes)};
    }
    if (!parents_.empty()) document_.nodes[parents_.back()].children.push_back(index);
    bool const may_grow = kind == Tree::Kind::list || kind == Tree::Kind::map;
    document_.nodes.push_back({kind, mark, {}, tag, false, may_grow, {}});
    if (anchor != YAML::NullAnchor) anchors_[anchor] = index;
    return index;
  }

  void enter(Tree::Kind kind, YAML::Mark const& mark, std::string const& tag,
             YAML::anchor_t anchor) {
    if (parents_.size() >= static_cast<std::size_t>(limits_.depth)) {
      throw Stop{mark, fmt::format("lists and maps are nested more than {} deep here. "
                                   "Is it the right file?",
                                   limits_.depth)};
    }
    parents_.push_back(add(kind, mark, tag, anchor));
  }

  void leave() {
    document_.nodes[parents_.back()].open = false;
    parents_.pop_back();
  }

  YamlLimits limits_;
  RawDocument document_;
  std::vector<NodeIndex> parents_;
  std::unordered_map<YAML::anchor_t, NodeIndex> anchors_;
};

// Turns raw nodes into a tree: expands aliases within the limits, and checks keys and tags.
class Expander {
 public:
  Expander(RawDocument const& document, std::string_view text, LinePlaces const& places,
           YamlLimits const& limits, Problems& problems)
      : nodes_(document.nodes),
        text_(text),
        places_(places),
        limits_(limits),
        problems_(problems) {}

  Tree expand(NodeIndex index, int depth = 0) {
    auto const& node = nodes_[index];
    Tree tree{node.kind, place(node), {}, node.quoted, {}, {}};
    if (++count_ > limits_.nodes || depth > limits_.depth) {
      refuse_growth(node);
      return tree;
    }
    check_tag(node);
    if (node.kind == Tree::Kind::scalar) tree.text = node.text;
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
  Place place(RawNode const& node) const {
    return places_.at(static_cast<std::size_t>(node.mark.line),
                      static_cast<std::size_t>(node.mark.column));
  }

  void expand_entries(RawNode const& map, int depth, Tree& tree) {
    std::unordered_map<std::string, int> first_line;
    for (std::size_t i = 0; i + 1 < map.children.size() && !too_big_; i += 2) {
      auto const& key = nodes_[map.children[i]];
      auto value = expand(map.children[i + 1], depth + 1);
      // yaml-cpp puts an empty value where the next thing starts.
      if (value.is_null()) value.place = place(key);
      if (!check_key(key)) continue;
      auto const [seen, is_new] = first_line.emplace(key.text, key.mark.line + 1);
      if (is_new) {
        tree.entries.push_back({key.text, place(key), std::move(value)});
      } else {
        problems_.add(place(key), fmt::format("the key {} is given twice (first at line {}). "
                                              "Remove one.",
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
                    "merge keys ('<<') are not read here. Write the keys out, or put "
                    "what is shared into a scenario and use 'extends'.");
    } else {
      return true;
    }
    return false;
  }

  void check_tag(RawNode const& node) {
    auto const offset = static_cast<std::size_t>(node.mark.pos);
    bool const written = offset < text_.size() && text_[offset] == '!';
    bool const named = !node.tag.empty() && node.tag != "?" && node.tag != "!";
    if (node.kind != Tree::Kind::null && (named || written)) {
      problems_.add(place(node),
                    "tags ('!...') are not read here. Remove the tag; a value in quotes "
                    "is text.");
    }
  }

  void refuse_growth(RawNode const& node) {
    if (too_big_) return;
    too_big_ = true;
    problems_.add(place(node),
                  fmt::format("with its aliases ('*...') written out, the file holds more than {} "
                              "values, or nests deeper than {}. Use fewer aliases.",
                              limits_.nodes, limits_.depth));
  }

  std::vector<RawNode> const& nodes_;
  std::string_view text_;
  LinePlaces const& places_;
  YamlLimits limits_;
  Problems& problems_;
  std::size_t count_ = 0;
  bool too_big_ = false;
};

// Reads memory in place: an istringstream would copy the file once more.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    auto* const start = const_cast<char*>(text.data());  // only read, by the contract of setg
    setg(start, start, start + text.size());
  }
};

}  // namespace

Outcome<Tree> parse_yaml(std::string_view bytes, std::string const& file,
                         YamlLimits const& limits) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);  // byte order mark
  LinePlaces const places(bytes, file);
  Outcome<Tree> outcome;
  auto& problems = outcome.problems;
  check_text(bytes, limits.bytes, places, problems);
  if (!problems.empty()) return outcome;

  auto const at = [&places](YAML::Mark const& mark) {
    return mark.is_null() ? places.whole_file()
                          : places.at(static_cast<std::size_t>(mark.line),
                                      static_cast<std::size_t>(mark.column));
  };
  Builder builder(limits);
  try {
    ViewBuffer buffer(bytes);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (Stop const& stop) {
    problems.add(at(stop.mark), stop.what);
  } catch (YAML::Exception const& error) {
    problems.add(at(error.mark), syntax_error_in_words(error.msg));
  } catch (std::exception const& error) {
    problems.add(places.whole_file(), syntax_error_in_words(error.what()));
  }
  if (!problems.empty()) return outcome;

  auto const& document = builder.document();
  if (document.nodes.empty() || document.nodes[0].kind == Tree::Kind::null) {
    problems.add(places.whole_file(),
                 "the file is empty. docs/scenario-format.md shows a small one.");
    return outcome;
  }
  auto tree = Expander(document, bytes, places, limits, problems).expand(0);
  if (problems.empty()) outcome.value = std::move(tree);
  return outcome;
}

}  // namespace minefree::config
