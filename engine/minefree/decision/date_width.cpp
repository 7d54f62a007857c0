#include <minefree/decision/date_width.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <minefree/base/contract.hpp>

namespace minefree {
namespace {

constexpr std::size_t most_parts = 16;          // by one signal
constexpr std::size_t futures_of_a_part = 140;  // at least, where there are enough
constexpr std::uint64_t shifts = 4;             // of signals to other futures

/// A future's date and its group.
struct Future {
  double date = 0;
  int group = 0;
};
using Bin = std::vector<Future>;  // dates in rising order

/// The date that a share of a bin's futures does not exceed, without one group's.
double quantile(Bin const& bin, double share, int without) {
  auto const counts = [=](Future const& future) { return future.group != without; };
  auto const n = static_cast<double>(std::ranges::count_if(bin, counts));
  double const place = std::clamp(share * n - 0.5, 0.0, std::max(n - 1, 0.0));
  double const whole = std::floor(place);
  double rank = 0;
  double below = 0;
  for (Future const& future : bin) {
    if (!counts(future)) continue;
    if (rank == whole) {
      below = future.date;
      if (place == whole || std::isinf(below)) return below;
    } else if (rank == whole + 1) {
      return std::isinf(future.date) ? future.date
                                     : below + (place - whole) * (future.date - below);
    }
    ++rank;
  }
  return below;
}

struct Widths {
  double years = 0;         // mean over futures
  double beyond_share = 0;  // of futures
};

Widths mean_width(std::vector<Bin> const& bins, DateRange const& range, double horizon_end,
                  int without) {
  Widths widths;
  double futures = 0;
  for (Bin const& bin : bins) {
    auto const n = static_cast<double>(
        std::ranges::count_if(bin, [=](Future const& f) { return f.group != without; }));
    if (n == 0) continue;
    double const high = quantile(bin, range.high, without);
    double const low = quantile(bin, range.low, without);
    widths.years += n * (std::min(high, horizon_end) - std::min(low, horizon_end));
    if (high > horizon_end) widths.beyond_share += n;
    futures += n;
  }
  return {.years = widths.years / futures, .beyond_share = widths.beyond_share / futures};
}

using Rows = std::vector<std::size_t>;

/// Rows in as many parts of equal size, by a signal; ties in the order of rows.
std::vector<Rows> parts_by(SampleColumn signal, Rows rows, std::size_t parts) {
  if (signal.empty()) return {std::move(rows)};
  std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return signal[row]; });
  std::vector<Rows> result;
  for (std::size_t k = 0; k < parts; ++k) {
    auto const begin = rows.begin() + static_cast<std::ptrdiff_t>(k * rows.size() / parts);
    auto const end = rows.begin() + static_cast<std::ptrdiff_t>((k + 1) * rows.size() / parts);
    result.emplace_back(begin, end);
  }
  return result;
}

std::vector<Rows> rows_with_like_signals(std::span<std::vector<double> const> signals,
                                         std::size_t count) {
  auto const used =
      std::ranges::count_if(signals, [](auto const& signal) { return !signal.empty(); });
  auto const wanted = static_cast<double>(count) / futures_of_a_part;
  auto const parts = std::clamp<std::size_t>(
      static_cast<std::size_t>(used > 1 ? std::sqrt(wanted) : wanted), 2, most_parts);
  Rows all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<Rows> result{std::move(all)};
  for (auto const& signal : signals) {
    std::vector<Rows> finer;
    for (Rows& rows : result) {
      for (Rows& part : parts_by(signal, std::move(rows), parts)) finer.push_back(std::move(part));
    }
    result = std::move(finer);
  }
  return result;
}

/// Bins of the futures that lie `shift` after those with like signals.
std::vector<Bin> bins_of(std::vector<Rows> const& like, DateSample const& sample,
                         std::size_t shift) {
  std::vector<Bin> bins;
  std::size_t const n = sample.dates.size();
  for (Rows const& rows : like) {
    Bin bin;
    for (std::size_t const row : rows) {
      std::size_t const future = (row + shift) % n;
      bin.push_back({.date = sample.dates[future], .group = sample.groups[future]});
    }
    std::ranges::sort(bin, {}, [](Future const& f) { return std::pair(f.date, f.group); });
    bins.push_back(std::move(bin));
  }
  return bins;
}

int groups_in(DateSample const& sample) { return *std::ranges::max_element(sample.groups) + 1; }

}  // namespace

std::optional<Estimate> width_of(DateSample const& sample, DateRange const& range) {
  Rows all(sample.dates.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  auto const bins = bins_of({all}, sample, 0);
  auto const whole = mean_width(bins, range, sample.horizon_end, -1);
  if (whole.beyond_share > 0) return std::nullopt;
  std::vector<double> without_group;
  for (int group = 0; group < groups_in(sample); ++group) {
    without_group.push_back(mean_width(bins, range, sample.horizon_end, group).years);
  }
  return Estimate{.value = whole.years, .standard_error = jackknife_error(without_group)};
}

Narrowing narrowing_by(std::span<std::vector<double> const> signals, DateSample const& sample,
                       DateRange const& range) {
  MINEFREE_EXPECT(signals.size() <= 2);
  bool const tells = std::ranges::any_of(signals, [](auto const& s) { return !s.empty(); });
  if (!tells) return {};
  std::size_t const n = sample.dates.size();
  auto const like = rows_with_like_signals(signals, n);
  auto const own = bins_of(like, sample, 0);
  std::vector<std::vector<Bin>> others;
  for (std::uint64_t k = 1; k <= shifts; ++k) {
    // By a part of the calibration's rows as well, so that no future meets its own row.
    auto const shift = k * (n + sample.calibration_rows) / (shifts + 1);
    others.push_back(bins_of(like, sample, static_cast<std::size_t>(shift)));
  }
  auto const years = [&](int without) {
    double null = 0;
    for (auto const& bins : others) {
      null += mean_width(bins, range, sample.horizon_end, without).years / shifts;
    }
    return null - mean_width(own, range, sample.horizon_end, without).years;
  };
  std::vector<double> without_group;
  for (int group = 0; group < groups_in(sample); ++group) without_group.push_back(years(group));
  return {.years = {.value = years(-1), .standard_error = jackknife_error(without_group)},
          .beyond_share = mean_width(own, range, sample.horizon_end, -1).beyond_share};
}

}  // namespace minefree
