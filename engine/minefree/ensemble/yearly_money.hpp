#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include <minefree/domain/scenario.hpp>

namespace minefree {

/// Money is looked at as the mean of the newest three years reported among the last ten.
inline constexpr int years_of_mean = 3;
inline constexpr int oldest_usable_funding_years = 10;

using YearlyMoney = std::map<int, double>;

/// Converts money of a year to the scenario's price year; unchanged where the record has no price
/// index.
double in_price_year(Scenario const&, int year, double musd);

/// A figure of the last ten years that may be known at the origin.
bool usable_money(Scenario const&, int year, Citation const& source);

/// The mean of the newest three years; 0 without any.
double newest_mean(YearlyMoney const& years);

/// What donors gave in the last three years that have rows, on average, by donor number.
std::map<std::uint32_t, double> known_donors(Scenario const&, std::vector<DonorYear> const& rows);

}  // namespace minefree
