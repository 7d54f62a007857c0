#pragma once

#include <minefree/config/record.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

/// What a scenario changes in the money: `funding:` of a scenario file.
Record<FundingLevers> funding_levers_record();

}  // namespace minefree::config
