#pragma once

#include <minefree/ensemble/recorder.hpp>
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
  for (std::uint64_t done = 0; done < range.count; done += lanes_in<R>) {
    int const active = active_lanes<R>(range, done);
    Recorder<R> base_recorder(base, out.base, range.first + done, active);
    Recorder<R> other_recorder(other, out.other, range.first + done, active);
    simulate_batch(base_batch, range.first + done, base_recorder);
    simulate_batch(other_batch, range.first + done, other_recorder);
    count_pairs<R>(base_batch, other_batch, range.first + done, active, out);
  }
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
