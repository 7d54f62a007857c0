#include <minefree/decision/survey_campaign.hpp>

#include <algorithm>
#include <cmath>

#include <minefree/numeric/normal_quantile.hpp>
#include <minefree/random/boost_engine.hpp>

namespace minefree {
namespace {

constexpr double tiny = 1e-12;
constexpr double odds_limit = 1e-9;     // of a share from 0 and 1
constexpr double most_intensity = 100;  // that a scenario may ask for

/// What a campaign's errors are drawn for; codes that are no state's.
enum class SurveyDraw : std::uint32_t {
  confirmed_share = 0x5E7000,
  hidden_land = 0x5E7001,
  all_hidden_land = 0x5E7002,
};

/// Uniform numbers between 0 and 1 of one future.
class Uniforms {
 public:
  Uniforms(std::uint64_t seed, std::size_t future, SurveyDraw purpose)
      : engine_(random::Key(seed), static_cast<std::uint32_t>(future), 0,
                static_cast<std::uint32_t>(purpose)) {}
  double next() { return (static_cast<double>(engine_()) + 0.5) * 0x1p-32; }

 private:
  random::AddressEngine engine_;
};

template <class ValueOf>
double median_over(CountrySamples const& samples, ValueOf value_of) {
  std::vector<double> values(samples.completed_at.size());
  for (std::size_t n = 0; n < values.size(); ++n) values[n] = value_of(n);
  return median_of(std::move(values));
}

double price_of(CountrySamples const& s, std::size_t n) {
  return s.mean_musd[n] / std::max(s.reported_capacity_km2_per_year[n], tiny);
}

/// The share of effort that goes into survey at the start, by the model's odds (step 7).
double survey_share(CountrySamples const& s, std::size_t n) {
  double const processing = s.technical_survey_cost_ratio[n] + 1 - s.reduced_share[n];
  double const survey = s.survey_preference[n] * s.survey_cost_ratio[n] * s.suspected_km2[n];
  double const clearance =
      processing * (s.confirmed_km2[n] + s.confirmed_share[n] * s.suspected_km2[n]);
  return survey / std::max(survey + clearance, tiny);
}

}  // namespace

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

SurveyPrices survey_prices(CountrySamples const& s) {
  SurveyPrices prices;
  prices.clearance_musd_per_km2 = median_over(s, [&](std::size_t n) { return price_of(s, n); });
  prices.survey_musd_per_km2 =
      median_over(s, [&](std::size_t n) { return price_of(s, n) * s.survey_cost_ratio[n]; });
  prices.all_suspected_musd = median_over(s, [&](std::size_t n) {
    double const open_km2 = (1 - s.blocked_share[n]) * s.suspected_km2[n];
    return price_of(s, n) * s.survey_cost_ratio[n] * open_km2;
  });
  prices.usual_survey_musd_per_year = median_over(s, [&](std::size_t n) {
    return s.mean_musd[n] * std::max(survey_share(s, n), least_survey_share);
  });
  prices.blocked_share = median_of(s.blocked_share);
  return prices;
}

Campaign campaign_of(SurveyPrices const& prices, double musd) {
  double const open = 1 - prices.blocked_share;
  bool const all = musd >= prices.all_suspected_musd;
  return {.suspected_share = all ? open : open * musd / prices.all_suspected_musd,
          .usual_years = musd / std::max(prices.usual_survey_musd_per_year, tiny)};
}

double survey_intensity(SurveyPrices const& prices, double musd_per_year) {
  return std::min(1 + campaign_of(prices, musd_per_year).usual_years, most_intensity);
}

std::vector<double> signal_of_confirmed_share(CountrySamples const& s, Campaign const& campaign,
                                              std::uint64_t seed) {
  if (campaign.suspected_share <= 0) return {};
  double const spread = std::sqrt(std::max(1 / campaign.suspected_share - 1, 0.0));
  std::vector<double> signal(s.confirmed_share.size());
  for (std::size_t n = 0; n < signal.size(); ++n) {
    double const share = std::clamp(s.confirmed_share[n], odds_limit, 1 - odds_limit);
    Uniforms uniforms(seed, n, SurveyDraw::confirmed_share);
    signal[n] = numeric::log(share / (1 - share)) +
                s.confirmed_share_noise[n] * spread * numeric::normal_quantile(uniforms.next());
  }
  return signal;
}

std::vector<double> signal_of_hidden_land(CountrySamples const& s, Campaign const& campaign,
                                          double regime_output, std::uint64_t seed) {
  if (campaign.usual_years <= 0 || regime_output <= 0) return {};
  std::vector<double> signal(s.undiscovered_km2.size());
  for (std::size_t n = 0; n < signal.size(); ++n) {
    Uniforms uniforms(seed, n, SurveyDraw::hidden_land);
    double const hazard = s.discovery_per_year[n] * regime_output * campaign.usual_years;
    double const expected = -s.undiscovered_km2[n] * numeric::expm1(-hazard);
    double const typical_area = s.undiscovered_area_km2[n];
    if (typical_area <= 0) {  // discovery trickles
      signal[n] = expected;
      continue;
    }
    double const probability = -numeric::expm1(-expected / typical_area);
    bool const found = uniforms.next() < probability;
    double const sd = s.discovery_noise[n];
    double const noise = numeric::exp(sd * numeric::normal_quantile(uniforms.next()) - sd * sd / 2);
    double const size = expected * noise / std::max(probability, tiny);
    signal[n] = found ? std::min(s.undiscovered_km2[n], size) : 0;
  }
  return signal;
}

std::vector<double> signal_of_all_hidden_land(CountrySamples const& s, SurveyPrices const& prices,
                                              std::uint64_t seed) {
  double const open = 1 - prices.blocked_share;
  if (open <= 0) return {};
  double const spread = std::sqrt(1 / open - 1);
  std::vector<double> signal(s.undiscovered_km2.size());
  for (std::size_t n = 0; n < signal.size(); ++n) {
    Uniforms uniforms(seed, n, SurveyDraw::all_hidden_land);
    signal[n] = numeric::log(std::max(s.undiscovered_km2[n], tiny)) +
                s.discovery_noise[n] * spread * numeric::normal_quantile(uniforms.next());
  }
  return signal;
}

}  // namespace minefree
