#pragma once

#include <string>

#include <minefree/base/problem.hpp>

namespace minefree::page {

/// What commands printed and said since the last clear, in place of stdout and stderr
/// (apps/cli/terminal.hpp).
struct Messages {
  std::string printed;
  Problems problems;
  Problems notes;
  std::string said;  // lines without a place
};

Messages& messages();

/// The messages as JSON: {"problems": [{file, line, column, message}], "notes": [...]}; line and
/// column are null for a file as a whole. Lines without a place are problems of `file` when the
/// command failed, else notes on it.
std::string messages_json(Messages const&, std::string const& file, bool failed);

}  // namespace minefree::page
