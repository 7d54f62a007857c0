#pragma once

#include <minefree/model/country_state.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Keeps a divisor away from zero, km2 or shares.
inline constexpr double tiny = 1e-12;

/// Clearance-equivalent cost of processing a confirmed km2: technical survey, and clearance of what
/// it leaves.
template <class R>
R processing_cost(R technical_survey_cost_ratio, R reduced_share) {
  return technical_survey_cost_ratio + 1 - reduced_share;
}

/// Mined land that the record knows: confirmed, and the part of the suspected area that survey will
/// confirm.
template <class R>
R known_mined_km2(Traits<R> const& traits, R suspected_km2, R confirmed_km2) {
  return confirmed_km2 + traits[Parameter::confirmed_share] * suspected_km2;
}

/// Work still to do, clearance-equivalent km2 (docs/model.md, section 3).
template <class R>
R work_of(Traits<R> const& traits, R suspected_km2, R confirmed_km2) {
  R const processing = processing_cost(traits[Parameter::technical_survey_cost_ratio],
                                       traits[Parameter::reduced_share]);
  return traits[Parameter::survey_cost_ratio] * suspected_km2 +
         processing * known_mined_km2(traits, suspected_km2, confirmed_km2);
}

/// Part of the largest work that is done, 0..1.
template <class R>
R progress(R work_km2, R peak_work_km2) {
  return 1 - work_km2 / max(peak_work_km2, broadcast<R>(tiny));
}

/// Work that an effort does when land gets dearer with progress: dw/dE = exp(-penalty * progress),
/// exact in time.
template <class R>
R work_done(R effort_km2, R done, R peak_work_km2, R penalty) {
  R const first = effort_km2 * exp(-penalty * done);
  R const x = penalty * first / max(peak_work_km2, broadcast<R>(tiny));
  return first * select(x > 1e-6f, log1p(x) / max(x, broadcast<R>(1e-6)), broadcast<R>(1));
}

/// The effort that some work needs: the inverse of `work_done`.
template <class R>
R effort_needed(R work_km2, R done, R peak_work_km2, R penalty) {
  R const x = penalty * work_km2 / max(peak_work_km2, broadcast<R>(tiny));
  return work_km2 * exp(penalty * done) *
         select(x > 1e-6f, expm1(x) / max(x, broadcast<R>(1e-6)), broadcast<R>(1));
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
