#pragma once

#include <minefree/model/traits.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// A date that is not reached; years from the start of the first simulated year.
inline constexpr double never = 1e9;
/// Every lane the same whole number.
template <class R>
IntOf<R> broadcast_int(int x) {
  return x - IntOf<R>{};
}

template <class R>
struct Land {
  R suspected_km2, confirmed_km2, undiscovered_km2;
};

template <class R>
struct Security {
  IntOf<R> regime;           // 0 open, 1 restricted, 2 conflict
  IntOf<R> years_in_regime;  // 1 in its first year
  R output;                  // multiplier of the year's output
  MaskOf<R> blocked;         // some land cannot be entered for political reasons
  R blocked_suspected_km2;   // that land, as of the start
  R blocked_confirmed_km2;
};

template <class R>
struct Money {
  R mean_musd;  // of the last three reported years
  R recipient_deviation, national_deviation;
  R funding_musd, unspent_musd;  // of the year
  R released_km2;                // of the year before: payments by results follow it
};

template <class R>
struct Programme {
  R reported_capacity_km2_per_year;  // what the record shows
  R capacity_km2_per_year;
  R log_deviation;
  R peak_work_km2;
  R recent_work_km2[3];  // of the last three years, newest first
};

template <class R>
struct Completion {
  MaskOf<R> finished;  // no known mined land is left
  MaskOf<R> declared;  // and that has been declared
  MaskOf<R> ever_declared;
  R completed_at, declared_at;              // of the present spell
  R first_completed_at, first_declared_at;  // of the first declaration
  R reopened_at;                            // first relapse after a declaration
  R undiscovered_at_declaration_km2;
  R deadline;
  R extensions;
};

/// Flows of one year, km2.
template <class R>
struct Released {
  R cancelled_km2, reduced_km2, cleared_km2, discovered_km2, newly_mined_km2;
};

/// One state in one trajectory (or as many as R has lanes).
template <class R>
struct CountryState {
  Traits<R> traits;
  Land<R> land;
  Security<R> security;
  Money<R> money;
  Programme<R> programme;
  Completion<R> completion;
};

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
