#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <variant>

#include "arguments.hpp"
#include "commands.hpp"
#include "terminal.hpp"

namespace {

using namespace minefree::cli;

std::string environment(char const* name) {
  auto const* const value = std::getenv(name);
  return value ? value : "";
}

int run_program(int count, char const* const* words) {
  auto const parsed = parse_arguments(count, words, environment("MINEFREE_INSTRUCTION_SET"));
  if (auto const* const answer = std::get_if<Answer>(&parsed)) {
    say(answer->error);
    return print(answer->out) ? answer->exit_code : exit_failed;
  }
  return run_command(std::get<Arguments>(parsed));
}

}  // namespace

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has seen enough is no failure; see print()
  try {
    return run_program(count, words);
  } catch (std::bad_alloc const&) {
    say("minefree: not enough memory; fewer states, a nearer horizon or fewer --threads need less\n");
  } catch (std::exception const& error) {
    say(std::string("minefree: ") + error.what() + "\n");
  }
  return exit_failed;
}
