#pragma once

#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// An Article 5 deadline that falls due before completion is extended, as long as states tend to
/// ask for: too short by the optimism factor, one to ten years. No influence on clearance.
template <class R>
void extend_deadline(TreatyPlan const& plan, int year, Traits<R> const& traits, Land<R> const& land,
                     Programme<R> const& programme, Completion<R>& completion) {
  if (!plan.has_deadline) return;
  R const start = broadcast<R>(year);
  auto const met = completion.finished & (completion.completed_at <= completion.deadline);
  auto const due = (completion.deadline <= start + 1) & !met & !completion.ever_declared;
  if (!any(due)) return;

  R const mean_work =
      (programme.recent_work_km2[0] + programme.recent_work_km2[1] + programme.recent_work_km2[2]) /
      broadcast<R>(3);
  R const work_left = work_of(traits, land.suspected_km2, land.confirmed_km2);
  R const realistic = work_left / max(mean_work, broadcast<R>(tiny));
  R const asked =
      clamp(-floor(-traits[Parameter::extension_optimism] * min(realistic, broadcast<R>(1000))),
            broadcast<R>(1), broadcast<R>(10));
  R const fixed = traits[Parameter::extension_years];
  R const granted = select(fixed > broadcast<R>(0), fixed, asked);
  completion.deadline = select(due, max(completion.deadline, start) + granted, completion.deadline);
  completion.extensions = completion.extensions + select(due, broadcast<R>(1), broadcast<R>(0));
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
