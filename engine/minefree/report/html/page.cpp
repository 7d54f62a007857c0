#include <minefree/report/html/page.hpp>

#include <fmt/format.h>

#include <minefree/report/html/markup.hpp>
#include <minefree/report/html/sections.hpp>
#include <minefree/report/html/style.hpp>
#include <minefree/report/state_table.hpp>

namespace minefree::report::html {

namespace {

struct Part {
  std::string_view id;
  std::string_view words;
  std::string markup;
};

std::string contents(std::vector<Part> const& parts) {
  std::string markup = "<nav aria-label=\"Contents\"><ul>\n";
  for (auto const& part : parts) {
    if (part.markup.empty()) continue;
    markup += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", part.id, escaped(part.words));
  }
  return markup + "</ul></nav>\n";
}

std::string state_sections(RunSummary const& summary, ReportFacts const& facts) {
  std::string markup;
  for (auto const* state : states_by_date(summary)) {
    markup += state_section(summary, facts, *state);
  }
  return markup;
}

}  // namespace

std::string page_around(std::string_view title, Provenance const& provenance,
                        std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      // A browser that follows this asks nobody for anything.
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
      "style-src &#39;unsafe-inline&#39;\">\n"
      "{}{}\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      made_by, escaped(provenance.build.version), escaped(title), style_sheet(), body);
}

std::string report_page(RunSummary const& summary, ReportFacts const& facts) {
  std::vector<Part> const parts{
      {"changes", "What the scenario changes", changes(summary, facts)},
      {"complete", "States complete by year", states_complete(summary)},
      {"states", "All states by date", all_states(summary, facts)},
      {"refused", "States without a date", states_without_date(summary)},
      {"each", "Each state", state_sections(summary, facts)},
      {"limits", "Limits", limits(summary)},
      {"provenance", "Where this comes from", provenance(summary, facts)}};
  auto body = "<header>\n" + headline(summary, facts) + contents(parts) + "</header>\n<main>\n";
  for (auto const& part : parts) {
    if (!part.markup.empty()) body += heading(2, part.words, part.id) + part.markup;
  }
  body += "</main>\n";
  return page_around(summary.name, summary.provenance, body);
}

}  // namespace minefree::report::html
