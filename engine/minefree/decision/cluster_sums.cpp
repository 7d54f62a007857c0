#include <minefree/decision/cluster_sums.hpp>

#include <algorithm>
#include <cmath>

#include <minefree/base/contract.hpp>

namespace minefree {
namespace {

// Without shared rows any split will do; so many clusters tell an error to within 3 %.
constexpr std::uint64_t usual_clusters = 1000;

std::uint64_t number_of_clusters(std::uint64_t trajectories, std::uint32_t rows) {
  bool const shared = rows > 0 && rows < trajectories;
  return std::min(shared ? rows : usual_clusters, trajectories);
}

}  // namespace

Clusters::Clusters(std::uint64_t trajectories, std::uint32_t calibration_rows)
    : trajectories_(trajectories),
      sizes_(static_cast<std::size_t>(number_of_clusters(trajectories, calibration_rows))) {
  MINEFREE_EXPECT(trajectories > 0);
  for (std::size_t k = 0; k < sizes_.size(); ++k) {
    auto const count = sizes_.size();
    std::uint64_t const of_cluster = (trajectories - k + count - 1) / count;
    sizes_[k] = static_cast<double>(of_cluster);
  }
}

Estimate Clusters::mean(std::span<double const> sums) const {
  MINEFREE_EXPECT(sums.size() == sizes_.size());
  auto const all = static_cast<double>(trajectories_);
  double sum = 0;
  for (double const of_cluster : sums) sum += of_cluster;
  double const mean = sum / all;
  if (sizes_.size() < 2) return {.value = mean, .standard_error = 0};
  double squares = 0;
  for (std::size_t k = 0; k < sizes_.size(); ++k) {
    double const deviation = sums[k] - mean * sizes_[k];
    squares += deviation * deviation;
  }
  auto const count = static_cast<double>(sizes_.size());
  return {.value = mean, .standard_error = std::sqrt(squares * count / (count - 1)) / all};
}

}  // namespace minefree
