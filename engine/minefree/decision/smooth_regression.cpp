#include <minefree/decision/smooth_regression.hpp>

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include <minefree/base/contract.hpp>
#include <minefree/numeric/normal_quantile.hpp>

namespace minefree {
namespace {

/// Penalties that are tried, from a curve that follows every bend to a straight line; a share of
/// the number of rows.
constexpr std::array penalties{1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0};
/// Keeps columns that depend on each other apart; too small to change a fit.
constexpr double ridge = 1e-9;
constexpr int degree = 3;  // of the splines

/// The cubic B-splines that are not zero at a place between two knots, 0..1 from the first of them.
std::array<double, 4> cubic_splines(double t) {
  double const u = 1 - t;
  return {u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * u * u * u - 6 * u * u + 4) / 6,
          t * t * t / 6};
}

bool varies(SampleColumn column) {
  return std::ranges::any_of(column, [&](double value) { return value != column.front(); });
}

/// Adds to the penalty's matrix the squares of second differences of the coefficients from `first`
/// on.
void penalise_bends(std::size_t first, std::size_t count, std::size_t width,
                    std::vector<double>& matrix) {
  constexpr std::array difference{1.0, -2.0, 1.0};
  for (std::size_t k = 0; k + 2 < count; ++k) {
    for (std::size_t row = 0; row < 3; ++row) {
      for (std::size_t column = 0; column < 3; ++column) {
        matrix[(first + k + row) * width + first + k + column] +=
            difference[row] * difference[column];
      }
    }
  }
}

}  // namespace

struct SmoothRegression::Moments {
  std::vector<double> basis_by_result;  // [column]
  double result_squared = 0;
};

std::vector<double> normal_scores(SampleColumn values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t row) { return values[row]; });
  std::vector<double> scores(values.size());
  auto const n = static_cast<double>(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    double const middle = static_cast<double>(begin + end) / 2;
    double const score = numeric::normal_quantile(middle / n);
    for (; begin < end; ++begin) scores[order[begin]] = score;
  }
  return scores;
}

SmoothRegression::SmoothRegression(std::span<SampleColumn const> parameters,
                                   std::span<int const> groups, Smoothness const& smoothness)
    : groups_(groups), smoothness_(smoothness) {
  MINEFREE_EXPECT(!groups.empty() && smoothness.pieces >= 1);
  group_count_ = *std::ranges::max_element(groups) + 1;
  std::vector<std::vector<double>> scores;
  for (SampleColumn const& column : parameters) {
    if (varies(column)) scores.push_back(normal_scores(column));
  }
  int const pieces_and_degree = smoothness.pieces + degree;
  auto const splines = static_cast<std::size_t>(pieces_and_degree);
  std::size_t const pairs =
      scores.size() * (scores.size() - std::min<std::size_t>(scores.size(), 1)) / 2;
  width_ = std::max<std::size_t>(1, scores.size() * splines + pairs);
  basis_.assign(groups.size() * width_, scores.empty() ? 1.0 : 0.0);
  bends_.assign(width_ * width_, 0);

  for (std::size_t k = 0; k < scores.size(); ++k) {
    auto const [low, high] = std::ranges::minmax(scores[k]);
    double const step = (high - low) / smoothness.pieces;
    for (std::size_t row = 0; row < groups.size(); ++row) {
      double const place = (scores[k][row] - low) / step;
      int const piece = std::clamp(static_cast<int>(place), 0, smoothness.pieces - 1);
      auto const values = cubic_splines(place - piece);
      std::size_t const first = row * width_ + k * splines + static_cast<std::size_t>(piece);
      std::ranges::copy(values, basis_.begin() + static_cast<std::ptrdiff_t>(first));
    }
    penalise_bends(k * splines, splines, width_, bends_);
  }
  std::size_t column = scores.size() * splines;
  for (std::size_t first = 0; first < scores.size(); ++first) {
    for (std::size_t second = first + 1; second < scores.size(); ++second, ++column) {
      for (std::size_t row = 0; row < groups.size(); ++row) {
        basis_[row * width_ + column] = scores[first][row] * scores[second][row];
      }
    }
  }

  products_.assign(static_cast<std::size_t>(group_count_), std::vector<double>(width_ * width_, 0));
  for (std::size_t row = 0; row < groups.size(); ++row) {
    auto& product = products_[static_cast<std::size_t>(groups[row])];
    double const* const values = basis_.data() + row * width_;
    for (std::size_t a = 0; a < width_; ++a) {
      if (values[a] == 0) continue;
      for (std::size_t b = 0; b < width_; ++b) product[a * width_ + b] += values[a] * values[b];
    }
  }
}

