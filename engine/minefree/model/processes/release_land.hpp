#pragma once

#include <minefree/model/processes/effort_of_the_year.hpp>
#include <minefree/model/processes/resurvey_suspected_land.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Survey and clearance of one year in one pass that wastes no work: what survey confirms can be
/// cleared at once, and effort that finds nothing to clear goes on surveying. Returns the effort
/// that would finish everything.
template <class R>
R release_land(double survey_intensity, Traits<R> const& traits, Security<R> const& security,
               YearShares<R> const& shares, Effort<R> const& effort, Land<R>& land,
               Released<R>& released, Programme<R>& programme) {
  R const zero = broadcast<R>(0);
  R const small = broadcast<R>(tiny);
  R const suspected = accessible_suspected_km2(security, land);
  R const confirmed = accessible_confirmed_km2(security, land);
  R const survey_cost = traits[Parameter::survey_cost_ratio];
  R const work = effort.work_km2;

  // How the effort would like to be split: by the work each needs, tilted towards survey.
  R const usual_cost = processing_cost(traits[Parameter::technical_survey_cost_ratio],
                                       traits[Parameter::reduced_share]);
  R const survey_pull = broadcast<R>(survey_intensity) * traits[Parameter::survey_preference] *
                        survey_cost * suspected;
  R const clearance_pull =
      usual_cost * known_mined_km2(traits, suspected, confirmed) * shares.survey_odds_noise;
  R const survey_share = survey_pull / max(survey_pull + clearance_pull, small);

  // Non-technical survey: confirms part of the suspected land and cancels the rest.
  R const all_survey = survey_cost * suspected;
  R const surplus = (work - shares.processing_cost * confirmed) * survey_cost /
                    (survey_cost + shares.processing_cost * shares.confirmed);
  R const survey_work = clamp(max(survey_share * work, surplus), zero, all_survey);
  R const surveyed = select(survey_work >= all_survey, suspected, survey_work / survey_cost);
  R const confirmed_by_survey = shares.confirmed * surveyed;

  // Technical survey and clearance of confirmed land, old and new.
  R const to_process = confirmed + confirmed_by_survey;
  R const all_processing = shares.processing_cost * to_process;
  R const rest = max(work - survey_work, zero);
  R const processed = select(rest >= all_processing, to_process, rest / shares.processing_cost);
  R const reduced = shares.reduced * processed;

  released.cancelled_km2 = released.cancelled_km2 + (surveyed - confirmed_by_survey);
  released.reduced_km2 = reduced;
  released.cleared_km2 = processed - reduced;
  land.suspected_km2 = max(land.suspected_km2 - surveyed, zero);
  land.confirmed_km2 = max(land.confirmed_km2 + confirmed_by_survey - processed, zero);

  programme.recent_work_km2[2] = programme.recent_work_km2[1];
  programme.recent_work_km2[1] = programme.recent_work_km2[0];
  programme.recent_work_km2[0] = survey_work + min(rest, all_processing);

  R const work_needed =
      all_survey + shares.processing_cost * (confirmed + shares.confirmed * suspected);
  return effort_needed(work_needed, effort.done_before, programme.peak_work_km2,
                       traits[Parameter::maturity_penalty]);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
