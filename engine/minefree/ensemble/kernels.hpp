#pragma once

#include <minefree/ensemble/outcomes.hpp>

namespace minefree {

// One kernel for each instruction set, each in a file of its own that is compiled with that set's
// flags. They may be called only where `available` says so.
void run_sse42(Plan const&, Range, Ensemble&);
void run_pair_sse42(Plan const&, Plan const&, Range, PairedEnsemble&);
void outcomes_sse42(Plan const&, OutcomeQuestion const&, Range chunk, std::uint64_t first,
                    TrajectoryOutcomes&);

#if defined(__x86_64__)

void run_avx2(Plan const&, Range, Ensemble&);
void run_avx512(Plan const&, Range, Ensemble&);
void run_pair_avx2(Plan const&, Plan const&, Range, PairedEnsemble&);
void run_pair_avx512(Plan const&, Plan const&, Range, PairedEnsemble&);
void outcomes_avx2(Plan const&, OutcomeQuestion const&, Range chunk, std::uint64_t first,
                   TrajectoryOutcomes&);
void outcomes_avx512(Plan const&, OutcomeQuestion const&, Range chunk, std::uint64_t first,
                     TrajectoryOutcomes&);

#else

// Other processors have the first alone, for vectors of their own (cmake/kernels.cmake).
inline constexpr auto run_avx2 = run_sse42;
inline constexpr auto run_avx512 = run_sse42;
inline constexpr auto run_pair_avx2 = run_pair_sse42;
inline constexpr auto run_pair_avx512 = run_pair_sse42;
inline constexpr auto outcomes_avx2 = outcomes_sse42;
inline constexpr auto outcomes_avx512 = outcomes_sse42;

#endif

}  // namespace minefree
