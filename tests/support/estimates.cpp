#include <support/estimates.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace minefree::testing {
namespace {

double plain_mean(std::span<double const> sample) {
  return std::accumulate(sample.begin(), sample.end(), 0.0) / static_cast<double>(sample.size());
}

}  // namespace

Estimate mean_of(std::span<double const> sample) {
  double const mean = plain_mean(sample);
  double squares = 0;
  for (double const x : sample) squares += (x - mean) * (x - mean);
  auto const count = static_cast<double>(sample.size());
  return {mean, std::sqrt(squares / (count - 1) / count)};
}

Estimate variance_of(std::span<double const> sample) { return covariance_of(sample, sample); }

Estimate covariance_of(std::span<double const> xs, std::span<double const> ys) {
  // The covariance is the mean of the products of deviations, so its error is that of a mean.
  double const mean_x = plain_mean(xs);
  double const mean_y = plain_mean(ys);
  std::vector<double> products;
  for (std::size_t k = 0; k < xs.size(); ++k)
    products.push_back((xs[k] - mean_x) * (ys[k] - mean_y));
  return mean_of(products);
}

Estimate share_of(std::size_t holding, std::size_t count) {
  double const share = static_cast<double>(holding) / static_cast<double>(count);
  return {share, std::sqrt(share * (1 - share) / static_cast<double>(count))};
}

Estimate share_of(std::span<double const> sample, std::function<bool(double)> const& holds) {
  return share_of(static_cast<std::size_t>(std::ranges::count_if(sample, holds)), sample.size());
}

std::vector<double> each(std::span<double const> sample,
                         std::function<double(double)> const& change) {
  std::vector<double> changed(sample.size());
  std::ranges::transform(sample, changed.begin(), change);
  return changed;
}

std::vector<double> logs_of(std::span<double const> sample) {
  return each(sample, [](double x) { return std::log(x); });
}

std::vector<double> log_odds_of(std::span<double const> sample) {
  return each(sample, [](double x) { return std::log(x / (1 - x)); });
}

::testing::AssertionResult agrees(Estimate const& estimate, double expected, double z) {
  double const difference = estimate.value - expected;
  double const errors = estimate.standard_error > 0 ? difference / estimate.standard_error : 0;
  bool const near = estimate.standard_error > 0 ? std::abs(errors) <= z : difference == 0;
  auto result = near ? ::testing::AssertionSuccess() : ::testing::AssertionFailure();
  return result << "estimated " << estimate.value << " +- " << estimate.standard_error
                << ", expected " << expected << ", z = " << errors << " (at most " << z << ")";
}

}  // namespace minefree::testing
