#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <minefree/decision/estimate.hpp>

namespace minefree {

/// Trajectories that take the same row of a calibration are not independent; those of different
/// rows are. So a mean keeps the sum over each row (each cluster), and its error is that between
/// clusters. Sums of several quantities over the same trajectories may be added and subtracted,
/// cluster by cluster: that is how the error of a difference under shared draws comes out.
class Clusters {
 public:
  /// Of trajectories 0, 1, ...; no rows: no calibration.
  Clusters(std::uint64_t trajectories, std::uint32_t calibration_rows);

  std::size_t count() const { return sizes_.size(); }
  std::size_t of(std::uint64_t trajectory) const {
    return static_cast<std::size_t>(trajectory % sizes_.size());
  }
  std::uint64_t trajectories() const { return trajectories_; }

  /// Mean over all trajectories of a quantity that sums up to `sums`, one sum a cluster.
  Estimate mean(std::span<double const> sums) const;

 private:
  std::uint64_t trajectories_;
  std::vector<double> sizes_;  // trajectories of each cluster
};

}  // namespace minefree
