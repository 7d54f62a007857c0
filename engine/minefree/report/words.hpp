#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace minefree::report {

// Numbers as people read them.

/// 20,000
std::string with_commas(std::uint64_t number);

/// An area with as many decimals as it needs: 1,213 · 57.9 · 0.35 · 0.004.
std::string area_text(double km2);

/// An amount of money to three digits, whole from 100 on: 1,213 · 57.9 · 2.35 · 0.04.
std::string money_text(double musd);

/// `62 %`, `<1 %`, `>99 %`; 0 and 100 only for exactly none and all.
std::string percent_text(double share);

/// The calendar year that a decimal year lies in; the very end of a year belongs to it: 2038 for
/// 2038.1, and 2030 for 2031.0.
int calendar_year(double decimal_year);

/// That year, or `>2060` when the date is beyond the horizon.
std::string year_text(std::optional<double> const& decimal_year, int horizon);

/// The year in which a straight line ends: `never` where land is left and none is released, `>2999`
/// where the year says nothing, `-` where there is no line.
std::string line_text(std::optional<double> const& decimal_year,
                      std::optional<double> const& km2_per_year,
                      std::optional<double> const& left_km2);

}  // namespace minefree::report
