#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minefree::report {

enum class Align { left, right };

/// One column of a text table. Columns of one group stand under a common heading.
struct Column {
  std::string heading;  // of its own
  std::string group;    // shared with its neighbours; may be empty
  Align align = Align::right;
  int importance = 0;  // the least important go first when there is no room
  std::vector<std::string> cells;
  bool strong = false;  // the one to look at
};

/// An empty column of numbers, and one of names.
Column column(std::string heading, std::string group, int importance = 9);
Column name_column(std::string heading);

/// How many characters a text takes on a terminal (UTF-8, none of them wide).
int width_of(std::string_view text);

/// The text with spaces up to a width; a longer one stays as it is.
std::string padded(std::string_view text, int width, Align align);

/// The text, or its beginning with an ellipsis when it is longer; never cut inside a character.
std::string shortened(std::string_view text, int most_columns);

/// Two lines of headings and a line for each row, in at most `most_columns` characters as long as
/// there are columns that may go. Every line ends with a line feed.
std::string lay_out(std::vector<Column> columns, int most_columns, bool colour);

/// Lines of at most `most_columns` characters, broken between words; every line starts with
/// `indent` spaces but the first, which starts with `lead`.
std::string wrapped(std::string_view lead, std::string_view text, int indent, int most_columns);

/// The text in bold or faint, where colour is wanted.
std::string bold(std::string_view text, bool colour);
std::string faint(std::string_view text, bool colour);

}  // namespace minefree::report
