#pragma once

#include <cstddef>

#include <minefree/ensemble/batch.hpp>
#include <minefree/ensemble/outcomes.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Notes what becomes of each trajectory of a batch by the end of a year. Lanes beyond the range
/// are simulated but not noted.
template <class R>
class OutcomeRecorder {
 public:
  /// `place` is that of lane 0 in the outcomes.
  OutcomeRecorder(Plan const& plan, OutcomeQuestion const& question, std::size_t place, int active,
                  TrajectoryOutcomes& out)
      : plan_(plan), question_(question), place_(place), active_(active), out_(out) {}

  void started(std::size_t, CountryState<R> const&) {}

  void lived(std::size_t k, int year, CountryState<R> const&, Released<R> const& released) {
    if (k >= plan_.affected || plan_.world.origin + 1 + year > question_.by) return;
    double* const sums = out_.released_km2.data() + place_;
    for (int i = 0; i < active_; ++i) {
      double const cancelled = static_cast<double>(lane(released.cancelled_km2, i));
      double const reduced = static_cast<double>(lane(released.reduced_km2, i));
      double const cleared = static_cast<double>(lane(released.cleared_km2, i));
      sums[i] += cancelled + reduced + cleared;
    }
  }

  void counted(std::size_t, int, OptionalParts<R> const&) {}

  void ended(Batch<R> const& batch) {
    auto const by = static_cast<ScalarOf<R>>(question_.by - plan_.world.origin);
    for (std::size_t k = 0; k < plan_.affected; ++k) {
      for (int i = 0; i < active_; ++i) {
        if (lane(batch.completed_at[k], i) > by) continue;
        ++out_.complete.data()[place_ + static_cast<std::size_t>(i)];
        if (question_.country.has_value() && *question_.country == k) {
          out_.country_complete.data()[place_ + static_cast<std::size_t>(i)] = 1;
        }
      }
    }
  }

 private:
  Plan const& plan_;
  OutcomeQuestion const& question_;
  std::size_t place_;
  int active_;
  TrajectoryOutcomes& out_;
};

/// Runs a chunk batch by batch.
template <class R>
void note_outcomes(Plan const& plan, OutcomeQuestion const& question, Range chunk,
                   std::uint64_t first, TrajectoryOutcomes& out) {
  Batch<R> batch(plan);
  for (std::uint64_t done = 0; done < chunk.count; done += lanes_in<R>) {
    std::uint64_t const left = chunk.count - done;
    int const active = left < lanes_in<R> ? static_cast<int>(left) : lanes_in<R>;
    auto const place = static_cast<std::size_t>(chunk.first - first + done);
    OutcomeRecorder<R> recorder(plan, question, place, active, out);
    simulate_batch(batch, chunk.first + done, recorder);
  }
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
