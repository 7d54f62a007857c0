#pragma once

#include <minefree/domain/scenario.hpp>

namespace minefree::bench {

enum class Levers {
  none,
  some,  // of each kind: donors, world, national and added money, survey, security, reallocation
};

/// Forty invented states over 36 years: ten kinds of record, each at four sizes. They stay as they
/// are while the curated states change, so that speeds of different versions can be compared.
Scenario forty_states(Levers levers = Levers::none);

}  // namespace minefree::bench
