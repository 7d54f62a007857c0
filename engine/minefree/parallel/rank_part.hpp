#pragma once

#include <minefree/ensemble/run.hpp>
#include <minefree/parallel/ranks.hpp>

namespace minefree {

/// The part of a range that one of `size` ranks simulates. The parts follow one another, cover the
/// range, and differ by 16 trajectories at most; each starts a multiple of 16 after the start of
/// the range, so that the widest lanes are filled. Of a short range some parts are empty.
Range part_of_rank(Range, unsigned size, unsigned rank);

/// The part of this process: the whole range where there are no ranks.
Range own_part(Range, Ranks const*);

}  // namespace minefree
