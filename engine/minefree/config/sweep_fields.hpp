#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <minefree/config/record.hpp>
#include <minefree/domain/sweep.hpp>

namespace minefree::config {

/// What the file of a sweep says itself; its base and its points are read by read_sweep.
struct SweepFile {
  std::string name;
  std::string description;
  Tree changes;
  SweepDesign design;
  std::optional<std::uint64_t> trajectories, seed;
  std::vector<SweepParameter> parameters;
  std::vector<SweepOutput> outputs;
};

/// Everything that the file of a sweep may say.
Record<SweepFile> const& sweep_record();

}  // namespace minefree::config
