#pragma once

#include <minefree/ensemble/pair_recorder.hpp>
#include <minefree/ensemble/run.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

template <class R>
int active_lanes(Range range, std::uint64_t done) {
  std::uint64_t const left = range.count - done;
  return left < lanes_in<R> ? static_cast<int>(left) : lanes_in<R>;
}

/// Runs a range batch by batch.
template <class R>
void simulate_range(Plan const& plan, Range range, Ensemble& out) {
  Batch<R> batch(plan);
  for (std::uint64_t done = 0; done < range.count; done += lanes_in<R>) {
    Recorder<R> recorder(plan, out, range.first + done, active_lanes<R>(range, done));
    simulate_batch(batch, range.first + done, recorder);
  }
}

/// Runs a range under two scenarios, batch beside batch.
template <class R>
void simulate_pair_range(Plan const& base, Plan const& other, Range range, PairedEnsemble& out) {
  Batch<R> base_batch(base);
  Batch<R> other_batch(other);
  // Both at the targets of the base.
  TargetMarks<R> base_marks(base.targets, base.countries.size());
  TargetMarks<R> other_marks(base.targets, other.countries.size());
  for (std::uint64_t done = 0; done < range.count; done += lanes_in<R>) {
    int const active = active_lanes<R>(range, done);
    PairRecorder<R> base_recorder(base, out.base, range.first + done, active, base_marks);
    PairRecorder<R> other_recorder(other, out.other, range.first + done, active, other_marks);
    simulate_batch(base_batch, range.first + done, base_recorder);
    simulate_batch(other_batch, range.first + done, other_recorder);
    PairCounter<R>({base_batch, base_marks}, {other_batch, other_marks}, range.first + done, active,
                   out)
        .count();
  }
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
