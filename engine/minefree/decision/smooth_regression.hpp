#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace minefree {

/// One number for each trajectory.
using SampleColumn = std::span<double const>;

/// How smooth the curves of a regression are.
struct Smoothness {
  int pieces = 10;  // of a curve, between knots that lie evenly on the normal scale; 1 or more
  std::optional<double> penalty;  // of a curve's bends; by cross-validation when left out
};

/// A result as a smooth function of parameters, with a fit for the rows of all other groups.
struct SmoothFit {
  std::vector<double> fitted;                // of each row
  std::vector<std::vector<double>> without;  // [group][row]: fitted without that group
  std::vector<double> squared_error;         // [group]: of its rows, by the fit without them
  double penalty = 0;                        // that was used
};

/// Regresses results on the same parameters: for each a penalised cubic spline (Eilers and Marx
/// 1996) of its normal score, and for each pair the product of the scores. The penalty is the one
/// that predicts whole groups of rows best, since rows of one group need not be independent.
class SmoothRegression {
 public:
  /// Parameters that do not vary are left out; without any, the fit is the mean. `groups` numbers
  /// the group of each row from 0.
  SmoothRegression(std::span<SampleColumn const> parameters, std::span<int const> groups,
                   Smoothness const& = {});

  SmoothFit fit(SampleColumn result) const;
  int group_count() const { return group_count_; }

 private:
  struct Moments;  // what a group's rows say of one result
  std::vector<Moments> moments_of(SampleColumn result, double mean) const;
  std::vector<double> coefficients(std::vector<Moments> const&, int without, double penalty) const;
  double error_of(Moments const&, std::vector<double> const& coefficients, int group) const;
  std::vector<double> predict(std::vector<double> const& coefficients, double mean) const;

  std::span<int const> groups_;
  int group_count_ = 0;
  std::size_t width_ = 0;                      // columns of the basis
  std::vector<double> basis_;                  // [row * width + column]
  std::vector<double> bends_;                  // [column * width + column]: the penalty's matrix
  std::vector<std::vector<double>> products_;  // [group][column * width + column] of the basis
  Smoothness smoothness_;
};

/// Ranks as standard normals, equal values sharing their mean rank; the same order as the values.
std::vector<double> normal_scores(SampleColumn);

}  // namespace minefree
