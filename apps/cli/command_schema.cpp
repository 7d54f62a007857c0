#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <minefree/config/describe.hpp>
#include <minefree/config/json_schema.hpp>

#include "commands.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

struct Schema {
  std::string_view which;
  std::string (*make)();
};

constexpr std::array schemas{
    Schema{"scenario", config::scenario_schema}, Schema{"state", config::state_schema},
    Schema{"study", config::study_schema}, Schema{"sweep", config::sweep_schema}};

}  // namespace

int schema(Arguments const& arguments) {
  auto const which = arguments.name.empty() ? "scenario" : std::string_view(arguments.name);
  auto const* const found = std::ranges::find(schemas, which, &Schema::which);
  if (found == schemas.end()) {
    say(fmt::format("minefree: there is no schema of '{}'; write scenario, state, study or sweep\n",
                    which));
    return exit_usage;
  }
  auto const text = arguments.docs ? config::scenario_format_markdown() : found->make();
  return print(text) ? exit_done : exit_failed;
}

}  // namespace minefree::cli
