#include <minefree/report/words.hpp>

#include <cmath>

#include <fmt/format.h>

namespace minefree::report {

std::string with_commas(std::uint64_t number) {
  auto text = std::to_string(number);
  for (auto place = text.size(); place > 3;) {
    place -= 3;
    text.insert(place, ",");
  }
  return text;
}

std::string area_text(double km2) {
  if (km2 >= 100) return with_commas(static_cast<std::uint64_t>(std::llround(km2)));
  if (km2 >= 9.995) return fmt::format("{:.1f}", km2);
  if (km2 >= 0.0995 || km2 == 0) return fmt::format("{:.{}f}", km2, km2 == 0 ? 0 : 2);
  return fmt::format("{:.3f}", km2);
}

std::string money_text(double musd) {
  if (musd < 0) return "-" + money_text(-musd);
  if (musd >= 99.95) return with_commas(static_cast<std::uint64_t>(std::llround(musd)));
  if (musd >= 9.995) return fmt::format("{:.1f}", musd);
  return musd == 0 ? "0" : fmt::format("{:.2f}", musd);
}

std::string percent_text(double share) {
  if (share <= 0) return "0 %";
  if (share >= 1) return "100 %";
  if (share < 0.01) return "<1 %";
  if (share > 0.99) return ">99 %";
  return fmt::format("{:.0f} %", 100 * share);
}

int calendar_year(double decimal_year) {
  auto const whole = std::floor(decimal_year);
  return static_cast<int>(whole) - (whole == decimal_year ? 1 : 0);
}

std::string year_text(std::optional<double> const& decimal_year, int horizon) {
  if (!decimal_year) return fmt::format(">{}", horizon);
  return std::to_string(calendar_year(*decimal_year));
}

std::string line_text(std::optional<double> const& decimal_year,
                      std::optional<double> const& km2_per_year,
                      std::optional<double> const& left_km2) {
  constexpr double last_telling_year = 2999;
  bool const stands_still = km2_per_year == 0.0 && left_km2.value_or(0) > 0;
  if (!decimal_year) return stands_still ? "never" : "-";
  if (*decimal_year > last_telling_year) return fmt::format(">{:.0f}", last_telling_year);
  return std::to_string(calendar_year(*decimal_year));
}

}  // namespace minefree::report
