#include <minefree/report/state_series.hpp>

#include <cstddef>
#include <span>

#include <minefree/numeric/counts.hpp>
#include <minefree/numeric/log_bins.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {

namespace {

constexpr double m2_of_km2 = 1e6;

double mean_km2(std::int64_t sum_m2, std::uint64_t trajectories) {
  return rounded(static_cast<double>(sum_m2) / static_cast<double>(trajectories) / m2_of_km2,
                 area_decimals);
}

std::vector<double> means_km2(std::vector<std::int64_t> const& sums_m2,
                              std::uint64_t trajectories) {
  std::vector<double> means;
  for (auto const sum : sums_m2) means.push_back(mean_km2(sum, trajectories));
  return means;
}

/// The quantile of each year's bins, to so many decimals.
std::vector<double> quantiles(numeric::LogBins const& bins,
                              std::vector<std::uint32_t> const& counts, double p, int decimals) {
  auto const width = static_cast<std::size_t>(bins.count);
  std::vector<double> result;
  for (std::size_t first = 0; first < counts.size(); first += width) {
    auto const year = std::span(counts).subspan(first, width);
    result.push_back(rounded(numeric::quantile(bins, year, p), decimals));
  }
  return result;
}

}  // namespace

InitialSummary initial_land(StateCounts const& counts, std::uint64_t trajectories) {
  InitialSummary initial;
  initial.confirmed_km2 = mean_km2(counts.initial_confirmed_m2, trajectories);
  initial.suspected_km2 = mean_km2(counts.initial_suspected_m2, trajectories);
  initial.undiscovered_km2 = mean_km2(counts.initial_undiscovered_m2, trajectories);
  if (counts.declared > 0) {
    initial.undiscovered_at_declaration_km2 =
        mean_km2(counts.undiscovered_at_declaration_m2, counts.declared);
  }
  return initial;
}

DateQuantiles declaration_quantiles(StateCounts const& counts, Ensemble const& ensemble,
                                    int origin) {
  auto const months =
      std::span(counts.declaration).first(static_cast<std::size_t>(ensemble.months()));
  DateQuantiles result;
  for (double const share : declaration_shares) {
    auto const month = numeric::quantile_of_months(months, ensemble.trajectories, share);
    auto& quantile = result.emplace_back();
    quantile.share = share;
    if (month) quantile.year = rounded(origin + 1 + *month / 12, date_decimals);
  }
  return result;
}

AreaSummary remaining_by_year(StateBins const& bins, StateCounts const& counts,
                              std::uint64_t trajectories) {
  auto const at = [&](double p) {
    return quantiles(bins.area_km2, counts.remaining, p, area_decimals);
  };
  return {.p05 = at(0.05),
          .p25 = at(0.25),
          .p50 = at(0.5),
          .p75 = at(0.75),
          .p95 = at(0.95),
          .mean = means_km2(counts.remaining_m2, trajectories)};
}

ReleaseSummary released_by_year(StateCounts const& counts, std::uint64_t trajectories) {
  auto const mean = [&](auto const& sums) { return means_km2(sums, trajectories); };
  return {.cancelled = mean(counts.cancelled_m2),
          .reduced = mean(counts.reduced_m2),
          .cleared = mean(counts.cleared_m2),
          .discovered = mean(counts.discovered_m2)};
}

FundingSummary funding_by_year(StateBins const& bins, StateCounts const& counts) {
  auto const at = [&](auto const& money, double p) {
    return quantiles(bins.money_musd, money, p, money_decimals);
  };
  return {.p05 = at(counts.funding, 0.05),
          .p50 = at(counts.funding, 0.5),
          .p95 = at(counts.funding, 0.95),
          .unspent_p50 = at(counts.unspent, 0.5)};
}

}  // namespace minefree::report
