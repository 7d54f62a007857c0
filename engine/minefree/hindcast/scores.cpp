#include <minefree/hindcast/scores.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/base/contract.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

constexpr double least_probability = 0.005;

double distance(double a, double b) { return a == b ? 0 : std::max(a, b) - std::min(a, b); }

double interval_score(double low, double high, double share_outside, double truth) {
  double const missed_below = std::max(0.0, low - truth);
  double const missed_above = std::max(0.0, truth - high);
  return (high - low) + 2 / share_outside * (missed_below + missed_above);
}

}  // namespace

double weighted_interval_score(Distribution const& forecast, double truth) {
  double sum = 0.5 * distance(forecast.quantile(0.5), truth);
  for (double const share : interval_score_shares) {
    double const low = forecast.quantile(share / 2);
    double const high = forecast.quantile(1 - share / 2);
    sum += share / 2 * interval_score(low, high, share, truth);
  }
  return sum / (static_cast<double>(interval_score_shares.size()) + 0.5);
}

double crps(Distribution const& forecast, double truth) {
  auto const values = forecast.values();
  MINEFREE_EXPECT(!values.empty());
  auto const n = static_cast<double>(values.size());
  double error = 0;
  double spread = 0;  // mean distance between two of the values, from their ranks
  for (std::size_t k = 0; k < values.size(); ++k) {
    error += distance(values[k], truth) / n;
    spread += values[k] * (2 * static_cast<double>(k) + 1 - n) * 2 / (n * n);
  }
  return error - spread / 2;
}

double threshold_weighted_crps(Distribution const& forecast, double truth, double threshold) {
  return crps(forecast.capped(threshold), std::min(truth, threshold));
}

bool covered(Distribution const& forecast, double truth, double share) {
  double const outside = (1 - share) / 2;
  return forecast.quantile(outside) <= truth && truth <= forecast.quantile(1 - outside);
}

double probability_integral_transform(Distribution const& forecast, double truth) {
  return (forecast.share_below(truth) + forecast.share_at_most(truth)) / 2;
}

double brier_score(ForecastEvent const& event) {
  double const error = event.probability - (event.happened ? 1 : 0);
  return error * error;
}

double log_score(ForecastEvent const& event) {
  double const p = std::clamp(event.probability, least_probability, 1 - least_probability);
  return -numeric::log(event.happened ? p : 1 - p);
}

BrierParts brier_parts(std::span<ForecastEvent const> events, int bins) {
  BrierParts parts;
  if (events.empty()) return parts;
  auto const n = static_cast<double>(events.size());
  double happened = 0;
  for (ForecastEvent const& event : events) {
    parts.mean += brier_score(event) / n;
    happened += event.happened ? 1 / n : 0;
  }
  parts.uncertainty = happened * (1 - happened);

  for (int k = 0; k < bins; ++k) {
    ReliabilityBin bin{.low = static_cast<double>(k) / bins,
                       .high = static_cast<double>(k + 1) / bins};
    std::vector<ForecastEvent> inside;
    for (ForecastEvent const& event : events) {
      int const place = std::min(bins - 1, static_cast<int>(event.probability * bins));
      if (place == k) inside.push_back(event);
    }
    if (inside.empty()) continue;
    bin.count = static_cast<int>(inside.size());
    for (ForecastEvent const& event : inside) {
      bin.mean_probability += event.probability / bin.count;
      bin.observed_share += event.happened ? 1.0 / bin.count : 0.0;
    }
    double const weight = bin.count / n;
    double const miss = bin.mean_probability - bin.observed_share;
    double const apart = bin.observed_share - happened;
    parts.reliability += weight * miss * miss;
    parts.resolution += weight * apart * apart;
    // Stephenson, Coelho and Jolliffe (2008): variance of the forecasts less twice their covariance
    // with the events, within the bin.
    for (ForecastEvent const& event : inside) {
      double const f = event.probability - bin.mean_probability;
      double const o = (event.happened ? 1 : 0) - bin.observed_share;
      parts.within_bins += (f * f - 2 * f * o) / n;
    }
    parts.bins.push_back(bin);
  }
  return parts;
}

}  // namespace minefree::hindcast
