// How a trajectory of the naive peer begins: docs/model.md, sections 3 and 5.

#include <algorithm>
#include <cmath>

#include "naive_state.hpp"

namespace minefree::bench {
namespace {

double sample(numeric::TwoPiece const& quantity, double z) {
  double const step = z * (z < 0 ? quantity.sd_low : quantity.sd_high);
  if (quantity.shape == numeric::SpreadShape::positive) return quantity.best * std::exp(step);
  return quantity.best / (quantity.best + (1 - quantity.best) * std::exp(-step));
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::size_t const middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

double sd_of_logs(std::vector<double> const& values) {
  if (values.size() < 2) return 0;
  auto const count = static_cast<double>(values.size());
  double sum = 0;
  for (double const value : values) sum += std::log(value);
  double squares = 0;
  for (double const value : values) squares += std::pow(std::log(value) - sum / count, 2);
  return std::sqrt(squares / (count - 1));
}

}  // namespace

NaiveTraits::NaiveTraits(model::ParameterPlan const& plan, Numbers const& common, Random& random) {
  for (unsigned k = 0; k < parameter_count; ++k) {
    if (!plan.uncertain[k]) {
      values_[k] = plan.spread[k].best;
    } else {
      values_[k] = sample(plan.spread[k], k < state_parameter_count ? random.normal() : common[k]);
    }
  }
}

double NaiveTraits::mined_km2(double suspected_km2, double confirmed_km2) const {
  return confirmed_km2 + (*this)[Parameter::confirmed_share] * suspected_km2;
}

double NaiveTraits::work_km2(double suspected_km2, double confirmed_km2) const {
  double const processing =
      (*this)[Parameter::technical_survey_cost_ratio] + 1 - (*this)[Parameter::reduced_share];
  return (*this)[Parameter::survey_cost_ratio] * suspected_km2 +
         processing * mined_km2(suspected_km2, confirmed_km2);
}

double NaiveTraits::effort_needed_km2(double work_km2, double done, double peak_work_km2) const {
  double const gamma = std::max((*this)[Parameter::maturity_penalty], 1e-9);
  double const peak = std::max(peak_work_km2, 1e-12);
  return peak / gamma * std::exp(gamma * done) * std::expm1(gamma * work_km2 / peak);
}

RecordedStock NaiveTraits::split(RecordedStock const& stock) const {
  double const part = (*this)[Parameter::recorded_confirmed_share];
  RecordedStock parts;
  parts.confirmed_km2 = stock.confirmed_km2 + part * stock.unsplit_km2;
  parts.suspected_km2 = stock.suspected_km2 + (1 - part) * stock.unsplit_km2;
  return parts;
}

NaiveWorld::NaiveWorld(model::WorldPlan const& plan, Numbers const& common, Random& random)
    : traits(plan.parameters, common, random) {
  double const autocorrelation = traits[Parameter::funding_autocorrelation];
  money = {.sd = traits[Parameter::world_funding_sd], .autocorrelation = autocorrelation};
  money.begin(random);
  donors.resize(plan.donor_numbers.size(),
                {.sd = traits[Parameter::donor_funding_sd], .autocorrelation = autocorrelation});
  for (Series& donor : donors) donor.begin(random);
  donor_factor.resize(donors.size());
  donor_left.assign(donors.size(), 1);
  donor_gain.assign(donors.size(), 1);
}

NaiveState::NaiveState(model::CountryPlan const& plan, NaiveWorld const& world,
                       Numbers const& common, Random& random)
    : plan_(plan), traits_(plan.parameters, common, random) {
  begin_land(plan.land, random);
  reported_capacity_ = reported_capacity(plan.capacity, random);
  capacity_ = reported_capacity_;
  recent_work_.fill(capacity_);

  if (plan.funding.mean_musd > 0) {
    double const newest = std::exp(traits_[Parameter::funding_report_noise] * random.normal());
    mean_musd = plan.funding.mean_musd * (1 + plan.funding.newest_year_weight * (newest - 1));
  } else {
    mean_musd = reported_capacity_ * traits_[Parameter::cost_musd_per_km2] /
                (1 - traits_[Parameter::overhead_share]);
  }
  funding_musd = mean_musd;

  luck_ = {.sd = traits_[Parameter::log_deviation_sd],
           .autocorrelation = traits_[Parameter::log_deviation_autocorrelation]};
  recipient_ = {.sd = traits_[Parameter::recipient_funding_sd],
                .autocorrelation = world.money.autocorrelation};
  national_ = {.sd = traits_[Parameter::national_funding_sd],
               .autocorrelation = world.money.autocorrelation};
  for (Series* series : {&luck_, &recipient_, &national_}) series->begin(random);

  regime_ = plan.security.first_regime;
  years_in_regime_ = plan.security.years_in_first_regime;
  output_ = plan.security.output[static_cast<std::size_t>(regime_)];
  blocked_ = traits_[Parameter::blocked_share] > 0;
  if (plan.treaty.has_deadline) deadline_ = plan.treaty.deadline;
}

void NaiveState::begin_land(model::LandPlan const& plan, Random& random) {
  if (plan.reported) {
    double const sd = traits_[Parameter::stock_report_noise] * (random.happens(0.1) ? 3 : 1);
    report_ = std::exp(sd * random.normal());
  }
  RecordedStock recorded;
  recorded.confirmed_km2 = plan.confirmed_km2;
  recorded.suspected_km2 = plan.suspected_km2;
  recorded.unsplit_km2 = plan.unsplit_km2;
  recorded = traits_.split(recorded);
  confirmed_km2 = report_ * recorded.confirmed_km2;
  suspected_km2 = report_ * recorded.suspected_km2;
  if (plan.confirmed_by_hand) confirmed_km2 = sample(*plan.confirmed_by_hand, random.normal());
  if (plan.suspected_by_hand) suspected_km2 = sample(*plan.suspected_by_hand, random.normal());
  blocked_suspected_ = traits_[Parameter::blocked_share] * suspected_km2;
  blocked_confirmed_ = traits_[Parameter::blocked_share] * confirmed_km2;

  double const z = random.normal();
  if (plan.undiscovered_by_hand) {
    undiscovered_km2 = sample(*plan.undiscovered_by_hand, z);
  } else {
    undiscovered_km2 =
        sample(plan.undiscovered_ratio, z) * traits_.mined_km2(suspected_km2, confirmed_km2);
    if (plan.finds_weight > 0) {
      double const smallest = 500e-6;
      double const by_finds =
          plan.yearly_finds_km2 / (1 - std::exp(-traits_[Parameter::discovery_per_year]));
      undiscovered_km2 = std::pow(std::max(undiscovered_km2, smallest), 1 - plan.finds_weight) *
                         std::pow(std::max(by_finds, smallest), plan.finds_weight);
    }
  }

  peak_work_ = traits_.work_km2(suspected_km2, confirmed_km2);
  for (RecordedStock const& stock : plan.peak_candidates) {
    RecordedStock const parts = traits_.split(stock);
    peak_work_ =
        std::max(peak_work_, report_ * traits_.work_km2(parts.suspected_km2, parts.confirmed_km2));
  }
}

double NaiveState::work_of(YearlyWork const& year) const {
  RecordedStock const stock = traits_.split(year.stock);
  double const work = traits_.work_km2(stock.suspected_km2, stock.confirmed_km2);
  double const reduced_share = traits_[Parameter::reduced_share];
  double const reduced = year.reduced_known
                             ? year.reduced_km2
                             : year.cleared_km2 * reduced_share / (1 - reduced_share);
  double const processed = reduced + year.cleared_km2;
  if (year.kind == WorkKind::split) {
    double const surveyed = year.confirmed_known
                                ? year.cancelled_km2 + year.confirmed_by_survey_km2
                                : year.cancelled_km2 / (1 - traits_[Parameter::confirmed_share]);
    return traits_[Parameter::survey_cost_ratio] * surveyed +
           traits_[Parameter::technical_survey_cost_ratio] * processed + year.cleared_km2;
  }
  if (year.kind == WorkKind::processed) {
    return processed * work / traits_.mined_km2(stock.suspected_km2, stock.confirmed_km2);
  }
  return year.released_km2 * work / (stock.suspected_km2 + stock.confirmed_km2);
}

double NaiveState::effort_of(YearlyWork const& year) const {
  double const work = work_of(year);
  if (year.stock.total_km2() <= 0) return work;
  RecordedStock const stock = traits_.split(year.stock);
  double const left =
      std::max(report_ * traits_.work_km2(stock.suspected_km2, stock.confirmed_km2), work);
  double const largest = std::max({peak_work_, left, 1e-12});
  return traits_.effort_needed_km2(work, 1 - left / largest, largest);
}

double NaiveState::reported_capacity(model::CapacityPlan const& plan, Random& random) const {
  if (!plan.estimated) return traits_[Parameter::capacity_km2_per_year];
  std::vector<double> busy;
  for (YearlyWork const& year : plan.work) {
    if (is_idle(year)) continue;
    double const output = plan.regime_output[static_cast<std::size_t>(year.regime)];
    busy.push_back(effort_of(year) / (output > 0 ? output : 1));
  }
  std::vector<double> years = busy;
  years.resize(plan.work.size());
  double const ceiling = 1.5 * median(2 * busy.size() > years.size() ? years : busy);
  auto const count = static_cast<double>(years.size());
  double mean = 0;
  for (double const year : years) mean += std::min(year, ceiling) / count;
  if (plan.certain) return mean;
  double const spread = std::max(sd_of_logs(busy), 0.35);
  double const variance = spread * spread / static_cast<double>(busy.size()) + 0.15 * 0.15;
  return mean * std::exp(std::sqrt(variance) * random.normal());
}

}  // namespace minefree::bench
