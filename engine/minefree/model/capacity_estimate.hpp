#pragma once

#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

inline constexpr int most_years_of_work = 5;

/// Work that a recorded stock stands for, clearance-equivalent km2.
template <class R>
R recorded_work(RecordedStock const& stock, Traits<R> const& traits) {
  R const part = traits[Parameter::recorded_confirmed_share];
  R const unsplit = broadcast<R>(stock.unsplit_km2);
  return work_of(traits, broadcast<R>(stock.suspected_km2) + (1 - part) * unsplit,
                 broadcast<R>(stock.confirmed_km2) + part * unsplit);
}

/// Clearance-equivalent km2 that one reported year of work stands for, at this trajectory's own
/// parameters (docs/model.md, "Capacity and shares from the reported history").
template <class R>
R work_of_year(YearlyWork const& year, Traits<R> const& traits) {
  R const survey_cost = traits[Parameter::survey_cost_ratio];
  R const technical_cost = traits[Parameter::technical_survey_cost_ratio];
  R const reduced_share = traits[Parameter::reduced_share];
  R const confirmed_share = traits[Parameter::confirmed_share];
  R const part = traits[Parameter::recorded_confirmed_share];
  R const unsplit = broadcast<R>(year.stock.unsplit_km2);
  R const confirmed = broadcast<R>(year.stock.confirmed_km2) + part * unsplit;
  R const suspected = broadcast<R>(year.stock.suspected_km2) + (1 - part) * unsplit;
  R const work_left = work_of(traits, suspected, confirmed);
  R const cleared = broadcast<R>(year.cleared_km2);
  R const reduced = year.reduced_known
                        ? broadcast<R>(year.reduced_km2)
                        : cleared * reduced_share / max(1 - reduced_share, broadcast<R>(tiny));

  switch (year.kind) {
    case WorkKind::split: {
      R const cancelled = broadcast<R>(year.cancelled_km2);
      R const surveyed = year.confirmed_known
                             ? cancelled + broadcast<R>(year.confirmed_by_survey_km2)
                             : cancelled / max(1 - confirmed_share, broadcast<R>(tiny));
      return survey_cost * surveyed + technical_cost * (reduced + cleared) + cleared;
    }
    case WorkKind::processed: {
      R const mined = known_mined_km2(traits, suspected, confirmed);
      return (reduced + cleared) * work_left / max(mined, broadcast<R>(tiny));
    }
    case WorkKind::total:
    case WorkKind::stock_fall:
      break;
  }
  return broadcast<R>(year.released_km2) * work_left /
         max(suspected + confirmed, broadcast<R>(tiny));
}

/// The largest work on record, and the error that today's report shares with those before it.
template <class R>
struct PeakWork {
  R work_km2;
  R report_factor;
};

/// The effort behind a reported year's work: the last land is dearer than the first, so late years
/// took more effort for the same work.
template <class R>
R effort_of_year(YearlyWork const& year, Traits<R> const& traits, PeakWork<R> const& peak) {
  R const work = work_of_year(year, traits);
  if (year.stock.total_km2() <= 0) return work;
  // A stock counted anew, or given by hand, may be smaller than what was worked on before.
  R const left = max(peak.report_factor * recorded_work(year.stock, traits), work);
  R const largest = max(peak.work_km2, left);
  return effort_needed(work, progress(left, largest), largest, traits[Parameter::maturity_penalty]);
}

/// The middle of up to five values, by insertion into a sorted list; the mean of two for an even
/// number.
template <class R>
R median_of(R const* values, int count) {
  R sorted[most_years_of_work] = {};
  for (int k = 0; k < count; ++k) {
    R carried = values[k];
    for (int place = 0; place < k; ++place) {
      R const smaller = min(sorted[place], carried);
      carried = max(sorted[place], carried);
      sorted[place] = smaller;
    }
    sorted[k] = carried;
  }
  int const middle = count / 2;
  if (count % 2 == 1) return sorted[middle];
  return (sorted[middle - 1] + sorted[middle]) * broadcast<R>(0.5);
}

/// Standard deviation of the logs; zero for a single value.
template <class R>
R sd_of_logs(R const* values, int count) {
  if (count < 2) return broadcast<R>(0);
  R logs[most_years_of_work];
  R sum = broadcast<R>(0);
  for (int k = 0; k < count; ++k) {
    logs[k] = log(max(values[k], broadcast<R>(tiny)));
    sum = sum + logs[k];
  }
  R const mean = sum / broadcast<R>(count);
  R squares = broadcast<R>(0);
  for (int k = 0; k < count; ++k) squares = squares + (logs[k] - mean) * (logs[k] - mean);
  return square_root(squares / broadcast<R>(count - 1));
}

/// Yearly capacity as the last five reported years show it, with the error of that estimate. One
/// wave year must not set it: each year counts at most 1.5 medians. A year of no work counts in
/// mean and median (unless half of the years are such), and says nothing of how much the others
/// differ.
template <class R>
R estimated_capacity(CapacityPlan const& plan, Traits<R> const& traits, PeakWork<R> const& peak,
                     R normal) {
  int const count = static_cast<int>(plan.work.size());
  R years[most_years_of_work];
  R busy_years[most_years_of_work];
  int busy = 0;
  for (int k = 0; k < count; ++k) {
    YearlyWork const& year = plan.work.data()[k];
    years[k] = broadcast<R>(0);
    if (is_idle(year)) continue;
    double const output = plan.regime_output.data()[static_cast<int>(year.regime)];
    years[k] = effort_of_year(year, traits, peak) / broadcast<R>(output > 0 ? output : 1);
    busy_years[busy++] = years[k];
  }
  bool const mostly_busy = 2 * busy > count;
  R const median = mostly_busy ? median_of(years, count) : median_of(busy_years, busy);
  R const ceiling = broadcast<R>(1.5) * median;
  R sum = broadcast<R>(0);
  for (int k = 0; k < count; ++k) sum = sum + min(years[k], ceiling);
  R const mean = sum / broadcast<R>(count);
  if (plan.certain) return mean;

  R const spread = max(sd_of_logs(busy_years, busy), broadcast<R>(0.35));
  R const log_sd = square_root(spread * spread / broadcast<R>(busy) + broadcast<R>(0.15 * 0.15));
  return mean * exp(log_sd * normal);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
