#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <minefree/decision/date_width.hpp>
#include <minefree/decision/survey_campaign.hpp>

namespace minefree {

/// What survey can tell more about.
enum class Unknown { confirmed_share, hidden_land, both };
inline constexpr std::array all_unknowns{Unknown::confirmed_share, Unknown::hidden_land,
                                         Unknown::both};
/// One value for each of them, in their order.
template <class T>
using ByUnknown = std::array<T, all_unknowns.size()>;

/// What is done with the extra money.
enum class Action { nothing, clearance, survey };
inline constexpr std::array all_actions{Action::nothing, Action::clearance, Action::survey};

/// An extra amount a year in a state, and the same amount once as a campaign.
struct SurveyValueAt {
  double musd = 0;       // of the scenario's price year
  double intensity = 1;  // survey lever that the amount a year buys, times the scenario's own
  /// Years without mined land on record, to the horizon, more than with nothing; means.
  std::array<Estimate, all_actions.size()> years_gained;
  /// [action][target]: probability of completion by the end of the year.
  std::array<std::vector<double>, all_actions.size()> complete_by;
  ByUnknown<Estimate> evppi_years;  // gained by knowing before choosing
  Campaign campaign;
  ByUnknown<Narrowing> narrowing;  // of the dates, by what the campaign tells
};

/// One state's survey: what it costs, what depends on it, and what it is worth.
struct StateSurveyValue {
  std::string code;
  int regime = 0;  // at the origin: 0 open, 1 restricted, 2 conflict
  SurveyPrices prices;
  bool price_is_prior = false;     // no money on record: from a cost per km2 that holds for all
  std::optional<DateRange> range;  // that can be measured; none where P50 is beyond the horizon
  Estimate width;                  // years between its dates today
  ByUnknown<Narrowing> narrowing_by_all;  // by a survey of everything that can be entered
  ByUnknown<Estimate> explained;          // share of the variance of the completion date
  double completed_share = 0;             // of futures that complete within the horizon
  std::vector<SurveyValueAt> at;          // amount by amount

  /// Years of the range that no survey can take away.
  double untouched_years() const { return width.value - narrowing_by_all.back().years.value; }
};

/// Makes the samples of a plan; empty when it was stopped. The caller may use threads.
using Sampler = std::function<std::vector<CountrySamples>(Plan const&)>;

/// A plan, and the same with a later horizon: dates that a signal puts beyond the first horizon
/// have a width all the same.
struct SurveyPlans {
  Plan const& plan;
  Plan const& longer;
};

/// The value of survey for each affected country of the plans, with each amount of money in turn
/// (million USD a year, above 0). Nothing when the sampler was stopped.
std::optional<std::vector<StateSurveyValue>> value_of_survey(SurveyPlans const&,
                                                             std::vector<double> const& musd,
                                                             Sampler const&);

/// The plan with that much more money a year, from the first year after the origin on, in every
/// country.
Plan with_money(Plan, double musd_per_year);
/// The plan with so many times the survey in the same years; an intensity for each country.
Plan with_survey(Plan, std::vector<double> const& intensity);

}  // namespace minefree
