#pragma once

#include <optional>

#include <minefree/domain/scenario.hpp>

namespace minefree::cli {

/// Whether the year to reach and the first year of money, as far as they were given, lie among the
/// simulated ones and in their order; what is wrong has been said otherwise.
bool has_asked_years(Scenario const&, std::optional<int> by, std::optional<int> from);

}  // namespace minefree::cli
