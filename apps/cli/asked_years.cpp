#include "asked_years.hpp"

#include <string_view>

#include <fmt/format.h>

#include "terminal.hpp"

namespace minefree::cli {
namespace {

bool is_simulated(std::string_view option, int year, Scenario const& scenario) {
  if (year > scenario.origin && year <= scenario.horizon) return true;
  say(fmt::format("minefree: {} {} is outside the simulated years, {} to {}\n", option, year,
                  scenario.origin + 1, scenario.horizon));
  return false;
}

}  // namespace

bool has_asked_years(Scenario const& scenario, std::optional<int> by, std::optional<int> from) {
  if (by && !is_simulated("--by", *by, scenario)) return false;
  if (from && !is_simulated("--from", *from, scenario)) return false;
  if (!by || !from || *from <= *by) return true;
  say(fmt::format(
      "minefree: money that comes from {} on cannot complete anything by the end of {}\n", *from,
      *by));
  return false;
}

}  // namespace minefree::cli
