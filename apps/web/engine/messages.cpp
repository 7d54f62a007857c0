#include "messages.hpp"

#include <string_view>

#include <nlohmann/json.hpp>

#include "terminal.hpp"

namespace minefree::page {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(Problems const& problems) {
  Json list = Json::array();
  for (auto const& problem : problems.sorted()) {
    bool const whole = problem.line == 0;
    list.push_back({{"file", problem.file},
                    {"line", whole ? Json(nullptr) : Json(problem.line)},
                    {"column", whole ? Json(nullptr) : Json(problem.column)},
                    {"message", problem.what}});
  }
  return list;
}

std::string_view without_start(std::string_view line) {
  for (std::string_view const start : {"minefree: ", "note: ", "warning: "}) {
    if (line.starts_with(start)) return line.substr(start.size());
  }
  return line;
}

}  // namespace

Messages& messages() {
  static Messages all;
  return all;
}

std::string messages_json(Messages const& messages, std::string const& file, bool failed) {
  auto problems = messages.problems;
  auto notes = messages.notes;
  auto& others = failed ? problems : notes;
  std::string_view left = messages.said;
  while (!left.empty()) {
    auto const line = left.substr(0, left.find('\n'));
    left.remove_prefix(std::min(left.size(), line.size() + 1));
    if (!line.empty()) others.add(Place::whole(file), std::string(without_start(line)));
  }
  return Json{{"problems", json_of(problems)}, {"notes", json_of(notes)}}.dump();
}

}  // namespace minefree::page

namespace minefree::cli {

using page::messages;

bool print(std::string_view text) {
  messages().printed += text;
  return true;
}

void say(std::string_view text) { messages().said += text; }
void say_problems(Problems const& problems) { messages().problems.add_all(problems); }
void say_each(std::string_view, Problems const& notes) { messages().notes.add_all(notes); }

bool stderr_is_terminal() { return false; }
bool stdout_shows_colour() { return false; }
int stdout_columns() { return 120; }

}  // namespace minefree::cli
