#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/plan_report.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

// Closer than this to the best year is "as much as".
constexpr double as_much = 0.05;
// A best year of which survey cancelled more than this is told as such: little of it was cleared.
constexpr double mostly = 0.5;

/// `the end of 2030`, or `1 March 2027`.
std::string day_text(Date const& date) {
  constexpr std::array<std::string_view, 12> months{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (date.month == 12 && date.day == 31) return fmt::format("the end of {}", date.year);
  return fmt::format("{} {} {}", date.day, months[static_cast<std::size_t>(date.month) - 1],
                     date.year);
}

/// `86 %`, `more than 99 %`; the share is a half or more.
std::string large_share(double share) {
  auto const text = percent_text(share);
  return text.starts_with('>') ? "more than " + text.substr(1) : text;
}

std::string chance(StatePlan const& plan, Provenance const& provenance) {
  if (!plan.probability_met)
    return fmt::format("that lies beyond the horizon {}", provenance.horizon);
  double const met = *plan.probability_met;
  if (met <= 0)
    return fmt::format("it does so in none of {} futures", with_commas(provenance.trajectories));
  if (met >= 1) return "in every future it does";
  if (met < 0.5) return fmt::format("in {} of futures it does not", large_share(1 - met));
  return fmt::format("in {} of futures it does", large_share(met));
}

/// `its best year (138 in 2016, 98 % of it cancelled by survey)`
std::string best_year(StatePlan const& plan) {
  auto text =
      fmt::format("its best year ({} in {}", area_text(*plan.best_year_km2), *plan.best_year);
  double const cancelled = plan.best_year_cancelled_km2.value_or(0) / *plan.best_year_km2;
  if (cancelled > mostly)
    text += fmt::format(", {} of it cancelled by survey", percent_text(cancelled));
  if (!plan.release_reported) text += ", read off the stocks";
  return text + ")";
}

std::string need(StatePlan const& plan) {
  if (!plan.needed_km2_per_year) return {};
  auto text = fmt::format(" That needs {} km2 a year from {} on",
                          area_text(*plan.needed_km2_per_year), *plan.stock_year + 1);
  if (!plan.needed_to_best_year) return text + ".";
  double const ratio = *plan.needed_to_best_year;
  if (ratio > 1 + as_much)
    return text + fmt::format(", {:.{}f} times {}.", ratio, ratio < 10 ? 1 : 0, best_year(plan));
  if (ratio > 1 - as_much) return text + fmt::format(", as much as {}.", best_year(plan));
  return text + fmt::format(", {} of {}.", percent_text(ratio), best_year(plan));
}

std::string our_dates(StatePlan const& plan, int horizon) {
  if (!plan.p50)
    return fmt::format(" In more than half of futures it is not finished by {}.", horizon);
  int const in_half = calendar_year(*plan.p50);
  auto const half = fmt::format(" It finishes by {} in half of futures", in_half);
  if (!plan.p80)
    return half + fmt::format("; in more than one of five it is not finished by {}.", horizon);
  int const in_most = calendar_year(*plan.p80);
  if (in_most == in_half)
    return fmt::format(" It finishes by {} in four of five futures.", in_most);
  return half + fmt::format(", by {} in four of five.", in_most);
}

std::string marks_explained(PlanReport const& report) {
  auto const any = [&](auto predicate) {
    return std::ranges::any_of(report.states,
                               [&](auto const& plan) { return plan.estimable && predicate(plan); });
  };
  std::vector<std::string> marks;
  if (any([](auto const& plan) { return plan.basis == "mixed"; }))
    marks.push_back("+ rests partly on judgement (prior)");
  if (any([](auto const& plan) { return plan.basis == "prior"; })) {
    marks.push_back("* rests on judgement or given values alone (prior)");
  }
  if (any([](auto const& plan) { return plan.conditional; })) marks.push_back("? is conditional");
  return marks.empty() ? std::string{} : " " + join(marks, "; ", "; ") + ".";
}

}  // namespace

std::string sentence_of(StatePlan const& plan, Provenance const& provenance) {
  if (plan.status == StateStatus::declared)
    return fmt::format("{}: {}.", plan.name, plan.reasons.front());
  auto const estimate = plan.estimable
                            ? our_dates(plan, provenance.horizon)
                            : fmt::format(" No date can be given: {}.", plan.reasons.front());
  if (!plan.stated_completion) {
    return fmt::format("{} states no completion date that was known at the origin {}.{}", plan.name,
                       provenance.origin, estimate);
  }
  auto const name =
      plan.conditional ? fmt::format("Supposing {}: {}", plan.condition, plan.name) : plan.name;
  auto const day = day_text(*plan.stated_completion);
  if (plan.has_passed(provenance.origin)) {
    return fmt::format("{} planned to finish by {}, and that day has passed.{}", name, day,
                       estimate);
  }
  if (!plan.estimable) return fmt::format("{} plans to finish by {}.{}", name, day, estimate);
  return fmt::format("{} plans to finish by {}; {}.{}{}", name, day, chance(plan, provenance),
                     need(plan), estimate);
}

std::vector<std::string> notes_of(PlanReport const& report, std::string const& scenario_path) {
  auto const& provenance = report.provenance;
  bool const alone = report.states.size() == 1;
  auto const& code = report.states.front().code;
  return {
      fmt::format(
          "Met: share of futures that are complete by the state's own date. Needed: newest stock / years from the "
          "end of its year to that date. Best and mean: of all and of the newest three reported years, with land "
          "that survey cancelled. Straight line: where the planned and the mean pace lead, from the end of the "
          "stock's year. P50, P80: complete by then in 5 and 8 of 10 futures; >{} is not within the horizon.{}",
          provenance.horizon, marks_explained(report)),
      fmt::format("{}: figures up to {}, {} futures, seed {}.", report.name, provenance.origin,
                  with_commas(provenance.trajectories), provenance.seed),
      alone ? fmt::format("Every number and its source: minefree explain {} {}",
                          shell_word(scenario_path), code)
            : fmt::format("One state in words: minefree plan {} --state {}",
                          shell_word(scenario_path), code)};
}

}  // namespace minefree::report
