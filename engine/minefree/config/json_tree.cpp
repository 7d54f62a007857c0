#include <minefree/config/json_tree.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <minefree/base/text.hpp>
#include <minefree/config/file_text.hpp>
#include <minefree/config/yaml_limits.hpp>

namespace minefree::config {

namespace {

// Builds the tree while nlohmann's parser reads, so that repeated keys and number texts are seen.
// Every callback gives true to go on and false to stop.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string const& file, Problems& problems)
      : place_(Place::whole(file)), problems_(problems) {}

  Tree take() { return std::move(root_); }

  bool null() override { return put({Tree::Kind::null, place_, {}, false, {}, {}}); }
  bool boolean(bool value) override { return put_scalar(value ? "true" : "false", false); }
  bool number_integer(number_integer_t value) override {
    return put_scalar(std::to_string(value), false);
  }
  bool number_unsigned(number_unsigned_t value) override {
    return put_scalar(std::to_string(value), false);
  }
  bool number_float(number_float_t, string_t const& text) override {
    return put_scalar(text, false);
  }
  bool string(string_t& text) override { return put_scalar(std::move(text), true); }
  bool binary(binary_t&) override { return false; }
  bool start_array(std::size_t) override { return enter(Tree::Kind::list); }
  bool end_array() override { return leave(); }
  bool start_object(std::size_t) override { return enter(Tree::Kind::map); }
  bool end_object() override { return leave(); }
  bool key(string_t& key) override {
    auto& level = levels_.back();
    if (!level.keys.insert(key).second) {
      problems_.add(place_, fmt::format("the key {} is given twice. Remove one.", in_quotes(key)));
    }
    level.key = key;
    return true;
  }
  bool parse_error(std::size_t position, std::string const&,
                   nlohmann::json::exception const&) override {
    problems_.add(place_, fmt::format("this is not JSON (from character {} on).", position));
    return false;
  }

 private:
  struct Level {
    Tree tree;
    std::string key;  // of the value that comes next
    std::unordered_set<std::string> keys;
  };

  bool put_scalar(std::string text, bool quoted) {
    return put({Tree::Kind::scalar, place_, std::move(text), quoted, {}, {}});
  }

  bool put(Tree tree) {
    if (++count_ > limits_.nodes) return refuse(fmt::format("more than {} values", limits_.nodes));
    if (levels_.empty()) {
      root_ = std::move(tree);
    } else if (auto& level = levels_.back(); level.tree.is_list()) {
      level.tree.items.push_back(std::move(tree));
    } else {
      level.tree.entries.push_back({std::move(level.key), place_, std::move(tree)});
    }
    return true;
  }

  bool enter(Tree::Kind kind) {
    if (levels_.size() >= static_cast<std::size_t>(limits_.depth)) {
      return refuse(fmt::format("lists and maps nested more than {} deep", limits_.depth));
    }
    levels_.push_back({{kind, place_, {}, false, {}, {}}, {}, {}});
    return true;
  }

  bool leave() {
    auto tree = std::move(levels_.back().tree);
    levels_.pop_back();
    return put(std::move(tree));
  }

  bool refuse(std::string const& what) {
    problems_.add(place_, "the text holds " + what + ". Is it the right file?");
    return false;
  }

  Place place_;
  Problems& problems_;
  YamlLimits limits_;
  std::size_t count_ = 0;
  std::vector<Level> levels_;
  Tree root_;
};

void write_string(std::string_view text, std::string& out) {
  out += '"';
  for (char const c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void write_scalar(Tree const& scalar, std::string& out) {
  auto const& text = scalar.text;
  if (!scalar.quoted && (text == "true" || text == "false")) {
    out += text;
    return;
  }
  auto const number = scalar.quoted || !is_json_number(text) ? std::nullopt : parse_number(text);
  if (number) {
    out += shortest(*number);
  } else {
    write_string(text, out);
  }
}

void write(Tree const& tree, std::string& out) {
  if (tree.is_null()) out += "null";
  if (tree.is_scalar()) write_scalar(tree, out);
  if (tree.is_list()) {
    char before = '[';
    for (auto const& item : tree.items) {
      out += std::exchange(before, ',');
      write(item, out);
    }
    out += tree.items.empty() ? "[]" : "]";
  }
  if (tree.is_map()) {
    std::vector<Tree::Entry const*> sorted;
    for (auto const& entry : tree.entries) sorted.push_back(&entry);
    std::ranges::sort(sorted, {}, [](auto const* entry) -> auto const& { return entry->key; });
    char before = '{';
    for (auto const* const entry : sorted) {
      out += std::exchange(before, ',');
      write_string(entry->key, out);
      out += ':';
      write(entry->value, out);
    }
    out += tree.entries.empty() ? "{}" : "}";
  }
}

}  // namespace

Outcome<Tree> parse_json(std::string_view text, std::string const& file) {
  Outcome<Tree> outcome;
  check_text(text, YamlLimits{}.bytes, LinePlaces(text, file), outcome.problems);
  if (!outcome.problems.empty()) return outcome;
  Builder builder(file, outcome.problems);
  bool const whole = nlohmann::json::sax_parse(text, &builder);
  if (whole && outcome.problems.empty()) outcome.value = builder.take();
  return outcome;
}

std::string canonical_json(Tree const& tree) {
  std::string out;
  write(tree, out);
  return out;
}

}  // namespace minefree::config
