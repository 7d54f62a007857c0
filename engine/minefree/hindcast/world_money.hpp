#pragma once

#include <vector>

#include <minefree/hindcast/cases.hpp>

namespace minefree::hindcast {

/// International money for all states together, 1, 3 and 5 years ahead, in prices of the origin:
/// the engine's common ups and downs around the mean of the last three reported years, beside the
/// last reported year, and that year with the spread of its earlier errors.
std::vector<Case> world_money_cases(Scenario const&, std::vector<WorldFundingYear> const&);

}  // namespace minefree::hindcast
