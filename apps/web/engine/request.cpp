#include "request.hpp"

#include <string>

#include <minefree/base/text.hpp>

namespace minefree::page {

namespace {

void set(std::string_view name, std::string_view value, cli::Arguments& arguments) {
  auto const number = [value] { return parse_integer(value); };
  if (name == "file") arguments.files.emplace_back(value);
  if (name == "state") {
    arguments.state = value;
    arguments.run.states.emplace_back(value);
  }
  if (name == "target" && number()) arguments.run.targets.push_back(static_cast<int>(*number()));
  if (name == "trajectories" && number())
    arguments.run.trajectories = static_cast<std::uint64_t>(*number());
  if (name == "seed" && number()) arguments.run.seed = static_cast<std::uint64_t>(*number());
}

}  // namespace

cli::Arguments read_request(std::string_view text) {
  cli::Arguments arguments;
  arguments.json = true;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    auto const space = line.find(' ');
    if (space == std::string_view::npos) continue;
    set(line.substr(0, space), line.substr(space + 1), arguments);
  }
  return arguments;
}

}  // namespace minefree::page
