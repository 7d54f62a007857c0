#include "session.hpp"

#include <utility>

#include "commands.hpp"
#include "host.hpp"
#include "input_files.hpp"
#include "messages.hpp"

// NOLINTBEGIN(misc-use-internal-linkage): called outside
extern "C" __attribute__((import_module("page"), import_name("report_yaml"))) void report_yaml(
    char const* text, std::size_t size);
// NOLINTEND(misc-use-internal-linkage)

namespace minefree::page {

Session& session() {
  static Session the_one;
  return the_one;
}

std::string take_argument() {
  auto& arguments = session().arguments;
  if (arguments.empty()) return {};
  auto first = std::move(arguments.front());
  arguments.erase(arguments.begin());
  return first;
}

std::uint32_t end_command(int code, std::string const& file) {
  session().answer = messages_json(messages(), file, code != cli::exit_done);
  return static_cast<std::uint32_t>(code);
}

std::string yaml_events_of(std::string_view text) {
  report_yaml(text.data(), text.size());
  auto& arguments = session().arguments;
  auto events = std::move(arguments.back());
  arguments.pop_back();
  return events;
}

}  // namespace minefree::page

namespace minefree::cli {

config::Files input_files() { return page::session().files.files(); }
std::string scenario_library() { return std::string(page::scenario_folder); }

}  // namespace minefree::cli
