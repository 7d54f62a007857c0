#pragma once

#include <minefree/model/country_state.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

// What a state has beside its land and its dates, where a scenario asks for it by `outputs`.

/// Teams that answer what turns up after the declaration.
template <class R>
struct Residual {
  R years_since_declaration;  // whole years
  R window_year;              // 1 in the first year that is judged; 0 before the declaration
  R finds;                    // of the year
  R backlog;                  // tasks not answered yet
  MaskOf<R> team_alive;
  MaskOf<R> adequate;         // in this year: a team, no backlog, and quick
  MaskOf<R> always_adequate;  // in every year of the window so far
  MaskOf<R> always_alive;
  R sized_backlog[most_sized_teams];     // with 1, 2, ... teams that are never lost
  MaskOf<R> keeps_up[most_sized_teams];  // in every year of the window so far
};

/// People killed or injured by mines and explosive remnants.
template <class R>
struct Casualties {
  R mean_per_year;  // at the land and in the regime of the reports
  R reference_km2;  // land that may be mined, as of the reports
  R casualties;     // of the year
};

template <class R>
struct OptionalParts {
  Residual<R> residual;
  Casualties<R> casualties;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
