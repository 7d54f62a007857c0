#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minefree::page {

// How this program and the page hand each other bytes: the page writes arguments into memory of
// this program, one after the other, before it calls a function; what comes of it is read in place.

/// What the page's parser of YAML reports of a text (yaml_events.hpp).
std::string yaml_events_of(std::string_view text);

}  // namespace minefree::page
