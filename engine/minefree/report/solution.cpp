#include <minefree/report/solution.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/solution_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

std::optional<Date> DatesOfMoney::deadline_to_ask_for() const {
  if (!at_probability) return std::nullopt;
  return Date{.year = calendar_year(*at_probability), .month = 12, .day = 31};
}

bool any_reachable(Solution const& solution) {
  return std::ranges::any_of(solution.states, [](SolvedState const& state) {
    return !state.answer || state.answer->reachable;
  });
}

std::string span_of(Years years) {
  if (years.from == years.to) return fmt::format("in {}", years.from);
  return fmt::format("from {} to {}", years.from, years.to);
}

std::string asked_text(double probability) { return fmt::format("{:g} %", 100 * probability); }

std::string names_of(std::vector<Bound> const& bounds) {
  std::vector<std::string> names;
  for (Bound const bound : bounds) names.emplace_back(name_of(bound));
  return join(names, ", ", " and ");
}

std::string times_usual(MoneyAnswer const& answer) {
  auto const total = answer.musd_per_year_total();
  if (!total || answer.musd_per_year_now <= 0) return {};
  return fmt::format("{:.1f}", *total / answer.musd_per_year_now);
}

}  // namespace minefree::report
