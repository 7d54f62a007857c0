#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/scenario.hpp>

namespace minefree {

/// How a parameter goes from its low to its high end.
enum class SweepScale {
  linear,
  log,    // by equal factors
  whole,  // by whole numbers, each as likely
};

/// One thing that a sweep varies: a number of a scenario, or several that get the same value.
struct SweepParameter {
  std::string name;                // of its column
  std::vector<std::string> paths;  // into the scenario: funding.world.0.change
  double low = 0;
  double high = 1;
  SweepScale scale = SweepScale::linear;
};

/// Where the points of a sweep lie.
enum class DesignMethod {
  sobol,   // Saltelli's rows over a Sobol sequence, for first and total indices
  lhs,     // Latin hypercube
  morris,  // one parameter at a time, along paths over a grid
  grid,    // every combination
  csv,     // a table that the user brings
};

struct SweepDesign {
  DesignMethod method = DesignMethod::sobol;
  std::uint32_t n = 0;     // base samples, rows, paths, or steps of each parameter
  int levels = 4;          // of the grid of morris
  std::uint64_t seed = 1;  // of the points, not of the futures
  std::string csv;         // the file's name, as written
};

/// What a sweep notes of each point.
enum class SweepResult {
  states_complete,       // mean number of states complete by the end of the year
  remaining_km2,         // mean recorded area left at the end of the year
  released_km2,          // mean area cancelled, reduced and cleared since the origin
  probability,           // that the state is complete by the end of the year
  deadline_met,          // probability that the state meets the deadline in force at the origin
  mean_completion_year,  // mean decimal year, where a date beyond the horizon counts as its end
  never_share,           // share of futures without a date within the horizon
};

struct SweepOutput {
  SweepResult result = SweepResult::states_complete;
  std::optional<std::string> state;  // code; all states together when absent
  std::optional<int> by;             // year, where the result is of one
};

/// Name of an output's column: `states_complete_by_2030`, `AGO_mean_completion_year`.
std::string column_of(SweepOutput const&);

/// The word for a result in a study: `probability`.
std::string word_of(SweepResult);
std::string word_of(DesignMethod);
std::string word_of(SweepScale);

/// A question put to many points: the base with some of its numbers replaced. All points have the
/// same years, states, seed and trajectories, and so the same futures.
struct Sweep {
  std::string id;  // the file's name without folder and ending
  std::string name;
  std::string description;
  SweepDesign design;
  std::vector<SweepParameter> parameters;
  std::vector<SweepOutput> outputs;
  std::vector<std::vector<double>> table;  // points of a `csv`, [point][parameter]
  Scenario base;                           // with the study's changes, and no parameter varied
  std::string study_sha256;  // of the canonical JSON of the file, and of the CSV where it has one
};

/// No sweep has more points.
inline constexpr std::uint64_t most_points = 1'000'000;

/// How many points the design has; more than `most_points` when it has too many.
std::uint64_t number_of_points(Sweep const&);

}  // namespace minefree
