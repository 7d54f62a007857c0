#include <minefree/config/yaml_tree.hpp>

#include <exception>
#include <istream>
#include <optional>
#include <streambuf>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <minefree/config/yaml_document.hpp>
#include <minefree/config/yaml_syntax.hpp>

namespace minefree::config {

namespace {

// Thrown by Reporter through yaml-cpp, and caught below: there is no other way to stop its parser.
struct Stop {
  YAML::Mark mark;
  std::string what;
};

class Reporter : public YAML::EventHandler {
 public:
  explicit Reporter(RawNodes& nodes) : nodes_(nodes) {}

  void OnDocumentStart(YAML::Mark const& mark) override {
    stop_unless_good(mark, nodes_.start_document());
  }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    stop_unless_good(mark, nodes_.add_null(event(mark, "?", anchor)));
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    stop_unless_good(mark, nodes_.repeat(anchor));
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    stop_unless_good(mark, nodes_.add_scalar(event(mark, tag, anchor), value));
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    stop_unless_good(mark, nodes_.enter_list(event(mark, tag, anchor)));
  }
  void OnSequenceEnd() override { nodes_.leave(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    stop_unless_good(mark, nodes_.enter_map(event(mark, tag, anchor)));
  }
  void OnMapEnd() override { nodes_.leave(); }

 private:
  static YamlEvent event(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor) {
    return {.line = static_cast<std::size_t>(mark.line),
            .byte = static_cast<std::size_t>(mark.column),
            .anchor = anchor,
            .tag = tag};
  }

  static void stop_unless_good(YAML::Mark const& mark, std::string refusal) {
    if (!refusal.empty()) throw Stop{mark, std::move(refusal)};
  }

  RawNodes& nodes_;
};

// Reads memory in place: an istringstream would copy the file once more.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    auto* const start = const_cast<char*>(text.data());  // only read, by the contract of setg
    setg(start, start, start + text.size());
  }
};

YamlStop stop_at(YAML::Mark const& mark, std::string what) {
  if (mark.is_null()) return {.at = std::nullopt, .what = std::move(what)};
  return {.at = YamlStop::At{.line = static_cast<std::size_t>(mark.line),
                             .byte = static_cast<std::size_t>(mark.column)},
          .what = std::move(what)};
}

std::optional<YamlStop> report_with_yaml_cpp(std::string_view text, RawNodes& nodes) {
  Reporter reporter(nodes);
  try {
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(reporter)) {
    }
  } catch (Stop const& stop) {
    return stop_at(stop.mark, stop.what);
  } catch (YAML::Exception const& error) {
    return stop_at(error.mark, syntax_error_in_words(error.msg));
  } catch (std::exception const& error) {
    return YamlStop{.at = std::nullopt, .what = syntax_error_in_words(error.what())};
  }
  return std::nullopt;
}

}  // namespace

Outcome<Tree> parse_yaml(std::string_view bytes, std::string const& file,
                         YamlLimits const& limits) {
  return parse_yaml_with(report_with_yaml_cpp, bytes, file, limits);
}

}  // namespace minefree::config
