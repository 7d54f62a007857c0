#include <minefree/report/html/markup.hpp>

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace minefree::report::html {

namespace {

/// Numbers stand on the right without saying so, as most cells are numbers.
std::string looks_of(Column const& column) {
  if (column.strong) return column.align == Align::left ? " class=\"l s\"" : " class=\"s\"";
  return column.align == Align::left ? " class=\"l\"" : "";
}

/// The headings above groups of columns, and the own heading of each column below.
std::string head_of(std::vector<Column> const& columns) {
  bool const grouped =
      std::ranges::any_of(columns, [](Column const& column) { return !column.group.empty(); });
  std::string groups;
  std::string own;
  for (std::size_t k = 0; k < columns.size();) {
    auto const& column = columns[k];
    if (column.group.empty()) {
      // A heading that is empty names marks, such as those of judgement.
      auto const tag = column.heading.empty() ? "td" : "th";
      auto const scope = column.heading.empty() ? "" : " scope=\"col\"";
      auto const cell = fmt::format("<{}{}{}{}>{}</{}>", tag, scope, looks_of(column),
                                    grouped ? " rowspan=\"2\"" : "", escaped(column.heading), tag);
      groups += cell;
      ++k;
      continue;
    }
    std::size_t last = k;
    while (last < columns.size() && columns[last].group == column.group) {
      own += fmt::format("<th scope=\"col\"{}>{}</th>", looks_of(columns[last]),
                         escaped(columns[last].heading));
      ++last;
    }
    groups += fmt::format("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", last - k,
                          escaped(column.group));
    k = last;
  }
  auto head = "<thead><tr>" + groups + "</tr>";
  if (grouped) head += "<tr>" + own + "</tr>";
  return head + "</thead>";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (char const c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default: {
        auto const byte = static_cast<unsigned char>(c);
        bool const control = (byte < 0x20 && c != '\n') || byte == 0x7f;
        safe += control ? ' ' : c;
      }
    }
  }
  return safe;
}

std::string paragraph(std::string_view text, std::string_view looks) {
  if (text.empty()) return {};
  auto const of_class = looks.empty() ? std::string{} : fmt::format(" class=\"{}\"", looks);
  return fmt::format("<p{}>{}</p>\n", of_class, escaped(text));
}

std::string list_of(std::vector<std::string> const& items) {
  if (items.empty()) return {};
  std::string markup = "<ul>\n";
  for (auto const& item : items) markup += fmt::format("<li>{}</li>\n", escaped(item));
  return markup + "</ul>\n";
}

std::string heading(int level, std::string_view text, std::string_view id) {
  auto const with_id = id.empty() ? std::string{} : fmt::format(" id=\"{}\"", id);
  return fmt::format("<h{}{}>{}</h{}>\n", level, with_id, escaped(text), level);
}

namespace {

/// `Completion year P50`: what stands above a cell, for a card.
std::string label_of(Column const& column) {
  auto const both = !column.group.empty() && !column.heading.empty();
  return column.group + (both ? " " : "") + column.heading;
}

std::string table(std::string_view looks, std::string_view caption,
                  std::vector<Column> const& columns, std::vector<std::string> const& links) {
  bool const cards = looks.find("cards") != std::string_view::npos;
  if (columns.empty() || columns.front().cells.empty()) return {};
  auto markup = fmt::format(
      "<div class=\"{}\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">"
      "<table><caption>{}</caption>{}<tbody>\n",
      looks, escaped(caption), escaped(caption), head_of(columns));
  for (std::size_t row = 0; row < columns.front().cells.size(); ++row) {
    markup += "<tr>";
    for (std::size_t k = 0; k < columns.size(); ++k) {
      auto const& column = columns[k];
      auto const words = escaped(column.cells[row]);
      if (k > 0) {
        auto const label =
            cards ? fmt::format(" data-label=\"{}\"", escaped(label_of(column))) : std::string{};
        markup += fmt::format("<td{}{}>{}</td>", looks_of(column), label, words);
      } else if (links.empty()) {
        markup += fmt::format("<th scope=\"row\">{}</th>", words);
      } else {
        markup += fmt::format("<th scope=\"row\"><a href=\"#{}\">{}</a></th>", links[row], words);
      }
    }
    markup += "</tr>\n";
  }
  return markup + "</tbody></table></div>\n";
}

}  // namespace

std::string table(std::string_view caption, std::vector<Column> const& columns,
                  std::vector<std::string> const& links) {
  return table("scroll", caption, columns, links);
}

std::string table_of_cards(std::string_view caption, std::vector<Column> const& columns,
                           std::vector<std::string> const& links) {
  return table(links.empty() ? "scroll cards" : "scroll cards wide", caption, columns, links);
}

std::string folded(std::string_view words, std::string_view markup) {
  if (markup.empty()) return {};
  return fmt::format("<details><summary>{}</summary>\n{}</details>\n", escaped(words), markup);
}

}  // namespace minefree::report::html
