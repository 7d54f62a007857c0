#pragma once

#include <string_view>

#include <minefree/base/problem.hpp>

namespace minefree::cli {

/// Writes results to stdout. A reader that went away (`| head`) is no failure; a full disk is, and
/// has been said. False after a failure.
bool print(std::string_view text);

/// Writes a message to stderr.
void say(std::string_view text);

/// Writes what is wrong with input files to stderr.
void say_problems(Problems const&);

/// Writes each to stderr as a line that starts with `word`: note or warning.
void say_each(std::string_view word, Problems const&);

/// True when stderr is a terminal that can redraw a line.
bool stderr_is_terminal();

/// True when stdout may show colours: a terminal, and NO_COLOR is not set.
bool stdout_shows_colour();

/// Columns of the terminal on stdout, or of COLUMNS; 120 when neither says, as in a file or pipe.
int stdout_columns();

}  // namespace minefree::cli
