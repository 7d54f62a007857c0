#pragma once

#include <cstdint>
#include <vector>

#include <minefree/ensemble/samples.hpp>

namespace minefree {

/// The least share of a programme's money that counts as its survey: liaison with villages, reports
/// of finds, visits. *Prior*; it keeps the price of looking for hidden land from falling to nothing
/// where hardly any suspected land is left.
inline constexpr double least_survey_share = 0.1;

/// What survey costs in a state, at the medians of its futures; all-in prices, million USD.
struct SurveyPrices {
  double clearance_musd_per_km2 = 0;      // of a clearance-equivalent km2: money over capacity
  double survey_musd_per_km2 = 0;         // of non-technical survey of a km2
  double all_suspected_musd = 0;          // of surveying all suspected land that can be entered
  double usual_survey_musd_per_year = 0;  // that goes into survey now
  double blocked_share = 0;               // of the land, 0..1: cannot be entered
};
SurveyPrices survey_prices(CountrySamples const&);

/// What an amount of money buys once.
struct Campaign {
  double suspected_share = 0;  // of all suspected land that is surveyed; 1 - blocked at most
  double usual_years = 0;      // of looking for hidden land as it is looked for in a usual year
};
Campaign campaign_of(SurveyPrices const&, double musd);

/// How many times the usual survey a programme does with so much more money a year for it alone.
double survey_intensity(SurveyPrices const&, double musd_per_year);

/// What the campaign shows of the confirmed share, in each future: the log odds with an error that
/// falls from infinite, for no land, to none, for all of it. Empty when it surveys nothing.
std::vector<double> signal_of_confirmed_share(CountrySamples const&, Campaign const&,
                                              std::uint64_t seed);

/// The hidden land that the campaign finds in each future, km2, by the model's own discovery, at
/// the output of the regime that it works in (0..1). Empty when it looks for none.
std::vector<double> signal_of_hidden_land(CountrySamples const&, Campaign const&,
                                          double regime_output, std::uint64_t seed);

/// Hidden land as a survey of everything that can be entered would know it, log km2.
std::vector<double> signal_of_all_hidden_land(CountrySamples const&, SurveyPrices const&,
                                              std::uint64_t seed);

/// The middle of a column.
double median_of(std::vector<double> values);

}  // namespace minefree
