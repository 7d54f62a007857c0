#include <minefree/config/describe.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/scenario_fields.hpp>
#include <minefree/config/shape.hpp>
#include <minefree/config/state_fields.hpp>
#include <minefree/config/study_fields.hpp>
#include <minefree/config/sweep_fields.hpp>
#include <minefree/domain/donors.hpp>

namespace minefree::config {

namespace {

using Form = Shape::Form;

constexpr std::string_view introduction = R"(# Scenario, state, study and sweep files

*Made by `minefree schema --docs` from the declarations in `engine/minefree/config`; do not edit.*

A scenario says what to simulate; a state file holds the figures that we use of one state; a study sets strategies against futures
(`minefree regret`); a sweep puts one question to many points (`minefree sweep`). All are YAML in UTF-8.
`minefree check FILE` lists everything that is wrong with one, with line and column, and runs nothing.
`scenario.schema.json`, `state.schema.json`, `study.schema.json` and `sweep.schema.json` beside this page let an editor complete and check keys.

**Values.** A number is written in decimals, with a point. Where a unit is named, a text with it is read too: `12 km2`, `10 MUSD`.
A share is a number or a text in percent: `0.2` or `+20%`. Yes and no are `true` and `false`. What YAML readers do not agree on is refused:
`yes`, `no`, `on`, `off`, numbers that start with 0 or hold `_`, `.nan`, `.inf`; and with them tabs, repeated keys, merge keys (`<<`), tags and several documents in one file.

**Spreads.** A value that is not known exactly is given as `{low: 0.1, best: 0.4, high: 0.9, source: own}`: the 5 %, 50 % and 95 % points. A plain number is certain.
In a state file every figure names its source; `own` stands for judgement, with a reason.

**Extending.** `extends` names a scenario beside the file, or one that comes with the program. Maps are merged key by key; lists and values are replaced.
)";

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

// The anchor that GitHub and others give a heading.
std::string anchor(std::string_view heading) {
  std::string name;
  for (char const c : heading) {
    if (c == ' ') name += '-';
    if (c != ' ' && c != '\'') name += c;
  }
  return name;
}

// Writes one section a record, each record once, in the order in which they come up.
class Sections {
 public:
  explicit Sections(std::string& out) : out_(out) {}

  void write(Shape const& root) {
    add(root);
    while (!waiting_.empty()) {
      auto const* const record = waiting_.front();
      waiting_.pop_front();
      write_section(*record);
    }
  }

 private:
  void add(Shape const& record) {
    if (known_.insert(record.record).second) waiting_.push_back(&record);
  }

  void write_section(Shape const& record) {
    out_ += fmt::format("\n## {}\n\n", capitalised(record.record));
    if (!record.help.empty()) out_ += record.help + "\n\n";
    out_ += "| key | value | default | meaning |\n|---|---|---|---|\n";
    for (auto const& field : record.fields) {
      if (field.refused) {
        out_ += fmt::format("| `{}` | *not read* |  | It {} |\n", field.name, field.help);
        continue;
      }
      auto const fallback = field.required           ? std::string("**required**")
                            : field.fallback.empty() ? std::string{}
                                                     : '`' + field.fallback + '`';
      out_ += fmt::format("| `{}` | {} | {} | {} |\n", field.name, value_words(*field.shape),
                          fallback, field.help);
    }
  }

  // What a value is, in words, with links to the records in it.
  std::string value_words(Shape const& shape) {
    switch (shape.form) {
      case Form::list:
        return "list of: " + value_words(*shape.parts[0]);
      case Form::map:
        return "map by code of: " + value_words(*shape.parts[0]);
      case Form::word:
        return shape.choices.size() > 12 ? shape.words
                                         : '`' + join(shape.choices, "`, `", "` or `") + '`';
      case Form::record: {
        if (shape.is_small) return small_record(shape);
        add(shape);
        return fmt::format("[{}](#{})", shape.record, anchor(shape.record));
      }
      case Form::one_of: {
        std::vector<std::string> parts;
        for (auto const& part : shape.parts) parts.push_back(value_words(*part));
        return join(parts, ", ", " or ");
      }
      default:
        return shape.words;
    }
  }

  static std::string small_record(Shape const& shape) {
    std::vector<std::string> keys;
    for (auto const& field : shape.fields) keys.push_back(field.name);
    return "`{" + join(keys, ", ", ", ") + "}`";
  }

  std::string& out_;
  std::set<std::string> known_;
  std::deque<Shape const*> waiting_;
};

constexpr std::string_view starter = R"(# yaml-language-server: $schema={schema}
#
# The question:
#
# This file says what differs from {extends}; everything else is as there. Take the '# ' away from
# what you want to change. docs/scenario-format.md explains every key, and 'minefree check' this file.
format: 1
name: {name}
extends: {extends}

# origin: 2024            # last year whose figures may be used
# horizon: 2060           # last simulated year
# trajectories: 20000     # futures; more of them, smaller Monte Carlo error
# targets: [2027, 2030]   # years by whose end the probability of completion is given
# states: [AGO, KHM]      # all | affected | parties | a list | {{except: [codes]}}

# funding:
#   world: [{{change: +20%, from: 2026, to: 2030}}]        # all international money
#   donors:
#     USA: [{{change: -50%, from: 2026}}]                  # the money of one donor
#   recipients:
#     AGO: [{{add_musd: 10, from: 2026, to: 2030}}]        # million USD a year, on top
#   national:
#     AGO: [{{change: +25%, from: 2026}}]                  # a state's own money
#   reallocate_share: 0.5     # of a finished state's donor money, to the donors' other states

# survey:
#   AGO: [{{intensity: 2, from: 2026}}]                    # times the usual survey

# security:
#   KHM: [{{regime: open, from: 2026, to: 2030}}]          # open | restricted | conflict

# parameters:               # of the model, for all states; 'minefree explain' shows those in use
#   maturity_penalty: {{low: 0.1, best: 0.4, high: 0.9, source: own}}

# state_overrides:          # what you suppose of one state instead of the record
#   AGO: {{confirmed_km2: 60, suspected_km2: {{low: 1, best: 3, high: 8, source: own}}}}
)";

}  // namespace

std::string scenario_format_markdown() {
  std::string out(introduction);
  Sections sections(out);
  sections.write(scenario_record().shape());
  sections.write(state_record(StateForm::inside_scenario).shape());
  sections.write(state_record(StateForm::file).shape());
  sections.write(study_record().shape());
  sections.write(sweep_record().shape());

  out +=
      "\n## Donors\n\nThe donors that a file may name, by code.\n\n| code | donor |\n|---|---|\n";
  for (auto const& donor : donors()) out += fmt::format("| `{}` | {} |\n", donor.code, donor.name);
  return out;
}

std::string starter_scenario(std::string_view name, std::string_view extends,
                             std::string_view schema) {
  // In double quotes every name is a text, whatever it holds.
  std::string quoted = "\"";
  for (char const c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  quoted += '"';
  return fmt::format(fmt::runtime(starter), fmt::arg("name", quoted), fmt::arg("extends", extends),
                     fmt::arg("schema", schema));
}

}  // namespace minefree::config
