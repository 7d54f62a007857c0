#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/config/record.hpp>
#include <minefree/domain/treaty.hpp>

namespace minefree::config {

/// The sources of the public record, by id, with the year each was published.
class Sources {
 public:
  /// Reads the columns source_id and year of data/sources.csv; problems name their line.
  static Sources from_csv(std::string_view text, std::string const& file, Problems& problems);

  /// Adds the sources of another record; an id that both have keeps its first year.
  void add_all(Sources const& others);

  std::optional<int> year(std::string_view id) const;
  /// ` Did you mean '...'?` for an id that is not known, or nothing.
  std::string hint(std::string_view id) const;
  std::map<std::string, int, std::less<>> const& years() const { return years_; }

 private:
  std::map<std::string, int, std::less<>> years_;
};

/// The id of a figure that a user gives without a source.
inline constexpr std::string_view own_source = "own";

/// Who must name a source for a row of figures.
enum class Sourcing {
  record,     // rows of a state file: a source of the record
  judgement,  // a state file's `programme`: a source of the record, or 'own' with a reason
  user,       // scenarios: no source needed, and any name of one will do
};

/// `source` (one id or a list) and `reason`, as fields of a row that keeps both in one citation.
std::array<AnyField, 2> citation_fields_of(Slot citation, Sourcing sourcing);
template <class Row>
std::vector<Field<Row>> citation_fields(Citation Row::* member, Sourcing sourcing);

/// Reads one id or a list of ids, looks them up, and finds the latest year of publication.
Value<Citation> source_ids(Sourcing sourcing);
/// The line that says why this figure was taken and not another.
Value<std::string> reason_line();
/// The latest year that a reason rests on: of publication, where it names a source, and of any
/// year that it names; 0 when it names neither.
int latest_year_named(std::string_view reason, Sources const& sources);
/// Checks that 'own' comes with a reason where that is asked for.
void check_own_reason(Citation const&, Given const&, Reading const&, Sourcing);
/// Checks that no source is older than the year it is cited for.
void check_published(int year, Citation const&, Given const&, Reading const&);

template <class Row>
std::vector<Field<Row>> citation_fields(Citation Row::* member, Sourcing sourcing) {
  auto fields = citation_fields_of(Slot::of<Citation>(member), sourcing);
  return {{std::move(fields[0])}, {std::move(fields[1])}};
}

}  // namespace minefree::config
