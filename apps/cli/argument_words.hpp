#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "arguments.hpp"

namespace minefree::cli {

/// Words as they were given; turned into values once CLI11 has sorted them.
struct Words {
  std::vector<std::string> files, states, targets, origins;
  std::string file, state, name, from, out, origin, scenario, years;
  std::vector<std::string> floors, caps;
  std::string budget, objective, lumps;
  std::string by, probability, from_year, money, at_most;
  std::string trajectories, seed, threads, until_error, instruction_set;
  bool json = false, csv = false, donor_matrix = false, docs = false, quiet = false,
       verbose = false;
  bool vague = false, prior = false;
  std::vector<std::string> amounts;  // million USD
  std::string deadline;
  std::vector<std::string> donors;
  std::string share;
  std::string part, join;  // sweep
};

/// The commands by name.
std::map<std::string, Command> const& commands();

/// What is said of a wrong command line; `command` may be empty.
Answer wrong_usage(std::string const& sentence, std::string const& command);

/// Values from words, or what is wrong with the first that cannot be read.
std::variant<Arguments, Answer> values_of(Words const& words, std::string const& command,
                                          std::string const& environment_set);

}  // namespace minefree::cli
