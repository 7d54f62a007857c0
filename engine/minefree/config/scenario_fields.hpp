#pragma once

#include <cstdint>

#include <minefree/config/field.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

/// Futures simulated when a scenario does not say.
inline constexpr std::uint64_t usual_trajectories = 20'000;

/// Everything a scenario may say. `states` and `extends` are described here and read by
/// read_scenario, which knows the folders.
Record<Scenario> const& scenario_record();

/// A piece of a scenario that a study lays over its base: what may differ between scenarios that
/// are set beside each other. All else is refused.
Record<Scenario> const& changes_record();

}  // namespace minefree::config
