#pragma once

#include <string>
#include <string_view>

namespace minefree::config {

/// The reference of scenario and state files in Markdown (docs/scenario-format.md), made from the
/// declarations that read them.
std::string scenario_format_markdown();

/// A new scenario called `name` that extends the scenario file `extends`: what may be changed
/// stands in it as comments, each ready to use. `schema` is the path of the JSON Schema from where
/// the file will lie.
std::string starter_scenario(std::string_view name, std::string_view extends,
                             std::string_view schema = "../docs/scenario.schema.json");

}  // namespace minefree::config