std::vector<SmoothRegression::Moments> SmoothRegression::moments_of(SampleColumn result,
                                                                    double mean) const {
  std::vector<Moments> moments(static_cast<std::size_t>(group_count_),
                               Moments{.basis_by_result = std::vector<double>(width_, 0)});
  for (std::size_t row = 0; row < groups_.size(); ++row) {
    Moments& group = moments[static_cast<std::size_t>(groups_[row])];
    double const value = result[row] - mean;
    for (std::size_t k = 0; k < width_; ++k) {
      group.basis_by_result[k] += basis_[row * width_ + k] * value;
    }
    group.result_squared += value * value;
  }
  return moments;
}

/// Least squares over all groups but one (none is left out when `without` is negative).
std::vector<double> SmoothRegression::coefficients(std::vector<Moments> const& moments, int without,
                                                   double penalty) const {
  auto const size = static_cast<Eigen::Index>(width_);
  Eigen::MatrixXd left = Eigen::MatrixXd::Zero(size, size);
  Eigen::VectorXd right = Eigen::VectorXd::Zero(size);
  for (int group = 0; group < group_count_; ++group) {
    if (group == without) continue;
    auto const g = static_cast<std::size_t>(group);
    left += Eigen::Map<Eigen::MatrixXd const>(products_[g].data(), size, size);
    right += Eigen::Map<Eigen::VectorXd const>(moments[g].basis_by_result.data(), size);
  }
  auto const rows = static_cast<double>(groups_.size());
  left += penalty * rows * Eigen::Map<Eigen::MatrixXd const>(bends_.data(), size, size);
  left += ridge * rows * Eigen::MatrixXd::Identity(size, size);
  Eigen::VectorXd const solution = left.ldlt().solve(right);
  return {solution.data(), solution.data() + size};
}

double SmoothRegression::error_of(Moments const& moments, std::vector<double> const& coefficients,
                                  int group) const {
  auto const size = static_cast<Eigen::Index>(width_);
  auto const& product = products_[static_cast<std::size_t>(group)];
  Eigen::Map<Eigen::VectorXd const> const b(coefficients.data(), size);
  Eigen::Map<Eigen::VectorXd const> const by_result(moments.basis_by_result.data(), size);
  Eigen::VectorXd const fitted = Eigen::Map<Eigen::MatrixXd const>(product.data(), size, size) * b;
  return moments.result_squared - 2 * b.dot(by_result) + b.dot(fitted);
}

std::vector<double> SmoothRegression::predict(std::vector<double> const& coefficients,
                                              double mean) const {
  std::vector<double> fitted(groups_.size(), mean);
  for (std::size_t row = 0; row < groups_.size(); ++row) {
    for (std::size_t k = 0; k < width_; ++k) {
      fitted[row] += basis_[row * width_ + k] * coefficients[k];
    }
  }
  return fitted;
}

SmoothFit SmoothRegression::fit(SampleColumn result) const {
  MINEFREE_EXPECT(result.size() == groups_.size());
  double mean = 0;
  for (double const value : result) mean += value;
  mean /= static_cast<double>(result.size());
  auto const moments = moments_of(result, mean);

  SmoothFit best;
  double best_error = std::numeric_limits<double>::infinity();
  auto const try_penalty = [&](double penalty) {
    SmoothFit fit{.penalty = penalty};
    double error = 0;
    std::vector<std::vector<double>> all;
    for (int group = 0; group < group_count_; ++group) {
      all.push_back(coefficients(moments, group, penalty));
      fit.squared_error.push_back(
          error_of(moments[static_cast<std::size_t>(group)], all.back(), group));
      error += fit.squared_error.back();
    }
    if (!(error < best_error)) return;
    best_error = error;
    best = std::move(fit);
    best.without = std::move(all);
  };
  if (smoothness_.penalty) {
    try_penalty(*smoothness_.penalty);
  } else {
    for (double const penalty : penalties) try_penalty(penalty);
  }
  // Until here `without` holds coefficients.
  for (auto& group : best.without) group = predict(group, mean);
  best.fitted = predict(coefficients(moments, -1, best.penalty), mean);
  return best;
}

}  // namespace minefree
