#pragma once

#include <cstddef>
#include <vector>

#include <minefree/ensemble/plan.hpp>

namespace minefree {

/// The plan with some of its affected states alone: `places` in `countries`, rising. The bits of
/// each stay, as long as finished states hand no money on: what all states share is as it was.
/// `state_index` still leads into the states of the whole scenario, and `known` is of all of them.
Plan part_of_plan(Plan const&, std::vector<std::size_t> const& places);

}  // namespace minefree
