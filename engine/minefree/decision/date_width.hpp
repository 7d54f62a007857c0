#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <minefree/decision/evppi.hpp>

namespace minefree {

/// A part of a distribution of dates, from one share of futures to another.
struct DateRange {
  double low = 0.1;
  double high = 0.9;
};
inline constexpr DateRange p10_to_p90{.low = 0.1, .high = 0.9};
inline constexpr DateRange p10_to_p80{.low = 0.1, .high = 0.8};
inline constexpr DateRange p10_to_p50{.low = 0.1, .high = 0.5};

/// Dates of one state, a future each, and what a width of them needs.
struct DateSample {
  SampleColumn dates;              // decimal years; infinite beyond the horizon
  std::span<int const> groups;     // see group_of
  std::uint64_t calibration_rows;  // future n has row n mod so many; 0 for none
  double horizon_end;              // decimal year
};

/// Years between two quantiles of the dates; nothing when the later one lies beyond the horizon.
std::optional<Estimate> width_of(DateSample const&, DateRange const&);

/// How much narrower a range becomes on average once signals are known (preposterior analysis).
struct Narrowing {
  Estimate years;
  double beyond_share = 0;  // of futures whose signals leave the later quantile beyond the horizon;
                            // its width then ends at the horizon
};

/// Futures with like signals are put together, and the widths within are averaged. What signals
/// that belong to other futures would seem to narrow, through the finite sample alone, is taken
/// off. One or two signals, which may be empty: such a one tells nothing.
Narrowing narrowing_by(std::span<std::vector<double> const> signals, DateSample const&,
                       DateRange const&);

}  // namespace minefree
