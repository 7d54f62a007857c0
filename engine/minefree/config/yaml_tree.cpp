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

#include <minefree/config/expand_yaml.hpp>
#include <minefree/config/file_text.hpp>
#include <minefree/config/yaml_syntax.hpp>

namespace minefree::config {

namespace {

// Thrown by Builder through yaml-cpp, and caught below: there is no other way to stop its parser.
struct Stop {
  YAML::Mark mark;
  std::string what;
};

class Builder : public YAML::EventHandler {
 public:
  explicit Builder(YamlLimits const& limits) : limits_(limits) {}

  std::vector<RawNode> const& nodes() const { return nodes_; }

  void OnDocumentStart(YAML::Mark const& mark) override {
    if (++documents_ > 1) {
      throw Stop{mark, "a second document ('---') starts here. Keep one document a file."};
    }
  }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    add(Tree::Kind::null, mark, "?", anchor);
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    auto const target = anchors_.at(anchor);
    if (nodes_[target].open) {
      throw Stop{mark,
                 "this alias stands inside the value that it repeats, so it has no end. "
                 "Write the value out."};
    }
    if (!parents_.empty()) nodes_[parents_.back()].children.push_back(target);
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    auto& node = nodes_[add(Tree::Kind::scalar, mark, tag, anchor)];
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
    auto const index = nodes_.size();
    if (index >= limits_.nodes) {
      throw Stop{mark, fmt::format("the file holds more than {} values. Is it the right file?",
                                   limits_.nodes)};
    }
    if (!parents_.empty()) nodes_[parents_.back()].children.push_back(index);
    bool const may_grow = kind == Tree::Kind::list || kind == Tree::Kind::map;
    nodes_.push_back({.kind = kind,
                      .line = static_cast<std::size_t>(mark.line),
                      .byte = static_cast<std::size_t>(mark.column),
                      .text = {},
                      .tag = tag,
                      .quoted = false,
                      .open = may_grow,
                      .children = {}});
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
    nodes_[parents_.back()].open = false;
    parents_.pop_back();
  }

  YamlLimits limits_;
  std::vector<RawNode> nodes_;
  int documents_ = 0;
  std::vector<NodeIndex> parents_;
  std::unordered_map<YAML::anchor_t, NodeIndex> anchors_;
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

  auto const& nodes = builder.nodes();
  if (nodes.empty() || nodes[0].kind == Tree::Kind::null) {
    problems.add(places.whole_file(),
                 "the file is empty. docs/scenario-format.md shows what belongs in it.");
    return outcome;
  }
  auto tree = expand_yaml(nodes, bytes, places, limits, problems);
  if (problems.empty()) outcome.value = std::move(tree);
  return outcome;
}

}  // namespace minefree::config
