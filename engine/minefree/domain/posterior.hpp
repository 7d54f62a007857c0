#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include <minefree/domain/parameters.hpp>

namespace minefree {

/// The draws of one quantity, in the order of the posterior's rows; empty where it has none.
class DrawColumn {
 public:
  DrawColumn() = default;
  DrawColumn(std::initializer_list<double> draws) : draws_(draws) {}

  bool empty() const { return draws_.empty(); }
  std::size_t size() const { return draws_.size(); }
  double const* data() const { return draws_.data(); }
  double operator[](std::size_t row) const { return draws_[row]; }
  void push_back(double draw) { draws_.push_back(draw); }

  /// Puts the draws in order beside, once all are there: then quantiles are looked up, which every
  /// scenario that shares the posterior asks for again.
  void sort();
  /// Quantile of the draws, the mean of the two middle values for an even median; p in 0..1.
  double quantile(double p) const;

  friend bool operator==(DrawColumn const& a, DrawColumn const& b) { return a.draws_ == b.draws_; }

 private:
  std::vector<double> draws_;
  std::vector<double> ascending_;  // the same sorted, when of the same size
};

/// What the calibration drew for one state of its panel.
struct StateDraws {
  std::array<DrawColumn, state_parameter_count> parameters;  // by Parameter, in its unit
  DrawColumn log_deviation;  // of output, at the end of the year of the newest stock
};

/// The distribution between states, for one that was not in the panel: a mean and a standard
/// deviation in every draw, of the log of a quantity or of the log odds of a share. Capacity is a
/// share of the largest work on record.
struct BetweenStates {
  DrawColumn mean, sd;

  bool empty() const { return mean.empty(); }
};

/// Joint draws of a calibration (docs/calibration.md). A row is one draw of everything: values of
/// different rows are never mixed.
struct Posterior {
  std::string name;    // of the file, as the scenario writes it
  std::string sha256;  // of its bytes
  int origin = 0;      // last year of the figures behind it
  std::size_t draws = 0;
  std::vector<Parameter> calibrated;  // those that the data narrow; the others are still priors
  std::array<DrawColumn, parameter_count> common;
  std::map<std::string, StateDraws> states;
  std::array<BetweenStates, state_parameter_count> between_states;
};

/// True where the data narrow the parameter, so that its draws may be called calibrated.
bool is_calibrated(Posterior const&, Parameter);

/// Sorts every column: see DrawColumn.
void sort_columns(Posterior&);

}  // namespace minefree
