#pragma once

#include <minefree/model/begin.hpp>
#include <minefree/model/processes/adjust_capacity.hpp>
#include <minefree/model/processes/apply_known_release.hpp>
#include <minefree/model/processes/discover_hidden_land.hpp>
#include <minefree/model/processes/draw_shares.hpp>
#include <minefree/model/processes/effort_of_the_year.hpp>
#include <minefree/model/processes/extend_deadline.hpp>
#include <minefree/model/processes/lay_new_mines.hpp>
#include <minefree/model/processes/receive_funding.hpp>
#include <minefree/model/processes/record_completion.hpp>
#include <minefree/model/processes/release_land.hpp>
#include <minefree/model/processes/reopen_completed_state.hpp>
#include <minefree/model/processes/resurvey_suspected_land.hpp>
#include <minefree/model/processes/update_security.hpp>
#include <minefree/model/world.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// One calendar year of one state (docs/model.md, section 4). The order of the calls is the model;
/// what a process takes by const reference it reads, what it takes by reference it changes. `year`
/// counts from origin + 1.
template <class R>
void step_year(int year, CountryPlan const& plan, World<R> const& world, YearDraws<R> const& draws,
               CountryState<R>& s, Released<R>& released) {
  int const index = year - plan.first_year;
  CountryYear const& now = plan.years.data()[index];
  Traits<R> const& traits = s.traits;

  // A completion before this year is final; fighting closes land, and new use undoes some work.
  declare_completion(year, s.land, s.completion);
  update_security(plan.security, now.forced_regime, traits, draws, s.security);
  lay_new_mines(plan.security, traits, draws, s.security, s.land, released);

  // Land that no record has comes to light, and may undo a completion.
  discover_hidden_land(now.survey_intensity, traits, draws, s.security, s.completion, s.land,
                       released);
  reopen_before_declaration(traits, released, s.completion);
  auto const shares = draw_shares(traits, draws);
  resurvey_suspected_land(traits, draws, s.security, s.completion, shares, s.land, released);

  // Teams follow the money, with a lag.
  receive_funding(plan.funding, index, now, world, traits, draws, s.completion, s.money);
  adjust_capacity(traits, s.money, s.programme);

  // Before the origin (`year` below 0) nothing completes, and what was reported takes the place of
  // what would be simulated.
  if (now.known_release.known) {
    apply_known_release(now.known_release, s.land, released);
    remember_release(released, s.money);
    return;
  }

  // Cancel, confirm, reduce, clear.
  auto effort =
      effort_of_the_year(traits, world, draws, s.security, s.completion, s.land, s.programme);
  if (year < 0) leave_work_for_the_origin(traits, s.land, effort);
  R const needed = release_land(now.survey_intensity, traits, s.security, shares, effort, s.land,
                                released, s.programme);
  remember_release(released, s.money);
  if (year < 0) return;

  // The last square metre, the treaty's deadline, and what turns up after the declaration.
  record_completion(year, traits, draws, s.security, s.land, effort, needed, s.completion);
  extend_deadline(plan.treaty, year, traits, s.land, s.programme, s.completion);
  auto const& area_of_find = plan.parameters.spread.data()[unsigned(Parameter::relapse_area_km2)];
  reopen_completed_state(year, traits, draws, area_of_find, s.land, released, s.programme,
                         s.completion);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
