// The kernel for one instruction set: see kernels.hpp. Compiled with that set's flags alone.
#include <minefree/ensemble/kernel.hpp>
#include <minefree/ensemble/kernels.hpp>
#include <minefree/ensemble/outcome_recorder.hpp>

namespace minefree {

void run_avx2(Plan const& plan, Range range, Ensemble& out) {
  model::simulate_range<numeric::Lanes<numeric::native_lanes>>(plan, range, out);
}

void run_pair_avx2(Plan const& base, Plan const& other, Range range, PairedEnsemble& out) {
  model::simulate_pair_range<numeric::Lanes<numeric::native_lanes>>(base, other, range, out);
}

void outcomes_avx2(Plan const& plan, OutcomeQuestion const& question, Range chunk,
                   std::uint64_t first, TrajectoryOutcomes& out) {
  model::note_outcomes<numeric::Lanes<numeric::native_lanes>>(plan, question, chunk, first, out);
}

}  // namespace minefree
