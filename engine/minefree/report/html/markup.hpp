#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minefree/report/columns.hpp>

namespace minefree::report::html {

/// The text as it may stand in HTML and SVG, inside of quotes as well: `&lt;` for `<` and so on.
/// Control characters, which neither may hold, become spaces.
std::string escaped(std::string_view text);

/// `<p>` with the text escaped; a class is optional.
std::string paragraph(std::string_view text, std::string_view looks = {});

/// `<ul>` of texts, escaped.
std::string list_of(std::vector<std::string> const& items);

/// A heading of level 1 to 6, escaped.
std::string heading(int level, std::string_view text, std::string_view id = {});

/// A table under a caption; the first column names its rows. Columns of one group stand under a
/// common heading. Wide tables scroll by themselves. `links` are the ids that the names lead to;
/// none, or one for each row.
std::string table(std::string_view caption, std::vector<Column> const& columns,
                  std::vector<std::string> const& links = {});

/// The same, each row a card with its headings where the page is as narrow as a telephone; with
/// links it may be wider than the text where there is room.
std::string table_of_cards(std::string_view caption, std::vector<Column> const& columns,
                           std::vector<std::string> const& links = {});

/// What is folded away on the screen until it is asked for; printed only where it is open.
std::string folded(std::string_view words, std::string_view markup);

}  // namespace minefree::report::html
