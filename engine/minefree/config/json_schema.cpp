#include <minefree/config/json_schema.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <minefree/base/text.hpp>
#include <minefree/config/scenario_fields.hpp>
#include <minefree/config/state_fields.hpp>
#include <minefree/config/study_fields.hpp>
#include <minefree/config/sweep_fields.hpp>

namespace minefree::config {

namespace {

using Json = nlohmann::ordered_json;
using Form = Shape::Form;

std::string definition_name(std::string_view record) {
  std::string name;
  for (char const c : record) {
    if (c == ' ') name += '_';
    if (c != ' ' && c != '\'') name += c;
  }
  return name;
}

Json number_json(Shape const& shape) {
  bool const is_whole = shape.form == Form::whole_number;
  Json json{{"type", is_whole ? "integer" : "number"}};
  auto const bound = [is_whole](double value) {
    return is_whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
  };
  if (shape.low) json[shape.above_low ? "exclusiveMinimum" : "minimum"] = bound(*shape.low);
  if (shape.high) json[shape.below_high ? "exclusiveMaximum" : "maximum"] = bound(*shape.high);
  if (shape.units.empty()) return json;

  auto const units = join(shape.units, "|", "|");
  Json const text{{"type", "string"},
                  {"pattern", "^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)? *(" + units + ")$"}};
  return {{"anyOf", Json::array({std::move(json), text})}};
}

// Writes shapes as schemas, and collects the records that they refer to.
class Writer {
 public:
  Json definitions = Json::object();

  Json write(Shape const& shape) {
    switch (shape.form) {
      case Form::number:
      case Form::whole_number:
        return number_json(shape);
      case Form::yes_no:
        return {{"type", "boolean"}};
      case Form::text:
        return text_json(shape);
      case Form::word:
        return {{"enum", shape.choices}};
      case Form::list:
        return list_json(shape);
      case Form::map:
        return map_json(shape);
      case Form::record:
        return record_json(shape);
      case Form::one_of:
        return alternatives_json(shape);
    }
    return Json::object();
  }

  Json object_json(Shape const& record) {
    Json json{{"type", "object"}};
    if (!record.help.empty()) json["description"] = record.help;
    Json required = Json::array();
    json["properties"] = Json::object();
    for (auto const& field : record.fields) {
      if (field.refused) continue;
      json["properties"][field.name] = field_json(field);
      if (field.required) required.push_back(field.name);
    }
    if (!required.empty()) json["required"] = std::move(required);
    json["additionalProperties"] = false;
    return json;
  }

 private:
  static Json text_json(Shape const& shape) {
    Json json{{"type", "string"}};
    if (!shape.pattern.empty()) json["pattern"] = shape.pattern;
    return json;
  }

  Json list_json(Shape const& shape) {
    Json json{{"type", "array"}, {"items", write(*shape.parts[0])}};
    if (shape.at_least > 0) json["minItems"] = shape.at_least;
    if (shape.at_most) json["maxItems"] = *shape.at_most;
    return json;
  }

  Json map_json(Shape const& shape) {
    Json json{{"type", "object"}};
    if (!shape.keys.empty()) {
      json["propertyNames"] = {{"enum", shape.keys}};
    } else if (!shape.key_pattern.empty()) {
      json["propertyNames"] = {{"pattern", shape.key_pattern}};
    }
    json["additionalProperties"] = write(*shape.parts[0]);
    return json;
  }

  Json record_json(Shape const& shape) {
    if (shape.is_small) return object_json(shape);
    auto const name = definition_name(shape.record);
    if (!definitions.contains(name)) {
      definitions[name] = nullptr;  // keeps its place while its parts are written
      definitions[name] = object_json(shape);
    }
    return {{"$ref", "#/definitions/" + name}};
  }

  Json alternatives_json(Shape const& shape) {
    Json alternatives = Json::array();
    for (auto const& part : shape.parts) alternatives.push_back(write(*part));
    if (alternatives.size() == 1) return alternatives[0];
    return {{"anyOf", std::move(alternatives)}};
  }

  Json field_json(FieldShape const& field) {
    auto json = write(*field.shape);
    // Beside a $ref nothing else counts in draft-07.
    if (json.contains("$ref")) json = Json{{"allOf", Json::array({std::move(json)})}};
    json["description"] =
        field.fallback.empty() ? field.help : field.help + " (default: " + field.fallback + ")";
    if (auto const number = parse_number(field.fallback)) json["default"] = *number;
    if (field.fallback == "true" || field.fallback == "false") {
      json["default"] = field.fallback == "true";
    }
    return json;
  }
};

Json head(std::string_view title) {
  return {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
}

std::string text_of(Json const& json) { return json.dump(2) + '\n'; }

}  // namespace

std::string scenario_schema() {
  Writer writer;
  auto json = head("A scenario of minefree");
  json.update(writer.object_json(scenario_record().shape()));
  // What a scenario extends may have what it leaves out itself.
  auto required = std::move(json["required"]);
  json.erase("required");
  json["anyOf"] = Json::array({{{"required", {"extends"}}}, {{"required", std::move(required)}}});
  json["definitions"] = std::move(writer.definitions);
  return text_of(json);
}

std::string state_schema() {
  Writer writer;
  auto json = head("A state file of minefree");
  json.update(writer.object_json(state_record(StateForm::file).shape()));
  json["definitions"] = std::move(writer.definitions);
  return text_of(json);
}

std::string study_schema() {
  Writer writer;
  auto json = head("A study of minefree");
  json.update(writer.object_json(study_record().shape()));
  json["definitions"] = std::move(writer.definitions);
  return text_of(json);
}

std::string sweep_schema() {
  Writer writer;
  auto json = head("A sweep of minefree");
  json.update(writer.object_json(sweep_record().shape()));
  json["definitions"] = std::move(writer.definitions);
  return text_of(json);
}

}  // namespace minefree::config
