#include <minefree/config/state_choice.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/collections.hpp>
#include <minefree/config/scalars.hpp>
#include <minefree/config/state_fields.hpp>

namespace minefree::config {

namespace {

using ChoiceKind = StateChoice::Kind;

Shape choice_shape() {
  auto word = shape_of_words({"all", "affected", "parties"});
  word.words = "'all', 'affected', 'parties', a list of codes or states, or {except: [codes]}";
  word.example = "[AGO, KHM]";
  Shape codes;
  codes.form = Shape::Form::list;
  codes.words = "a list of codes";
  codes.parts = {state_code().shape()};
  auto listed = codes;
  listed.words = "a list of codes and states given whole";
  listed.at_least = 1;
  listed.parts = {shared(
      one_of({state_code().shape(), state_record(StateForm::inside_scenario).value().shape()}))};
  Shape except;
  except.form = Shape::Form::record;
  except.words = "a map of keys";
  except.record = "exception";
  except.is_small = true;
  except.fields = {{.name = "except",
                    .help = "affected states that are left out",
                    .required = true,
                    .shape = shared(std::move(codes))}};
  return one_of({shared(std::move(word)), shared(std::move(listed)), shared(std::move(except))});
}

// Codes and states of a list; a code that comes twice is reported with its first line.
std::optional<std::vector<StateChoice::Entry>> read_entries(Tree const& list,
                                                            Reading const& reading,
                                                            bool inline_allowed) {
  std::vector<StateChoice::Entry> entries;
  std::map<std::string, int> first_line;
  bool good = true;
  auto const code_reader = state_code();
  for (auto const& item : list.items) {
    bool const is_inline = item.is_map() && inline_allowed;
    auto const* const code_tree = is_inline ? item.find("code") : &item;
    if (!code_tree) {
      // Its record will say that the code is missing.
      entries.push_back({"", &item, true});
      continue;
    }
    auto const code =
        is_inline ? (code_tree->is_scalar() ? std::optional(code_tree->text) : std::nullopt)
                  : code_reader.read(*code_tree, reading.named("an entry of " + reading.name()));
    if (!code) {
      good = good && is_inline;
      if (is_inline) entries.push_back({"", &item, true});
      continue;
    }
    auto const [first, is_new] = first_line.emplace(*code, code_tree->place.line);
    if (is_new) {
      entries.push_back({*code, &item, is_inline});
    } else {
      good = false;
      auto const where = first->second > 0 ? fmt::format(" (first at line {})", first->second) : "";
      reading.problem(code_tree->place, fmt::format("state {} is given twice{}. Remove one.",
                                                    in_quotes(*code), where));
    }
  }
  return good ? std::optional(std::move(entries)) : std::nullopt;
}

std::optional<StateChoice> read_choice(Tree const& tree, Reading const& reading,
                                       Shape const& shape) {
  if (tree.is_list()) {
    if (!check_list(tree, reading, *shape.parts[1])) return std::nullopt;
    auto entries = read_entries(tree, reading, true);
    if (!entries) return std::nullopt;
    return StateChoice{ChoiceKind::listed, std::move(*entries)};
  }
  if (tree.is_map()) {
    if (!check_keys(tree, reading, *shape.parts[2])) return std::nullopt;
    auto const* const codes = tree.find("except");
    if (!codes || !check_list(*codes, reading.inside("except"), *shape.parts[2]->fields[0].shape)) {
      return std::nullopt;
    }
    auto entries = read_entries(*codes, reading.inside("except"), false);
    if (!entries) return std::nullopt;
    return StateChoice{ChoiceKind::except, std::move(*entries)};
  }
  auto const text = scalar_text(tree, reading, shape);
  if (!text) return std::nullopt;
  if (*text == "all") return StateChoice{ChoiceKind::all, {}};
  if (*text == "affected") return StateChoice{ChoiceKind::affected, {}};
  if (*text == "parties") return StateChoice{ChoiceKind::parties, {}};
  if (!why_not_a_state_code(*text)) {
    reading.refuse(tree.place, fmt::format("is {}. A single state is a list too: write [{}].",
                                           in_quotes(*text), *text));
  } else {
    reading.refuse(tree.place, fmt::format("is {}. {}", in_quotes(*text), wanted(shape)));
  }
  return std::nullopt;
}

}  // namespace

Value<StateChoice> const& state_choice() {
  static auto const choice = value_of<StateChoice>(choice_shape(), read_choice);
  return choice;
}

}  // namespace minefree::config
