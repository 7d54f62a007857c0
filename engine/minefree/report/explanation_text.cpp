#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/explanation.hpp>
#include <minefree/report/json_values.hpp>

namespace minefree::report {
namespace {

std::string kind_text(ExplainedNumber const& number) {
  return number.kind == "prior" ? "*prior*" : number.kind;
}

std::string source_text(ExplainedNumber const& number) {
  if (!number.published) return number.source;
  return fmt::format("{} ({})", number.source, *number.published);
}

int widest(std::vector<ExplainedNumber> const& numbers, auto text_of) {
  int width = 0;
  for (auto const& number : numbers) width = std::max(width, width_of(text_of(number)));
  return width;
}

std::string padded(std::string text, int width) {
  int const missing = width - width_of(text);
  return missing > 0 ? text + std::string(static_cast<std::size_t>(missing), ' ') : text;
}

std::string lines_of(std::vector<ExplainedNumber> const& numbers, int columns) {
  auto const value_of = [](ExplainedNumber const& number) {
    return number.unit.empty() ? number.value : number.value + " " + number.unit;
  };
  auto const year_of = [](ExplainedNumber const& number) {
    return number.year ? std::to_string(*number.year) : std::string("    ");
  };
  int const names = widest(numbers, [](auto const& number) { return number.name; });
  int const values = std::min(34, widest(numbers, value_of));
  int const kinds = widest(numbers, kind_text);
  std::string text;
  std::string said_last;
  for (auto const& number : numbers) {
    auto const lead = fmt::format("  {}  {}  {}  {}  ", year_of(number), padded(number.name, names),
                                  padded(value_of(number), values), padded(kind_text(number), kinds));
    // Figures of one row share its reason, which is said once.
    bool const said = number.note == said_last;
    auto const rest = number.note.empty() || said ? source_text(number) : source_text(number) + "; " + number.note;
    said_last = number.note;
    int const indent = std::min(width_of(lead), std::max(8, columns - 40));
    text += wrapped(lead, rest, indent, columns);
  }
  return text;
}

Json json_of(ExplainedNumber const& number) {
  return {{"section", number.section},
          {"name", number.name},
          {"value", number.value},
          {"unit", number.unit},
          {"year", number.year ? Json(*number.year) : Json(nullptr)},
          {"source", number.source},
          {"published", number.published ? Json(*number.published) : Json(nullptr)},
          {"kind", number.kind},
          {"note", number.note}};
}

}  // namespace

std::string to_text(Explanation const& explanation, int columns) {
  std::string text = fmt::format("{} ({}) in: {}\n", explanation.name, explanation.code, explanation.scenario);
  text += wrapped("", fmt::format("Every number used at the origin {}, with the source it was read in. *prior* is "
                                  "judgement without a source.", explanation.origin), 0, columns);
  if (!explanation.estimable) {
    text += "\nNo date can be given:\n";
    for (auto const& reason : explanation.reasons) text += wrapped("  - ", reason, 4, columns);
    if (explanation.reasons.empty()) text += "  - clearance was declared complete by the origin\n";
  }
  auto const& numbers = explanation.numbers;
  for (auto first = numbers.begin(); first != numbers.end();) {
    auto const last = std::find_if(first, numbers.end(), [&](auto const& number) { return number.section != first->section; });
    text += "\n" + first->section + "\n";
    text += lines_of({first, last}, columns);
    first = last;
  }
  return text;
}

std::string to_json(Explanation const& explanation) {
  Json numbers = Json::array();
  for (auto const& number : explanation.numbers) numbers.push_back(json_of(number));
  return Json{{"format", 1},
              {"code", explanation.code},
              {"name", explanation.name},
              {"scenario", explanation.scenario},
              {"origin", explanation.origin},
              {"estimable", explanation.estimable},
              {"reasons", explanation.reasons},
              {"numbers", numbers}}
             .dump(1) +
         "\n";
}

}  // namespace minefree::report
