#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <minefree/config/read_sweep.hpp>
#include <minefree/ensemble/imputed_donors.hpp>
#include <minefree/parallel/rows.hpp>

#include "arguments.hpp"

namespace minefree::cli {

using SweepTable = std::vector<std::vector<double>>;  // [point][parameter]

/// Simulates points of a sweep; one for each thread.
class SweepPoints {
 public:
  SweepPoints(config::SweepOutcome const&, SweepTable const& points, RunOptions const&);

  /// The row of a point (see sweep_row); not-a-number where its scenario is none. Unfinished when
  /// it was stopped.
  void fill(std::uint64_t point, std::stop_token const&, std::span<double> row);

  /// Why the scenario of a point is none, for the user.
  std::string why_not(std::uint64_t point) const;

 private:
  bool reads_what_the_base_read(Scenario const&) const;

  Sweep const& sweep_;
  SweepTable const& points_;
  InstructionSet instruction_set_;
  config::PointReader reader_;
  DonorMatrices matrices_;
};

/// As many fillers as threads work on a sweep. What they refer to must outlive them.
std::vector<FillRow> sweep_fillers(config::SweepOutcome const&, SweepTable const& points,
                                   RunOptions const&, Threads const&);

}  // namespace minefree::cli
