#pragma once

#include <string>
#include <string_view>

namespace minefree::cli {

/// What the help of one command says before its options.
struct Help {
  std::string_view command;
  std::string_view what;      // one sentence
  std::string_view examples;  // whole lines
  std::string_view usage;     // after the command
};

/// The help of a command; null for another word.
Help const* help_of(std::string_view command);

/// The help of the program as a whole.
std::string main_help();

}  // namespace minefree::cli
