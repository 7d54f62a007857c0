#pragma once

#include <optional>
#include <string_view>

#include <minefree/config/yaml_document.hpp>

namespace minefree::page {

/// Replays what the page's parser of YAML reported of a text. `events` is a run of records, each a
/// byte that says what it is and its fields; numbers are LEB128, texts their length and UTF-8.
/// Their list stands in yaml_events.cpp, and its twin in apps/web/src/engine/yaml_events.ts.
std::optional<config::YamlStop> replay(std::string_view events, config::RawNodes&);

}  // namespace minefree::page
