#include <minefree/report/explanation.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>

namespace minefree::report {

namespace {

constexpr int widest_text = 120;
constexpr int narrowest_text = 60;
constexpr int widest_value = 28;
constexpr int narrowest_source = 36;
constexpr auto gap = "  ";

std::string kind_text(ExplainedNumber const& number) {
  if (!number.used) return "not used";
  return number.kind == "prior" ? "*prior*" : number.kind;
}

std::string value_text(ExplainedNumber const& number) {
  if (number.unit.empty() || number.unit == "date") return number.value;
  return number.value + " " + number.unit;
}

std::string source_text(ExplainedNumber const& number) {
  return number.published ? fmt::format("{} ({})", number.source, *number.published)
                          : number.source;
}

template <class TextOf>
int widest(std::span<ExplainedNumber const> numbers, TextOf text_of) {
  int width = 0;
  for (auto const& number : numbers) width = std::max(width, width_of(text_of(number)));
  return width;
}

/// Year, name, value, kind, source and note, under each other; a long source goes on below.
std::string lines_of(std::span<ExplainedNumber const> numbers, int columns) {
  bool const has_years =
      std::ranges::any_of(numbers, [](auto const& number) { return number.year.has_value(); });
  int const names = widest(numbers, [](auto const& number) { return number.name; });
  int const values = std::min(widest_value, widest(numbers, value_text));
  int const kinds = widest(numbers, kind_text);
  std::string text;
  std::string said_last;
  for (auto const& number : numbers) {
    std::string lead = "  ";
    if (has_years) lead += padded(number.year ? std::to_string(*number.year) : "", 6, Align::left);
    // A value wider than its column moves what follows; the gap stays.
    lead += padded(number.name, names, Align::left) + gap;
    lead += padded(value_text(number), values, Align::left) + gap;
    lead += padded(kind_text(number), kinds, Align::left) + gap;
    // Figures of one row share its reason, which is said once.
    bool const repeats = number.note == said_last;
    said_last = number.note;
    auto const source = source_text(number);
    auto const rest = number.note.empty() || repeats ? source : source + "; " + number.note;
    int const indent = std::min(width_of(lead), columns - narrowest_source);
    bool const is_full = width_of(lead) + width_of(rest.substr(0, rest.find(' '))) > columns;
    if (is_full) {  // the source goes below
      text += lead.substr(0, lead.find_last_not_of(' ') + 1) + '\n';
      lead.assign(static_cast<std::size_t>(indent), ' ');
    }
    text += wrapped(lead, rest, indent, columns);
  }
  return text;
}

std::string refusal(Explanation const& explanation, int columns) {
  bool const said =
      !explanation.not_in_run.empty() && explanation.reasons == std::vector{explanation.not_in_run};
  if (explanation.estimable || said) return {};
  std::string text = "\nNo date can be given:\n";
  for (auto const& reason : explanation.reasons) text += wrapped("  - ", reason, 4, columns);
  if (!explanation.needs.empty()) {
    text +=
        wrapped("", "What would change that: " + join(explanation.needs, ", ", ", "), 2, columns);
  }
  return text;
}

std::string introduction(Explanation const& explanation) {
  constexpr auto prior = "*prior* is judgement without a source.";
  if (explanation.not_in_run.empty()) {
    return fmt::format(
        "Every number used at the origin {}: its kind, and the source it was read in. {}",
        explanation.origin, prior);
  }
  return fmt::format(
      "Not in this run: {}. What the record holds, as a run at the origin {} would read it, each figure "
      "with its kind and source. {}",
      explanation.not_in_run, explanation.origin, prior);
}

std::string sources_text(SourceTitles const& sources, int columns) {
  if (sources.empty()) return {};
  std::string text = "\nSources (scenarios/data/sources.csv)\n";
  for (auto const& [id, source] : sources) {
    auto const rest = fmt::format("{} {}. {}, {}", id, source.title, source.publisher, source.year);
    text += wrapped("  ", rest, 6, columns);
  }
  return text;
}

}  // namespace

std::string to_text(Explanation const& explanation, int most_columns) {
  int const columns = std::clamp(most_columns, narrowest_text, widest_text);
  auto text =
      fmt::format("{} ({}): {}\n", explanation.name, explanation.code, explanation.scenario);
  text += wrapped("", introduction(explanation), 0, columns);
  if (!explanation.condition.empty())
    text += wrapped("", "Conditional: " + explanation.condition, 2, columns);
  text += refusal(explanation, columns);
  auto const& numbers = explanation.numbers;
  for (auto first = numbers.begin(); first != numbers.end();) {
    auto const last = std::find_if(first, numbers.end(), [&](ExplainedNumber const& number) {
      return number.section != first->section;
    });
    text += "\n" + first->section + "\n" + lines_of({first, last}, columns);
    first = last;
  }
  return text + sources_text(explanation.sources, columns);
}

}  // namespace minefree::report
