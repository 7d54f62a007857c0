#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minefree/report/columns.hpp>

namespace minefree::report {

/// A table of Markdown whose columns stand under each other in a terminal as well. Bars inside of
/// cells are escaped; every row has a cell for each column.
std::string markdown_table(std::vector<Column> const& columns);

/// A paragraph in lines of at most 100 characters.
std::string markdown_paragraph(std::string_view text);
/// An item of a list, likewise.
std::string markdown_item(std::string_view text);

}  // namespace minefree::report
