#include <optional>

#include <minefree/report/explanation_parts.hpp>

namespace minefree::report {

namespace {

// No date rests on these figures, and no result of this version is made from them.
constexpr auto only_held = "held in the record; no date rests on it";

/// The figures of one row, each as a number of its own.
template <class Row>
class RowNumbers {
 public:
  RowNumbers(Row const& row, NumberList& numbers) : row_(row), numbers_(numbers) {}

  void add(char const* name, std::optional<double> Row::* value, char const* unit) {
    if (!(row_.*value)) return;
    auto& number = numbers_.add_cited(name, number_text(*(row_.*value)), unit, row_.source);
    number.year = row_.year;
    number.used = false;
    if (number.note.empty()) number.note = only_held;
  }

 private:
  Row const& row_;
  NumberList& numbers_;
};

void add_casualties(CasualtyYear const& year, NumberList& numbers) {
  RowNumbers row(year, numbers);
  row.add("casualties", &CasualtyYear::casualties, "people");
  row.add("killed", &CasualtyYear::killed, "people");
  row.add("injured", &CasualtyYear::injured, "people");
  row.add("men", &CasualtyYear::men, "people");
  row.add("women", &CasualtyYear::women, "people");
  row.add("boys", &CasualtyYear::boys, "people");
  row.add("girls", &CasualtyYear::girls, "people");
  row.add("children", &CasualtyYear::children, "people");
}

void add_people(PeopleYear const& year, NumberList& numbers) {
  RowNumbers row(year, numbers);
  row.add("people_exposed", &PeopleYear::people_exposed, "people");
  row.add("people_exposed_men", &PeopleYear::people_exposed_men, "people");
  row.add("people_exposed_women", &PeopleYear::people_exposed_women, "people");
  row.add("people_exposed_boys", &PeopleYear::people_exposed_boys, "people");
  row.add("people_exposed_girls", &PeopleYear::people_exposed_girls, "people");
  row.add("eore_people", &PeopleYear::eore_people, "people");
  row.add("eore_men", &PeopleYear::eore_men, "people");
  row.add("eore_women", &PeopleYear::eore_women, "people");
  row.add("eore_boys", &PeopleYear::eore_boys, "people");
  row.add("eore_girls", &PeopleYear::eore_girls, "people");
}

void add_residual(ResidualYear const& year, NumberList& numbers) {
  RowNumbers row(year, numbers);
  row.add("residual_items", &ResidualYear::residual_items, "items");
  row.add("residual_teams", &ResidualYear::residual_teams, "teams");
}

}  // namespace

void explain_people(Explained const& explained, NumberList& numbers) {
  auto const& state = explained.state;
  numbers.begin_section("Casualties");
  for (auto const& year : state.casualties) add_casualties(year, numbers);
  numbers.begin_section("People");
  for (auto const& year : state.people) add_people(year, numbers);
  numbers.begin_section("After completion");
  for (auto const& year : state.residual) add_residual(year, numbers);
}

}  // namespace minefree::report
