#pragma once

#include <minefree/model/autoregression.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// The shares of one year, drawn around the trajectory's own.
template <class R>
struct YearShares {
  R confirmed;          // of surveyed suspected land
  R reduced;            // of processed confirmed land
  R processing_cost;    // of a confirmed km2, at this year's reduced share
  R survey_odds_noise;  // multiplies the odds against survey effort
};

template <class R>
YearShares<R> draw_shares(Traits<R> const& traits, YearDraws<R> const& draws) {
  YearShares<R> shares;
  R const confirmed_normal = draws.normal(YearPurpose::confirmed_share);
  R const reduced_normal = draws.normal(YearPurpose::reduced_share);
  R const survey_normal = draws.normal(YearPurpose::survey_share);
  shares.confirmed = noisy_share(traits[Parameter::confirmed_share],
                                 traits[Parameter::confirmed_share_noise], confirmed_normal);
  shares.reduced = noisy_share(traits[Parameter::reduced_share],
                               traits[Parameter::reduced_share_noise], reduced_normal);
  shares.processing_cost =
      processing_cost(traits[Parameter::technical_survey_cost_ratio], shares.reduced);
  shares.survey_odds_noise = exp(-traits[Parameter::survey_share_noise] * survey_normal);
  return shares;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
