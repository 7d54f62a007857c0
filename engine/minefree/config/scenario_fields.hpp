#pragma once

#include <cstdint>

#include <minefree/config/record.hpp>
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
/// The same as it stands in a file, checked.
Value<Tree> piece_of_scenario();

Value<std::uint64_t> number_of_futures();
/// Start of random numbers.
Value<std::uint64_t> seed();
/// Any value: whoever follows the name says what is wrong with it.
Value<bool> name_of_scenario();

}  // namespace minefree::config
