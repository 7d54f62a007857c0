#include "program.hpp"

#include <cstdlib>
#include <exception>
#include <new>
#include <variant>

#include "arguments.hpp"
#include "commands.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

std::string environment(char const* name) {
  auto const* const value = std::getenv(name);
  return value ? value : "";
}

/// Only some commands have parts to share; the others are left to rank 0.
int run_in_job(Arguments arguments, Job const& job) {
  if (!shares_work(arguments.command)) {
    return job.ranks.rank() == 0 ? run_command(arguments) : exit_done;
  }
  arguments.run.ranks = &job.ranks;
  if (arguments.run.threads == 0) arguments.run.threads = job.threads_per_rank;
  return run_command(arguments);
}

int run_words(std::vector<std::string> const& words, Job const* job) {
  std::vector<char const*> pointers{"minefree"};
  for (auto const& word : words) pointers.push_back(word.c_str());
  auto const parsed = parse_arguments(static_cast<int>(pointers.size()), pointers.data(),
                                      environment("MINEFREE_INSTRUCTION_SET"));
  if (auto const* const answer = std::get_if<Answer>(&parsed)) {
    say(answer->error);
    return print(answer->out) ? answer->exit_code : exit_failed;
  }
  auto const& arguments = std::get<Arguments>(parsed);
  return job ? run_in_job(arguments, *job) : run_command(arguments);
}

}  // namespace

int run_program(std::vector<std::string> const& words, Job const* job) {
  try {
    return run_words(words, job);
  } catch (std::bad_alloc const&) {
    say("minefree: not enough memory; fewer states, a nearer horizon or fewer --threads need less\n");
  } catch (std::exception const& error) {
    say(std::string("minefree: ") + error.what() + "\n");
  }
  return exit_failed;
}

}  // namespace minefree::cli
