#pragma once

#include <minefree/model/world.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// What becomes of a donor's money for a state when the donor hands on what finished states leave
/// over; one when it does not. Money that is only supposed (*prior*) is not handed on.
template <class R>
R handed_on(FundingPlan const& plan, World<R> const& world, Completion<R> const& completion,
            int donor) {
  if (!world.reallocates || plan.mean_musd <= 0) return broadcast<R>(1);
  return select(completion.declared, world.donor_left[donor], world.donor_gain[donor]);
}

/// What a scenario pays for the land released the year before, million USD.
template <class R>
R paid_by_results(FundingPlan const& plan, int year, R released_km2) {
  R paid = broadcast<R>(0);
  for (int k = 0; k < plan.payments; ++k) {
    R const price = broadcast<R>(plan.paid_musd_per_km2.data()[year * plan.payments + k]);
    R const cap = broadcast<R>(plan.paid_cap_musd.data()[year * plan.payments + k]);
    paid = paid + min(price * released_km2, cap);
  }
  return paid;
}

/// Land released by the programme this year, for the payments of the next.
template <class R>
void remember_release(Released<R> const& released, Money<R>& money) {
  money.released_km2 = released.cancelled_km2 + released.reduced_km2 + released.cleared_km2;
}

/// Money of the year, million USD: each donor's share with the donor's own fortune, the state's own
/// budget, what the scenario adds or pays for results, and those pledges that are still kept.
template <class R>
void receive_funding(FundingPlan const& plan, int year, CountryYear const& this_year,
                     World<R> const& world, Traits<R> const& traits, YearDraws<R> const& draws,
                     Completion<R> const& completion, Money<R>& money) {
  R const autocorrelation = world.traits[Parameter::funding_autocorrelation];
  R const recipient_sd = traits[Parameter::recipient_funding_sd];
  R const national_sd = traits[Parameter::national_funding_sd];
  money.recipient_deviation =
      next_deviation(money.recipient_deviation, autocorrelation, recipient_sd,
                     draws.normal(YearPurpose::recipient_funding));
  money.national_deviation = next_deviation(money.national_deviation, autocorrelation, national_sd,
                                            draws.normal(YearPurpose::national_funding));

  int const donors = static_cast<int>(plan.donors.size());
  double const* shares = plan.donor_share.data() + static_cast<std::ptrdiff_t>(year) * donors;
  R international = broadcast<R>(0);
  R national = broadcast<R>(this_year.national_share);
  if (plan.constant) {
    for (int k = 0; k < donors; ++k) international = international + broadcast<R>(shares[k]);
  } else {
    for (int k = 0; k < donors; ++k) {
      int const donor = plan.donors.data()[k];
      R const factor = world.donor_factor[donor] * handed_on(plan, world, completion, donor);
      international = international + broadcast<R>(shares[k]) * factor;
    }
    R const world_sd = world.traits[Parameter::world_funding_sd];
    international = international * mean_one(world.funding_deviation + money.recipient_deviation,
                                             world_sd * world_sd + recipient_sd * recipient_sd);
    national = national * mean_one(money.national_deviation, national_sd * national_sd);
  }
  R added = broadcast<R>(this_year.added_musd);
  int const pledges = static_cast<int>(plan.pledges.size());
  for (int k = 0; k < pledges; ++k) {
    R const pledged = broadcast<R>(plan.pledged_musd.data()[year * pledges + k]);
    added = added + pledged * world.pledge_kept[plan.pledges.data()[k]];
  }
  if (plan.payments > 0) added = added + paid_by_results(plan, year, money.released_km2);
  money.funding_musd = money.mean_musd * (international + national) + added;
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
