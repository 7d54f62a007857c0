#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

// How decisions simulate: on threads or not is the caller's affair.

/// All trajectories of a plan; nothing when it was told to stop.
using Simulate = std::function<std::optional<Ensemble>(Plan const&)>;

/// The same trajectories in 16 groups that share no row of a calibration, so that what differs
/// between groups is the Monte Carlo error of any statistic. See ranges_of_groups.
using SimulateGroups = std::function<std::optional<std::vector<Ensemble>>(Plan const&)>;

}  // namespace minefree
