#include <fmt/format.h>

#include <minefree/config/describe.hpp>
#include <minefree/config/json_schema.hpp>

#include "commands.hpp"
#include "terminal.hpp"

namespace minefree::cli {

int schema(Arguments const& arguments) {
  auto const& which = arguments.name;
  if (!which.empty() && which != "scenario" && which != "state" && which != "study") {
    say(fmt::format("minefree: there is no schema of '{}'; write scenario, state or study\n",
                    which));
    return exit_usage;
  }
  auto const text = arguments.docs     ? config::scenario_format_markdown()
                    : which == "state" ? config::state_schema()
                    : which == "study" ? config::study_schema()
                                       : config::scenario_schema();
  return print(text) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
