#include "commands.hpp"

namespace minefree::cli {

int run_command(Arguments const& arguments) {
  switch (arguments.command) {
    case Command::run:
      return run(arguments);
    case Command::compare:
      return compare(arguments);
    case Command::plan:
      return plan(arguments);
    case Command::explain:
      return explain(arguments);
    case Command::hindcast:
      return hindcast(arguments);
    case Command::check:
      return check(arguments);
    case Command::schema:
      return schema(arguments);
    case Command::new_scenario:
      return new_scenario(arguments);
    case Command::history:
      return history(arguments);
    case Command::trajectories:
      return trajectories(arguments);
    case Command::freeze:
      return freeze(arguments);
    case Command::overlay:
      return overlay(arguments);
    case Command::solve:
      return solve(arguments);
    case Command::allocate:
      return allocate(arguments);
    case Command::completions:
      return completions(arguments);
    case Command::value_of_survey:
      return value_of_survey(arguments);
    case Command::annex:
      return annex(arguments);
    case Command::stress:
      return stress(arguments);
    case Command::regret:
      return regret(arguments);
    case Command::sweep:
      return sweep(arguments);
    case Command::report:
      return make_report(arguments);
  }
  return exit_usage;
}

bool shares_work(Command command) {
  switch (command) {
    case Command::run:
    case Command::compare:
    case Command::plan:
    case Command::freeze:
    case Command::overlay:
    case Command::solve:
    case Command::allocate:
    case Command::value_of_survey:
    case Command::annex:
    case Command::stress:
    case Command::regret:
    case Command::sweep:
    case Command::report:
      return true;
    case Command::explain:
    case Command::hindcast:
    case Command::check:
    case Command::schema:
    case Command::new_scenario:
    case Command::history:
    case Command::trajectories:
    case Command::completions:
      break;
  }
  return false;
}

}  // namespace minefree::cli
