#include "yaml_events.hpp"

#include <string>

#include <minefree/config/yaml_syntax.hpp>

#include "byte_reader.hpp"

namespace minefree::page {

namespace {

enum class Kind : std::uint8_t {
  document = 1,  // line, byte
  null = 2,      // line, byte, anchor
  alias = 3,     // line, byte, anchor
  scalar = 4,    // line, byte, anchor, tag, text
  list = 5,      // line, byte, anchor, tag
  map = 6,       // line, byte, anchor, tag
  end = 7,       // of a list or map
  error = 8,     // line + 1 or 0 when it has no place, byte, what is wrong in yaml-cpp's words
};

config::YamlEvent read_place(ByteReader& reader) {
  config::YamlEvent event;
  event.line = static_cast<std::size_t>(reader.number());
  event.byte = static_cast<std::size_t>(reader.number());
  return event;
}

config::YamlEvent read_event(ByteReader& reader) {
  auto event = read_place(reader);
  event.anchor = static_cast<std::size_t>(reader.number());
  return event;
}

config::YamlEvent read_tagged(ByteReader& reader) {
  auto event = read_event(reader);
  event.tag = reader.text();
  return event;
}

config::YamlStop stop_at(config::YamlEvent const& event, std::string what) {
  return {.at = config::YamlStop::At{.line = event.line, .byte = event.byte},
          .what = std::move(what)};
}

config::YamlStop read_error(ByteReader& reader) {
  auto const line_after = static_cast<std::size_t>(reader.number());
  auto const byte = static_cast<std::size_t>(reader.number());
  config::YamlStop stop;
  if (line_after > 0) stop.at = config::YamlStop::At{.line = line_after - 1, .byte = byte};
  stop.what = config::syntax_error_in_words(reader.text());
  return stop;
}

}  // namespace

std::optional<config::YamlStop> replay(std::string_view events, config::RawNodes& nodes) {
  ByteReader reader(events);
  while (!reader.at_end()) {
    auto const kind = static_cast<Kind>(reader.byte());
    config::YamlEvent event;
    std::string refusal;
    switch (kind) {
      case Kind::document:
        event = read_place(reader);
        refusal = nodes.start_document();
        break;
      case Kind::null:
        event = read_event(reader);
        event.tag = "?";
        refusal = nodes.add_null(event);
        break;
      case Kind::alias:
        event = read_event(reader);
        refusal = nodes.repeat(event.anchor);
        break;
      case Kind::scalar:
        event = read_tagged(reader);
        refusal = nodes.add_scalar(event, std::string(reader.text()));
        break;
      case Kind::list:
        event = read_tagged(reader);
        refusal = nodes.enter_list(event);
        break;
      case Kind::map:
        event = read_tagged(reader);
        refusal = nodes.enter_map(event);
        break;
      case Kind::end:
        nodes.leave();
        break;
      case Kind::error:
        return read_error(reader);
    }
    if (!refusal.empty()) return stop_at(event, std::move(refusal));
  }
  return std::nullopt;
}

}  // namespace minefree::page
