#include <minefree/config/raw_nodes.hpp>

#include <utility>

#include <fmt/format.h>

namespace minefree::config {

std::string RawNodes::start_document() {
  if (++documents_ == 1) return {};
  return "a second document ('---') starts here. Keep one document a file.";
}

std::string RawNodes::add(Tree::Kind kind, YamlEvent const& event) {
  auto const index = nodes_.size();
  if (index >= limits_.nodes) {
    return fmt::format("the file holds more than {} values. Is it the right file?", limits_.nodes);
  }
  if (!parents_.empty()) nodes_[parents_.back()].children.push_back(index);
  bool const may_grow = kind == Tree::Kind::list || kind == Tree::Kind::map;
  nodes_.push_back({.kind = kind,
                    .line = event.line,
                    .byte = event.byte,
                    .text = {},
                    .tag = event.tag,
                    .quoted = false,
                    .open = may_grow,
                    .children = {}});
  if (event.anchor != 0) anchors_[event.anchor] = index;
  return {};
}

std::string RawNodes::add_null(YamlEvent const& event) { return add(Tree::Kind::null, event); }

std::string RawNodes::add_scalar(YamlEvent const& event, std::string text) {
  auto refusal = add(Tree::Kind::scalar, event);
  if (!refusal.empty()) return refusal;
  nodes_.back().text = std::move(text);
  nodes_.back().quoted = event.tag == "!";
  return {};
}

std::string RawNodes::repeat(std::size_t anchor) {
  auto const target = anchors_.at(anchor);
  if (nodes_[target].open) {
    return "this alias stands inside the value that it repeats, so it has no end. "
           "Write the value out.";
  }
  if (!parents_.empty()) nodes_[parents_.back()].children.push_back(target);
  return {};
}

std::string RawNodes::enter(Tree::Kind kind, YamlEvent const& event) {
  if (parents_.size() >= static_cast<std::size_t>(limits_.depth)) {
    return fmt::format(
        "lists and maps are nested more than {} deep here. "
        "Is it the right file?",
        limits_.depth);
  }
  auto const index = nodes_.size();
  auto refusal = add(kind, event);
  if (refusal.empty()) parents_.push_back(index);
  return refusal;
}

void RawNodes::leave() {
  nodes_[parents_.back()].open = false;
  parents_.pop_back();
}

}  // namespace minefree::config
