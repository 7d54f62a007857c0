// A year of the naive peer: docs/model.md, section 4.

#include <algorithm>
#include <cmath>

#include "naive_state.hpp"

namespace minefree::bench {
namespace {

constexpr double tiny = 1e-12;

double mean_one(double deviation, double variance) { return std::exp(deviation - variance / 2); }

double noisy_share(double mean, double sd, double z) {
  return mean / std::max(mean + (1 - mean) * std::exp(-sd * z), tiny);
}

}  // namespace

double Series::next(Random& random) {
  value = autocorrelation * value +
          sd * std::sqrt(1 - autocorrelation * autocorrelation) * random.normal();
  return value;
}

void NaiveWorld::step(Random& random) {
  money.next(random);
  for (std::size_t k = 0; k < donors.size(); ++k) {
    donor_factor[k] = mean_one(donors[k].next(random), donors[k].sd * donors[k].sd);
  }
  double const sd = traits[Parameter::world_productivity_sd];
  productivity = mean_one(sd * random.normal(), sd * sd);
}

void NaiveState::step(int year, NaiveWorld const& world, Random& random) {
  int const index = year - plan_.first_year;
  model::CountryYear const& now = plan_.years[static_cast<std::size_t>(index)];
  declare(year);
  change_regime(now.forced_regime, random);
  lay_new_mines(random);
  discover(now.survey_intensity, random);
  year_confirmed_share_ = noisy_share(traits_[Parameter::confirmed_share],
                                      traits_[Parameter::confirmed_share_noise], random.normal());
  year_reduced_share_ = noisy_share(traits_[Parameter::reduced_share],
                                    traits_[Parameter::reduced_share_noise], random.normal());
  resurvey(random);
  receive_funding(index, world, random);
  adjust_capacity();
  if (now.known_release.known) {
    take_known_release(now.known_release);
    return;
  }
  do_effort(year, world, random);
  double const needed = release_land(now.survey_intensity, random);
  if (year < 0) return;
  record_completion(year, needed, random);
  extend_deadline(year);
  find_after_declaration(year, random);
}

void NaiveState::declare(int year) {
  if (!finished || declared || declared_at_ > year) return;
  if (!ever_declared) {
    first_completed_at_ = completed_at_;
    first_declared_at = declared_at_;
    undiscovered_at_declaration_km2 = undiscovered_km2;
  }
  declared = ever_declared = true;
}

double NaiveState::published_completion() const {
  if (ever_declared) return first_completed_at_;
  return finished ? completed_at_ : not_reached;
}

double NaiveState::musd_of(int donor, int year) const {
  model::FundingPlan const& funding = plan_.funding;
  auto const found = std::find(funding.donors.begin(), funding.donors.end(), donor);
  if (year < plan_.first_year || found == funding.donors.end()) return 0;
  if (funding.mean_musd <= 0 || funding.constant) return 0;
  auto const row = static_cast<std::size_t>(year - plan_.first_year) * funding.donors.size();
  return mean_musd *
         funding.donor_share[row + static_cast<std::size_t>(found - funding.donors.begin())];
}

void NaiveState::change_regime(int forced_regime, Random& random) {
  model::SecurityPlan const& plan = plan_.security;
  int following = regime_;
  if (forced_regime >= 0) {
    following = forced_regime;
  } else {
    int const age = std::min(years_in_regime_, plan.ages);
    auto const now = static_cast<std::size_t>(regime_);
    if (random.happens(
            plan.end_probability[static_cast<std::size_t>(regime_ * plan.ages + age - 1)])) {
      double const u = random.uniform();
      following = u < plan.jump_to_open[now] ? 0 : u < plan.jump_to_open_or_restricted[now] ? 1 : 2;
    }
  }
  years_in_regime_ = following == regime_ ? years_in_regime_ + 1 : 1;
  regime_ = following;
  output_ = plan.output[static_cast<std::size_t>(regime_)];
  if (blocked_ && regime_ < 2 &&
      random.happens(1 - std::exp(-traits_[Parameter::unblock_per_year]))) {
    blocked_ = false;
  }
}

void NaiveState::lay_new_mines(Random& random) {
  if (!random.happens(plan_.security.new_mines_probability[static_cast<std::size_t>(regime_)]))
    return;
  double const variance = std::log1p(std::pow(traits_[Parameter::new_mines_cv], 2));
  undiscovered_km2 +=
      traits_[Parameter::new_mines_km2] * mean_one(std::sqrt(variance) * random.normal(), variance);
}

void NaiveState::discover(double survey_intensity, Random& random) {
  double const hazard = traits_[Parameter::discovery_per_year] * output_ * survey_intensity;
  double const expected = undiscovered_km2 * -std::expm1(-hazard);
  double const area = traits_[Parameter::undiscovered_area_km2];
  discovered_km2 = 0;
  if (!declared && area <= 0) discovered_km2 = expected;
  if (!declared && area > 0) {
    double const some = -std::expm1(-expected / area);
    if (random.happens(some)) {
      double const sd = traits_[Parameter::discovery_noise];
      discovered_km2 =
          std::min(undiscovered_km2, expected * mean_one(sd * random.normal(), sd * sd) / some);
    }
  }
  undiscovered_km2 -= discovered_km2;
  confirmed_km2 += discovered_km2;
  if (!declared && discovered_km2 > traits_[Parameter::relapse_km2]) finished = false;
}

double NaiveState::open_suspected_km2() const {
  return blocked_ ? std::max(suspected_km2 - blocked_suspected_, 0.0) : suspected_km2;
}

double NaiveState::open_confirmed_km2() const {
  return blocked_ ? std::max(confirmed_km2 - blocked_confirmed_, 0.0) : confirmed_km2;
}

void NaiveState::resurvey(Random& random) {
  cancelled_km2 = 0;
  if (regime_ != 0 || finished) return;
  if (!random.happens(1 - std::exp(-traits_[Parameter::resurvey_per_year]))) return;
  double const surveyed = traits_[Parameter::resurvey_share] * open_suspected_km2();
  suspected_km2 -= surveyed;
  confirmed_km2 += year_confirmed_share_ * surveyed;
  cancelled_km2 = (1 - year_confirmed_share_) * surveyed;
}

void NaiveState::receive_funding(int index, NaiveWorld const& world, Random& random) {
  model::CountryYear const& now = plan_.years[static_cast<std::size_t>(index)];
  model::FundingPlan const& plan = plan_.funding;
  recipient_.next(random);
  national_.next(random);
  double abroad = 0;
  for (std::size_t k = 0; k < plan.donors.size(); ++k) {
    double const share = plan.donor_share[static_cast<std::size_t>(index) * plan.donors.size() + k];
    auto const donor = static_cast<std::size_t>(plan.donors[k]);
    double factor = plan.constant ? 1 : world.donor_factor[donor];
    if (!plan.constant && plan.mean_musd > 0)
      factor *= declared ? world.donor_left[donor] : world.donor_gain[donor];
    abroad += share * factor;
  }
  double home = now.national_share;
  if (!plan.constant) {
    double const variance = world.money.sd * world.money.sd + recipient_.sd * recipient_.sd;
    abroad *= mean_one(world.money.value + recipient_.value, variance);
    home *= mean_one(national_.value, national_.sd * national_.sd);
  }
  funding_musd = mean_musd * (abroad + home) + now.added_musd;
}

void NaiveState::adjust_capacity() {
  double const ratio = std::max(funding_musd / std::max(mean_musd, tiny), 1e-6);
  double const target =
      reported_capacity_ * std::pow(ratio, traits_[Parameter::funding_elasticity]);
  double const gap = target - capacity_;
  double const most =
      traits_[Parameter::max_growth] * capacity_ + traits_[Parameter::min_capacity_km2_per_year];
  capacity_ += gap > 0 ? std::min(traits_[Parameter::hiring_speed] * gap, most)
                       : traits_[Parameter::firing_speed] * gap;
  unspent_musd = funding_musd * (1 - std::min(capacity_ / std::max(target, tiny), 1.0));
}

void NaiveState::take_known_release(model::KnownRelease const& known) {
  auto const take = [](double wanted, double& first, double& second) {
    double const from_first = std::min(wanted, first);
    double const from_second = std::min(wanted - from_first, second);
    first -= from_first;
    second -= from_second;
    return from_first + from_second;
  };
  cancelled_km2 += take(known.cancelled_km2, suspected_km2, confirmed_km2);
  reduced_km2 = take(known.reduced_km2, confirmed_km2, suspected_km2);
  cleared_km2 = take(known.cleared_km2, confirmed_km2, suspected_km2);
  double const part = std::min(known.unsplit_km2 / std::max(remaining_km2(), tiny), 1.0);
  cancelled_km2 += part * suspected_km2;
  cleared_km2 += part * confirmed_km2;
  suspected_km2 *= 1 - part;
  confirmed_km2 *= 1 - part;
}

}  // namespace minefree::bench
