#include <minefree/config/yaml_document.hpp>

#include <utility>

#include <minefree/config/expand_yaml.hpp>
#include <minefree/config/file_text.hpp>

namespace minefree::config {

Outcome<Tree> parse_yaml_with(YamlParser const& parser, std::string_view bytes,
                              std::string const& file, YamlLimits const& limits) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);  // byte order mark
  LinePlaces const places(bytes, file);
  Outcome<Tree> outcome;
  auto& problems = outcome.problems;
  check_text(bytes, limits.bytes, places, problems);
  if (!problems.empty()) return outcome;

  RawNodes raw(limits);
  if (auto const stop = parser(bytes, raw)) {
    problems.add(stop->at ? places.at(stop->at->line, stop->at->byte) : places.whole_file(),
                 stop->what);
    return outcome;
  }
  auto const& nodes = raw.all();
  if (nodes.empty() || nodes[0].kind == Tree::Kind::null) {
    problems.add(places.whole_file(),
                 "the file is empty. docs/scenario-format.md shows what belongs in it.");
    return outcome;
  }
  auto tree = expand_yaml(nodes, bytes, places, limits, problems);
  if (problems.empty()) outcome.value = std::move(tree);
  return outcome;
}

}  // namespace minefree::config
