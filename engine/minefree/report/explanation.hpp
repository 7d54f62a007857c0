#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/ensemble/plan.hpp>

namespace minefree::report {

/// One number that is used for a state, and where it comes from.
struct ExplainedNumber {
  std::string section;
  std::string name;                // the key in YAML, CSV and code
  std::string value;               // as text: `0.40 (0.05 to 1.00)` for a spread
  std::string unit;
  std::optional<int> year;         // the year it speaks of
  std::string source;              // ids of the record, or which file or table gave it
  std::optional<int> published;    // when the source was
  std::string kind;                // data, estimated from data, literature, prior, lever, own, scenario
  std::string note;                // one line: why this and not another
};

/// Every number used for one state of a scenario.
struct Explanation {
  std::string code;
  std::string name;
  std::string scenario;
  int origin = 0;
  bool estimable = false;
  std::vector<std::string> reasons;  // why it is not
  std::vector<ExplainedNumber> numbers;
};

/// The state must be one of the scenario's.
Explanation explain(Scenario const&, Plan const&, std::string const& code);

/// For people: the numbers by section, judgement marked *prior*.
std::string to_text(Explanation const&, int columns);
std::string to_json(Explanation const&);

}  // namespace minefree::report
