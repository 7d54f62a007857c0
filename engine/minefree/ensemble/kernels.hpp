#pragma once

#include <minefree/ensemble/outcomes.hpp>

namespace minefree {

// One kernel for each instruction set, each in a file of its own that is compiled with that set's
// flags. They may be called only where `available` says so.
void run_sse42(Plan const&, Range, Ensemble&);
void run_avx2(Plan const&, Range, Ensemble&);
void run_avx512(Plan const&, Range, Ensemble&);
void run_pair_sse42(Plan const&, Plan const&, Range, PairedEnsemble&);
void run_pair_avx2(Plan const&, Plan const&, Range, PairedEnsemble&);
void run_pair_avx512(Plan const&, Plan const&, Range, PairedEnsemble&);
void outcomes_sse42(Plan const&, OutcomeQuestion const&, Range chunk, std::uint64_t first,
                    TrajectoryOutcomes&);
void outcomes_avx2(Plan const&, OutcomeQuestion const&, Range chunk, std::uint64_t first,
                   TrajectoryOutcomes&);
void outcomes_avx512(Plan const&, OutcomeQuestion const&, Range chunk, std::uint64_t first,
                     TrajectoryOutcomes&);

}  // namespace minefree
