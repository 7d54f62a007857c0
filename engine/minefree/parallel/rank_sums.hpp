#pragma once

#include <vector>

#include <minefree/ensemble/outcomes.hpp>
#include <minefree/ensemble/samples.hpp>
#include <minefree/parallel/ranks.hpp>

namespace minefree {

// What every rank counted of its own part, summed, so that each rank holds the result of all. Every
// rank gives counts of the same plan.

void sum_over(Ranks&, Ensemble&);
void sum_over(Ranks&, PairedEnsemble&);

// Values are one a trajectory: each is kept by the rank that has the trajectory and zero at the
// others, so that the sum of its bits is the value.

void sum_over(Ranks&, TrajectoryOutcomes&);
void sum_over(Ranks&, std::vector<CountrySamples>&);

}  // namespace minefree
