#pragma once

#include <array>
#include <span>
#include <vector>

#include <minefree/hindcast/distribution.hpp>

namespace minefree::hindcast {

// Scoring rules: each is proper, and smaller is better. What they are called with is on the scale
// on which the score is wanted.

/// The central intervals of the weighted interval score leave out these shares.
inline constexpr std::array interval_score_shares{0.02, 0.05, 0.1, 0.2, 0.3, 0.4,
                                                  0.5,  0.6,  0.7, 0.8, 0.9};

/// Weighted interval score (Bracher et al. 2021, "Evaluating epidemic forecasts in an interval
/// format"): the median and eleven central intervals. Of a point it is the absolute error.
double weighted_interval_score(Distribution const&, double truth);

/// Continuous ranked probability score of the values as an ensemble (Gneiting and Raftery 2007).
double crps(Distribution const&, double truth);

/// The same where only what lies up to `threshold` counts: what is later, or never, is as good as
/// the threshold itself.
double threshold_weighted_crps(Distribution const&, double truth, double threshold);

/// True when the truth lies in the central interval that holds this share, its ends included.
bool covered(Distribution const&, double truth, double share);

/// Probability integral transform, 0..1; where the truth stands on a step, the middle of the step.
double probability_integral_transform(Distribution const&, double truth);

/// An event that was forecast with a probability, and whether it came.
struct ForecastEvent {
  double probability = 0;
  bool happened = false;
};

double brier_score(ForecastEvent const&);

/// Minus log of the probability of what happened. A forecast of 0 or 1 counts as 0.005 or 0.995, so
/// that a single wrong certainty is dear but not infinite.
double log_score(ForecastEvent const&);

/// Events of similar probability together.
struct ReliabilityBin {
  double low = 0, high = 0;
  double mean_probability = 0;
  double observed_share = 0;
  int count = 0;
};

/// The Brier score in parts: mean = reliability - resolution + uncertainty + within_bins.
struct BrierParts {
  double mean = 0;
  double reliability = 0;            // how far forecasts are from what was observed
  double resolution = 0;             // how far observed shares differ between bins
  double uncertainty = 0;            // of the events themselves
  double within_bins = 0;            // since forecasts in one bin are not all the same
  std::vector<ReliabilityBin> bins;  // those that hold an event
};

BrierParts brier_parts(std::span<ForecastEvent const>, int bins);

}  // namespace minefree::hindcast
