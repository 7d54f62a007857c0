#include <nlohmann/json.hpp>

#include <minefree/report/explanation.hpp>
#include <minefree/report/json_values.hpp>

namespace minefree::report {

namespace {

Json null_or(std::optional<int> const& value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

Json json_of(ExplainedNumber const& number) {
  return {{"section", number.section},
          {"name", number.name},
          {"value", number.value},
          {"unit", number.unit},
          {"year", null_or(number.year)},
          {"source", number.source},
          {"published", null_or(number.published)},
          {"kind", number.kind},
          {"used", number.used},
          {"note", number.note}};
}

Json json_of(SourceTitles const& titles) {
  Json sources = Json::object();
  for (auto const& [id, source] : titles) {
    sources[id] = {{"title", source.title},
                   {"publisher", source.publisher},
                   {"year", source.year},
                   {"url", source.url}};
  }
  return sources;
}

std::string to_json(Explanation const& explanation) {
  Json numbers = Json::array();
  for (auto const& number : explanation.numbers) numbers.push_back(json_of(number));
  return in_lines(
      {{"format", 1},
       {"code", explanation.code},
       {"name", explanation.name},
       {"scenario", explanation.scenario},
       {"origin", explanation.origin},
       {"estimable", explanation.estimable},
       {"in_run", explanation.not_in_run.empty()},
       {"not_in_run",
        explanation.not_in_run.empty() ? Json(nullptr) : Json(explanation.not_in_run)},
       {"condition", explanation.condition.empty() ? Json(nullptr) : Json(explanation.condition)},
       {"reasons", explanation.reasons},
       {"needs", explanation.needs},
       {"numbers", numbers},
       {"sources", json_of(explanation.sources)}});
}

}  // namespace minefree::report
