#include <minefree/report/annex.hpp>

#include <algorithm>
#include <cstddef>
#include <span>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/numeric/log_bins.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/sentences.hpp>
#include <minefree/report/state_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

constexpr double half = 0.5;
constexpr double four_of_five = 0.8;

/// The smallest of the values that a share of them does not exceed.
double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  auto const place = std::min(values.size() - 1,
                              static_cast<std::size_t>(share * static_cast<double>(values.size())));
  auto const at = values.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

Budget budget_of(std::vector<double> const& musd) {
  double sum = 0;
  for (double const value : musd) sum += value;
  auto const count = static_cast<double>(std::max<std::size_t>(musd.size(), 1));
  return {.p50_musd = rounded(quantile(musd, half), money_decimals),
          .p80_musd = rounded(quantile(musd, four_of_five), money_decimals),
          .mean_musd = rounded(sum / count, money_decimals)};
}

std::vector<double> spent_in(Spending const& spending, int from, int to) {
  std::vector<double> musd(spending.futures, 0);
  for (int year = from; year <= to; ++year) {
    for (std::size_t n = 0; n < musd.size(); ++n) musd[n] += spending.at(year, n);
  }
  return musd;
}

/// Land at the end of a year that a share of futures does not exceed, km2.
double remaining_at(AnnexInput const& input, std::size_t year, double share) {
  auto const& bins = input.plan.bins[input.country].area_km2;
  auto const width = static_cast<std::size_t>(bins.count);
  auto const& counts = input.ensemble.states[input.country].remaining;
  auto const of_year = std::span(counts).subspan(year * width, width);
  return rounded(numeric::quantile(bins, of_year, share), area_decimals);
}

std::vector<MilestoneYear> milestones(AnnexInput const& input, StateProjection const& projection,
                                      CompletionDates const& dates, int last) {
  std::vector<MilestoneYear> years;
  auto const& released = projection.released_km2;
  int const first = input.scenario.origin + 1;
  for (int year = first; year <= last; ++year) {
    auto const k = static_cast<std::size_t>(year - first);
    years.push_back({.year = year,
                     .remaining_p50_km2 = remaining_at(input, k, half),
                     .remaining_p80_km2 = remaining_at(input, k, four_of_five),
                     .cancelled_km2 = released.cancelled[k],
                     .reduced_km2 = released.reduced[k],
                     .cleared_km2 = released.cleared[k],
                     .discovered_km2 = released.discovered[k],
                     .complete_share = rounded(dates.share_by_end_of(year), share_decimals),
                     .budget = budget_of(spent_in(input.spending, year, year))});
  }
  return years;
}

Date end_of(int year) { return {.year = year, .month = 12, .day = 31}; }

Date ten_years_after(Date date) {
  date.year += most_years_of_extension;
  date.day = std::min(date.day, days_in_month(date.year, date.month));
  return date;
}

void choose_deadline(AnnexInput const& input, Annex& annex) {
  if (input.deadline) {
    annex.ask = Ask::given;
    annex.asked = input.deadline;
    return;
  }
  auto const& in_force = annex.deadline_in_force;
  if (!annex.party || !in_force) return;
  if (annex.p80 && *annex.p80 <= decimal_year_at_end_of(*in_force)) return;
  auto const by_p80 = annex.p80 ? std::optional(end_of(calendar_year(*annex.p80))) : std::nullopt;
  bool const too_late = !by_p80 || *by_p80 > *annex.latest;
  annex.ask = too_late ? Ask::ten_years : Ask::p80;
  annex.asked = too_late ? *annex.latest : *by_p80;
}

/// The last year of the milestones.
int last_year(Annex const& annex, Scenario const& scenario) {
  int last = scenario.horizon;
  if (annex.asked) {
    last = annex.asked->year;
  } else if (annex.p80) {
    last = calendar_year(*annex.p80);
  }
  return std::clamp(last, scenario.origin + 1, scenario.horizon);
}

}  // namespace

std::string_view name_of(Ask ask) {
  switch (ask) {
    case Ask::nothing:
      return "nothing";
    case Ask::p80:
      return "p80";
    case Ask::ten_years:
      return "ten_years";
    case Ask::given:
      break;
  }
  return "given";
}

Annex report_annex(AnnexInput const& input) {
  auto const& scenario = input.scenario;
  auto const& code = input.plan.countries[input.country].code;
  auto const data = std::ranges::find(scenario.states, code, &StateData::code);
  auto const summary = std::ranges::find(input.summary.states, code, &StateSummary::code);
  CompletionDates const dates(input.ensemble, input.ensemble.states[input.country],
                              scenario.origin);
  Annex annex{.provenance = input.summary.provenance,
              .scenario = scenario.name,
              .state = *summary,
              .plan = {},
              .party = data->treaty.party,
              .deadline_in_force = deadline_in_force(scenario, *data),
              .in_force_met = summary->probability.deadline_met,
              .p50 = quantile_at(summary->projection->completion.quantiles, half),
              .p80 = quantile_at(summary->projection->completion.quantiles, four_of_five),
              .latest = std::nullopt,
              .asked = std::nullopt,
              .asked_met = std::nullopt,
              .years = {},
              .total = {},
              .price_year = scenario.funding.price_year,
              .assumptions = explain(scenario, input.plan, code, input.titles)};
  auto const plans = report_plans(scenario, input.plan, input.summary);
  annex.plan = *std::ranges::find(plans.states, code, &StatePlan::code);
  if (annex.deadline_in_force) {
    // A deadline that lapsed long ago cannot be extended into the past.
    annex.latest = ten_years_after(std::max(*annex.deadline_in_force, end_of(scenario.origin)));
  }
  annex.money_is_prior = input.plan.countries[input.country].funding.mean_musd <= 0;
  choose_deadline(input, annex);
  if (annex.asked) {
    annex.asked_met = rounded(dates.share_by(decimal_year_at_end_of(*annex.asked)), share_decimals);
  }
  annex.years = milestones(input, *summary->projection, dates, last_year(annex, scenario));
  annex.total =
      budget_of(spent_in(input.spending, annex.years.front().year, annex.years.back().year));
  for (MilestoneYear const& year : annex.years) annex.discovered_km2 += year.discovered_km2;
  annex.discovered_km2 = rounded(annex.discovered_km2, area_decimals);
  return annex;
}

}  // namespace minefree::report
