#include <fmt/format.h>

#include <minefree/config/read_scenario.hpp>

#include "commands.hpp"
#include "input_files.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {

int check(Arguments const& arguments) {
  Problems problems;
  for (auto const& file : arguments.files) {
    problems.add_all(config::check_file(file, input_files(), scenario_library()));
  }
  if (!problems.empty()) {
    return print(problems.text()) ? exit_invalid_input : exit_failed;
  }
  auto const count = arguments.files.size();
  auto const text = count == 1 ? fmt::format("{}: no problems\n", arguments.files.front())
                               : fmt::format("{} files: no problems\n", count);
  if (!arguments.quiet && !print(text)) return exit_failed;
  return exit_done;
}

}  // namespace minefree::cli
