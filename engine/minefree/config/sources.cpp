#include <minefree/config/sources.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/csv_rows.hpp>

namespace minefree::config {

namespace {

constexpr char const* const no_near_source = " Add the source there, or correct the id.";

std::optional<Citation> read_ids(Tree const& tree, Reading const& reading, Sourcing sourcing,
                                 Shape const& one) {
  if (!tree.is_list() || tree.items.empty()) {
    auto const id = scalar_text(tree, reading, one);
    if (!id) return std::nullopt;
  }
  Citation citation;
  bool good = true;
  auto const add = [&](Tree const& item) {
    auto const id = scalar_text(item, reading, one);
    if (!id) return false;
    if (*id == own_source) {
      citation.ids.push_back(*id);
      if (sourcing != Sourcing::record) return true;
      reading.refuse(item.place,
                     "is 'own', but the figures of a state file are those of the record. "
                     "Name a source of data/sources.csv; judgement belongs in "
                     "'programme', with a reason.");
      return false;
    }
    auto const* const sources = reading.sources();
    auto const published = sources ? sources->year(*id) : std::nullopt;
    // A user may name a source of their own; but one that nearly is one of the record is a slip.
    auto const near = sources && !published ? sources->hint(*id) : std::string{};
    if (!published && (sourcing != Sourcing::user || !near.empty())) {
      reading.refuse(item.place, fmt::format("is {}, which data/sources.csv does not have.{}",
                                             in_quotes(*id), near.empty() ? no_near_source : near));
      return false;
    }
    citation.ids.push_back(*id);
    citation.published = std::max(citation.published, published.value_or(0));
    return true;
  };
  if (tree.is_list()) {
    for (auto const& item : tree.items) good = add(item) && good;
  } else {
    good = add(tree);
  }
  return good ? std::optional(std::move(citation)) : std::nullopt;
}

}  // namespace

Sources Sources::from_csv(std::string_view text, std::string const& file, Problems& problems) {
  Sources sources;
  auto const whole = Place::whole(file);
  auto const rows = csv_rows(text);
  if (rows.empty()) {
    problems.add(whole,
                 "the file is empty. Its columns are source_id, title, publisher, year, url.");
    return sources;
  }
  auto const column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(rows[0].cells, name) - rows[0].cells.begin());
  };
  auto const id = column("source_id");
  auto const year = column("year");
  if (id == rows[0].cells.size() || year == rows[0].cells.size()) {
    problems.add(whole,
                 "the columns source_id and year are not both there. Restore the first line.");
    return sources;
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& row = rows[i];
    Place const place{whole.file, row.line, 1};
    auto const published =
        row.cells.size() > std::max(id, year) ? parse_integer(row.cells[year]) : std::nullopt;
    if (!published || *published < 1900 || *published > 2200) {
      problems.add(place, "this source has no year of publication from 1900 to 2200. Add it.");
    } else if (!sources.years_.emplace(row.cells[id], static_cast<int>(*published)).second) {
      problems.add(place, fmt::format("the source {} is there twice. Remove one.",
                                      in_quotes(row.cells[id])));
    }
  }
  return sources;
}

void Sources::add_all(Sources const& others) {
  years_.insert(others.years_.begin(), others.years_.end());
}

std::optional<int> Sources::year(std::string_view id) const {
  auto const found = years_.find(id);
  return found == years_.end() ? std::nullopt : std::optional(found->second);
}

std::string Sources::hint(std::string_view id) const {
  std::vector<std::string> ids;
  for (auto const& source : years_) ids.push_back(source.first);
  return did_you_mean(id, ids);
}

std::array<AnyField, 2> citation_fields_of(Slot citation, Sourcing sourcing) {
  // Two keys fill one member, in either order.
  auto const ids = source_ids(sourcing);
  auto source =
      unkept_field("source",
                   sourcing == Sourcing::user ? "id of the source, for the record; or own"
                                              : "id in data/sources.csv, or a list of ids",
                   ids.kind());
  source.shape.required = sourcing != Sourcing::user;
  source.read = [ids, citation](Tree const& tree, Reading const& reading, void* row) {
    auto read = ids.read(tree, reading);
    if (!read) return false;
    auto& kept = *static_cast<Citation*>(citation.in(row));
    read->reason = std::move(kept.reason);
    kept = std::move(*read);
    return true;
  };
  auto const line = reason_line();
  auto reason = unkept_field("reason", "one line: why this figure and not another", line.kind());
  reason.read = [line, citation](Tree const& tree, Reading const& reading, void* row) {
    auto text = line.read(tree, reading);
    if (text) static_cast<Citation*>(citation.in(row))->reason = std::move(*text);
    return text.has_value();
  };
  return {std::move(source), std::move(reason)};
}

Value<Citation> source_ids(Sourcing sourcing) {
  Shape one;
  one.words = "the id of a source";
  one.example = "lm2023-AGO";
  Shape many;
  many.form = Shape::Form::list;
  many.words = "a list of ids of sources";
  many.at_least = 1;
  auto const id = shared(std::move(one));
  many.parts = {id};
  auto const read = [sourcing](Tree const& tree, Reading const& reading, Shape const& shape) {
    return read_ids(tree, reading, sourcing, *shape.parts[0]);
  };
  return value_of<Citation>(one_of({id, shared(std::move(many))}), read);
}

Value<std::string> reason_line() {
  Shape shape;
  shape.words = "a text in one line";
  auto const read = [](Tree const& tree, Reading const& reading,
                       Shape const& its) -> std::optional<std::string> {
    auto const text = scalar_text(tree, reading, its);
    if (!text) return std::nullopt;
    auto const line = trimmed(*text);
    if (line.find('\n') != std::string_view::npos) {
      reading.refuse(tree.place, "has several lines. Write it in one line.");
      return std::nullopt;
    }
    return std::string(line);
  };
  return value_of<std::string>(std::move(shape), read);
}

int latest_year_named(std::string_view reason, Sources const& sources) {
  constexpr std::string_view letters_of_ids =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  int latest = 0;
  while (!reason.empty()) {
    auto const word = reason.substr(0, reason.find_first_not_of(letters_of_ids));
    auto const year = parse_integer(word);
    bool const is_year = word.size() == 4 && year && *year >= 1990 && *year <= 2100;
    if (is_year) latest = std::max(latest, static_cast<int>(*year));
    latest = std::max(latest, sources.year(word).value_or(0));
    reason.remove_prefix(std::min(word.size() + 1, reason.size()));
  }
  return latest;
}

void check_own_reason(Citation const& citation, Given const& given, Reading const& reading,
                      Sourcing sourcing) {
  bool const own = std::ranges::find(citation.ids, own_source) != citation.ids.end();
  if (sourcing == Sourcing::judgement && own && given.has("source") &&
      !given.tree().find("reason")) {
    reading.problem(given.at("source").place,
                    "a value whose source is 'own' is judgement. Add 'reason: ...', one line.");
  }
}

void check_published(int year, Citation const& citation, Given const& given,
                     Reading const& reading) {
  if (!given.has("year") || !given.has("source") || citation.published == 0) return;
  if (citation.published >= year) return;
  reading.problem(given.at("source").place,
                  fmt::format("{} was published in {} and cannot know a figure of {}. Correct the "
                              "year or the source.",
                              join(citation.ids, ", ", " and "), citation.published, year));
}

}  // namespace minefree::config
