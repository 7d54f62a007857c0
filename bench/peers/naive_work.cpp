// The work of a year of the naive peer, and what it completes: docs/model.md, section 4, steps 6
// to 10.

#include <algorithm>
#include <cmath>

#include "naive_state.hpp"

namespace minefree::bench {
namespace {

constexpr double tiny = 1e-12;
constexpr double done_km2 = 500e-6;
constexpr double first_moment_of_year = 1e-3;
constexpr double rounding_km2 = 1e-9;

}  // namespace

void NaiveState::do_effort(int year, NaiveWorld const& world, Random& random) {
  double const noise_sd = traits_[Parameter::output_noise_sd];
  double const deviation = luck_.next(random) + noise_sd * random.normal();
  double const luck = std::exp(deviation - (luck_.sd * luck_.sd + noise_sd * noise_sd) / 2);
  double const pause = traits_[Parameter::pause_probability];
  bool const idle = random.happens(pause) || declared;
  effort_ = idle ? 0 : output_ * capacity_ * luck * world.productivity / std::max(1 - pause, tiny);

  double const work_left = traits_.work_km2(suspected_km2, confirmed_km2);
  peak_work_ = std::max({peak_work_, work_left, tiny});
  done_ = 1 - work_left / peak_work_;
  double const gamma = std::max(traits_[Parameter::maturity_penalty], 1e-9);
  work_ = peak_work_ / gamma * std::log1p(gamma * effort_ * std::exp(-gamma * done_) / peak_work_);
  // A hidden year: the state was not reported complete, so at least half of its work was left.
  if (year < 0) work_ = std::min(work_, 0.5 * work_left);
}

double NaiveState::release_land(double survey_intensity, Random& random) {
  double const survey_cost = traits_[Parameter::survey_cost_ratio];
  double const technical = traits_[Parameter::technical_survey_cost_ratio];
  double const processing = technical + 1 - year_reduced_share_;
  double const suspected = open_suspected_km2();
  double const confirmed = open_confirmed_km2();

  double const pull =
      survey_intensity * traits_[Parameter::survey_preference] * survey_cost * suspected;
  double const against = (technical + 1 - traits_[Parameter::reduced_share]) *
                         traits_.mined_km2(suspected, confirmed) *
                         std::exp(-traits_[Parameter::survey_share_noise] * random.normal());
  double const wanted = work_ * pull / std::max(pull + against, tiny);
  double const surplus = (work_ - processing * confirmed) * survey_cost /
                         (survey_cost + processing * year_confirmed_share_);
  double const survey_work = std::clamp(std::max(wanted, surplus), 0.0, survey_cost * suspected);
  double const surveyed = survey_work / survey_cost;
  double const found = year_confirmed_share_ * surveyed;
  double const clearance_work =
      std::min(std::max(work_ - survey_work, 0.0), processing * (confirmed + found));
  double const processed = clearance_work / processing;

  cancelled_km2 += surveyed - found;
  reduced_km2 = year_reduced_share_ * processed;
  cleared_km2 = processed - reduced_km2;
  suspected_km2 -= surveyed;
  confirmed_km2 += found - processed;
  if (suspected_km2 < rounding_km2) suspected_km2 = 0;
  if (confirmed_km2 < rounding_km2) confirmed_km2 = 0;
  recent_work_ = {survey_work + clearance_work, recent_work_[0], recent_work_[1]};
  return survey_cost * suspected + processing * (confirmed + year_confirmed_share_ * suspected);
}

void NaiveState::record_completion(int year, double needed_km2, Random& random) {
  if (remaining_km2() > done_km2 || blocked_ || finished) return;
  double const needed_effort = traits_.effort_needed_km2(needed_km2, done_, peak_work_);
  completed_at_ =
      year + std::clamp(needed_effort / std::max(effort_, tiny), first_moment_of_year, 1.0);
  double const variance = std::log1p(0.7 * 0.7);
  double const lag = traits_[Parameter::declaration_lag_years] *
                     std::exp(std::sqrt(variance) * random.normal() - variance / 2);
  declared_at_ = completed_at_ + lag;
  finished = true;
}

void NaiveState::extend_deadline(int year) {
  if (deadline_ > year + 1 || ever_declared || (finished && completed_at_ <= deadline_)) return;
  double const mean_work = (recent_work_[0] + recent_work_[1] + recent_work_[2]) / 3;
  double const realistic =
      traits_.work_km2(suspected_km2, confirmed_km2) / std::max(mean_work, tiny);
  double asked =
      std::clamp(std::ceil(traits_[Parameter::extension_optimism] * realistic), 1.0, 10.0);
  if (traits_[Parameter::extension_years] > 0) asked = traits_[Parameter::extension_years];
  deadline_ = std::max(deadline_, static_cast<double>(year)) + asked;
  ++extensions;
}

void NaiveState::find_after_declaration(int year, Random& random) {
  if (!declared) return;
  if (!random.happens(1 - std::exp(-traits_[Parameter::relapse_per_year]))) return;
  numeric::TwoPiece const& size =
      plan_.parameters.spread[static_cast<unsigned>(Parameter::relapse_area_km2)];
  double const z = random.normal();
  double const area =
      std::min(undiscovered_km2, size.best * std::exp(z * (z < 0 ? size.sd_low : size.sd_high)));
  undiscovered_km2 -= area;
  discovered_km2 += area;
  if (area <= traits_[Parameter::relapse_km2]) {
    cleared_km2 += area;
    return;
  }
  confirmed_km2 += area;
  capacity_ = traits_[Parameter::min_capacity_km2_per_year];
  reopened_at = std::min(reopened_at, static_cast<double>(year));
  declared = finished = false;
}

}  // namespace minefree::bench
