#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace minefree {

/// A day of the Gregorian calendar.
struct Date {
  int year = 1;
  int month = 1;
  int day = 1;

  friend auto operator<=>(Date const&, Date const&) = default;
};

/// 28 to 31; `month` in 1..12.
int days_in_month(int year, int month);

/// Reads `2030-03-01` and nothing else: ten characters, a day that exists.
std::optional<Date> parse_date(std::string_view text);

/// `2030-03-01`.
std::string to_text(Date const& date);

/// The end of a day as a decimal year. Months count a twelfth each, so 2030.25 is the start of
/// 1 April 2030 (the end of 31 March), and the end of 2025-12-31 is exactly 2026.
double decimal_year_at_end_of(Date const& date);

}  // namespace minefree
