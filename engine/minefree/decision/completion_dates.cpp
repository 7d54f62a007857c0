#include <minefree/decision/completion_dates.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <minefree/decision/estimate.hpp>
#include <minefree/numeric/counts.hpp>

namespace minefree {

namespace {

constexpr int months_of_year = 12;

/// Counts of one group, without "never".
std::span<std::uint32_t const> group_of(StateCounts const& counts, std::size_t months, int group) {
  auto const first = static_cast<std::size_t>(group) * (months + 1);
  return std::span(counts.completion).subspan(first, months);
}

std::uint64_t trajectories_of(StateCounts const& counts, std::size_t months, int group) {
  auto const first = static_cast<std::size_t>(group) * (months + 1);
  return numeric::total(std::span(counts.completion).subspan(first, months + 1));
}

}  // namespace

CompletionDates::CompletionDates(Ensemble const& ensemble, StateCounts const& counts, int origin)
    : origin_(origin), trajectories_(ensemble.trajectories) {
  auto const months = static_cast<std::size_t>(ensemble.months());
  all_.resize(months);
  for (int group = 0; group < groups_of_trajectories; ++group) {
    numeric::merge_counts(all_, group_of(counts, months, group));
  }
  for (int group = 0; group < groups_of_trajectories; ++group) {
    auto rest = all_;
    auto const left_out = group_of(counts, months, group);
    std::transform(rest.begin(), rest.end(), left_out.begin(), rest.begin(), std::minus<>());
    without_group_.push_back(std::move(rest));
    trajectories_without_group_.push_back(trajectories_ - trajectories_of(counts, months, group));
  }
}

std::optional<double> CompletionDates::quantile(double p) const {
  auto const months = numeric::quantile_of_months(all_, trajectories_, p);
  if (!months) return std::nullopt;
  return origin_ + 1 + *months / months_of_year;
}

std::optional<double> CompletionDates::error_months(double p) const {
  if (!numeric::quantile_of_months(all_, trajectories_, p)) return std::nullopt;
  std::vector<double> left;
  for (std::size_t k = 0; k < without_group_.size(); ++k) {
    if (trajectories_without_group_[k] == trajectories_) continue;  // an empty group says nothing
    auto const months =
        numeric::quantile_of_months(without_group_[k], trajectories_without_group_[k], p);
    left.push_back(months.value_or(static_cast<double>(all_.size())));
  }
  if (left.size() < 2) return std::nullopt;

  return jackknife_error(left);
}

double CompletionDates::share_by_end_of(int year) const {
  auto const months = static_cast<std::size_t>(std::max(0, year - origin_)) * months_of_year;
  return numeric::share_before(all_, trajectories_, months);
}

double CompletionDates::share_error_by_end_of(int year, bool shares_rows) const {
  double const share = share_by_end_of(year);
  double const of_single_futures =
      std::sqrt(share * (1 - share) / static_cast<double>(trajectories_));
  if (!shares_rows) return of_single_futures;
  auto const months = static_cast<std::size_t>(std::max(0, year - origin_)) * months_of_year;
  std::vector<double> left;
  for (std::size_t k = 0; k < without_group_.size(); ++k) {
    auto const trajectories = trajectories_without_group_[k];
    if (trajectories == trajectories_ || trajectories == 0) continue;
    left.push_back(numeric::share_before(without_group_[k], trajectories, months));
  }
  return left.size() < 2 ? of_single_futures : std::max(of_single_futures, jackknife_error(left));
}

std::optional<double> CompletionDates::share_by(double decimal_year) const {
  double const months = (decimal_year - (origin_ + 1)) * months_of_year;
  if (months <= 0) return 0.0;
  if (months > static_cast<double>(all_.size())) return std::nullopt;
  auto const whole = static_cast<std::size_t>(months);
  double const rest = months - static_cast<double>(whole);
  double share = numeric::share_before(all_, trajectories_, whole);
  if (whole < all_.size()) share += rest * all_[whole] / static_cast<double>(trajectories_);
  return share;
}

double CompletionDates::never_share() const {
  return static_cast<double>(trajectories_ - numeric::total(all_)) /
         static_cast<double>(trajectories_);
}

std::optional<double> error_of_main_dates(CompletionDates const& dates) {
  return std::max(dates.error_months(0.5), dates.error_months(0.8));
}

std::optional<double> largest_error_months(Plan const& plan, Ensemble const& ensemble) {
  std::optional<double> largest;
  for (auto const& counts : ensemble.states) {
    CompletionDates const dates(ensemble, counts, plan.world.origin);
    largest = std::max(largest, error_of_main_dates(dates));
  }
  return largest;
}

}  // namespace minefree
