#include <minefree/report/state_series.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include <minefree/numeric/counts.hpp>
#include <minefree/numeric/quantiles.hpp>
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

/// Quantiles of each year's bins, to so many decimals: one series for each share, which ascend.
template <std::size_t N>
std::array<std::vector<double>, N> quantiles(numeric::LogBins const& bins,
                                             std::vector<std::uint32_t> const& counts,
                                             std::array<double, N> const& shares, int decimals) {
  auto const width = static_cast<std::size_t>(bins.count);
  std::array<std::vector<double>, N> series;
  for (std::size_t first = 0; first < counts.size(); first += width) {
    auto const year = numeric::quantiles(bins, std::span(counts).subspan(first, width), shares);
    for (std::size_t k = 0; k < N; ++k) series[k].push_back(rounded(year[k], decimals));
  }
  return series;
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
  auto [p05, p25, p50, p75, p95] =
      quantiles<5>(bins.area_km2, counts.remaining, {0.05, 0.25, 0.5, 0.75, 0.95}, area_decimals);
  return {.p05 = std::move(p05),
          .p25 = std::move(p25),
          .p50 = std::move(p50),
          .p75 = std::move(p75),
          .p95 = std::move(p95),
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
  auto [p05, p50, p95] =
      quantiles<3>(bins.money_musd, counts.funding, {0.05, 0.5, 0.95}, money_decimals);
  auto [unspent] = quantiles<1>(bins.money_musd, counts.unspent, {0.5}, money_decimals);
  return {.p05 = std::move(p05),
          .p50 = std::move(p50),
          .p95 = std::move(p95),
          .unspent_p50 = std::move(unspent)};
}

}  // namespace minefree::report
