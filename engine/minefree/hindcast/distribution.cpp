#include <minefree/hindcast/distribution.hpp>

#include <algorithm>

#include <minefree/base/contract.hpp>
#include <minefree/numeric/portable_math.hpp>

namespace minefree::hindcast {
namespace {

/// Each value changed by a function that keeps their order.
template <class Change>
std::vector<double> changed(std::span<double const> values, Change change) {
  std::vector<double> result;
  result.reserve(values.size());
  for (double const value : values) result.push_back(change(value));
  return result;
}

}  // namespace

Distribution::Distribution(std::vector<double> values) : values_(std::move(values)) {
  std::ranges::sort(values_);
}

double Distribution::quantile(double p) const {
  MINEFREE_EXPECT(!values_.empty());
  double const place = p * static_cast<double>(values_.size()) - 0.5;
  if (place <= 0) return values_.front();
  auto const below = static_cast<std::size_t>(place);
  if (below + 1 >= values_.size()) return values_.back();
  double const fraction = place - static_cast<double>(below);
  double const low = values_[below];
  double const high = values_[below + 1];
  if (high == never) return fraction < 0.5 ? low : high;
  return low + fraction * (high - low);
}

double Distribution::share_below(double x) const {
  auto const count = std::ranges::lower_bound(values_, x) - values_.begin();
  return static_cast<double>(count) / static_cast<double>(values_.size());
}

double Distribution::share_at_most(double x) const {
  auto const count = std::ranges::upper_bound(values_, x) - values_.begin();
  return static_cast<double>(count) / static_cast<double>(values_.size());
}

Distribution Distribution::logged(double offset) const {
  return Distribution(changed(values_, [&](double x) { return numeric::log(x + offset); }));
}

Distribution Distribution::capped(double limit) const {
  return Distribution(changed(values_, [&](double x) { return std::min(x, limit); }));
}

Distribution Distribution::thinned(std::size_t most) const {
  if (values_.size() <= most) return *this;
  std::vector<double> kept;
  kept.reserve(most);
  for (std::size_t k = 0; k < most; ++k) {
    kept.push_back(quantile((static_cast<double>(k) + 0.5) / static_cast<double>(most)));
  }
  return Distribution(std::move(kept));
}

}  // namespace minefree::hindcast
