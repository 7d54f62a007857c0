#pragma once

#include <minefree/model/processes/effort_of_the_year.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Coefficient of variation of the time from completion to declaration.
inline constexpr double declaration_lag_cv = 0.7;

/// The earliest part of a year at which the last land can go: its very start would count as the
/// December before.
inline constexpr double first_moment_of_year = 1e-3;

/// At the start of a year: a completion whose declaration has come becomes final.
template <class R>
void declare_completion(int year, Land<R> const& land, Completion<R>& completion) {
  auto const due =
      completion.finished & !completion.declared & (completion.declared_at <= broadcast<R>(year));
  auto const first = due & !completion.ever_declared;
  completion.first_completed_at =
      select(first, completion.completed_at, completion.first_completed_at);
  completion.first_declared_at =
      select(first, completion.declared_at, completion.first_declared_at);
  completion.undiscovered_at_declaration_km2 =
      select(first, land.undiscovered_km2, completion.undiscovered_at_declaration_km2);
  completion.declared = completion.declared | due;
  completion.ever_declared = completion.ever_declared | due;
}

/// A find that is more than a task undoes a completion that was not yet declared.
template <class R>
void reopen_before_declaration(Traits<R> const& traits, Released<R> const& released,
                               Completion<R>& completion) {
  auto const undone = completion.finished & !completion.declared &
                      (released.discovered_km2 > traits[Parameter::relapse_km2]);
  completion.finished = completion.finished & !undone;
}

/// The last known mined land goes after the fraction of the year that its work needs. A state with
/// blocked land cannot complete. The declaration follows after a lag.
template <class R>
void record_completion(int year, Traits<R> const& traits, YearDraws<R> const& draws,
                       Security<R> const& security, Land<R> const& land, Effort<R> const& effort,
                       R effort_needed_km2, Completion<R>& completion) {
  auto const nothing_left =
      land.suspected_km2 + land.confirmed_km2 <= broadcast<R>(counts_as_done_km2);
  auto const newly = nothing_left & !security.blocked & !completion.finished;
  if (!any(newly)) return;

  R const fraction = clamp(effort_needed_km2 / max(effort.available_km2, broadcast<R>(tiny)),
                           broadcast<R>(first_moment_of_year), broadcast<R>(1));
  R const completed_at = broadcast<R>(year) + fraction;
  R const variance = broadcast<R>(log1p(declaration_lag_cv * declaration_lag_cv));
  R const deviation = square_root(variance) * draws.normal(YearPurpose::declaration_lag);
  R const lag = traits[Parameter::declaration_lag_years] * mean_one(deviation, variance);
  completion.completed_at = select(newly, completed_at, completion.completed_at);
  completion.declared_at = select(newly, completed_at + lag, completion.declared_at);
  completion.finished = completion.finished | newly;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
