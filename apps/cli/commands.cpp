#include "commands.hpp"

namespace minefree::cli {

int run_command(Arguments const& arguments) {
  switch (arguments.command) {
    case Command::run: return run(arguments);
    case Command::compare:
    case Command::explain:
    case Command::check:
    case Command::schema:
    case Command::new_scenario:
    case Command::completions: break;
  }
  return exit_usage;
}

}  // namespace minefree::cli
