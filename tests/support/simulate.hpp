#pragma once

// Runs trajectories past a recorder of the test's own, where `run` would only give counts.
#include <cstdint>

#include <minefree/ensemble/batch.hpp>
#include <minefree/ensemble/run.hpp>

namespace minefree::testing {

/// Every trajectory of a range, batch after batch, whole batches only. The recorder has `started`,
/// `lived` and `ended`, as model::simulate_batch calls them.
template <class R, class Recorder>
void simulate(Plan const& plan, Range range, Recorder& recorder) {
  model::Batch<R> batch(plan);
  for (std::uint64_t done = 0; done < range.count; done += numeric::lanes_in<R>) {
    model::simulate_batch(batch, range.first + done, recorder);
  }
}

/// A recorder to inherit from: sees everything and notes nothing.
template <class R>
struct Onlooker {
  void started(std::size_t, model::CountryState<R> const&) {}
  void lived(std::size_t, int, model::CountryState<R> const&, model::Released<R> const&) {}
  void counted(std::size_t, int, model::OptionalParts<R> const&) {}
  void ended(model::Batch<R> const&) {}
};

/// The published completion date of each country in each trajectory, years from the start of origin
/// + 1.
template <class R>
struct CompletionDates : Onlooker<R> {
  explicit CompletionDates(Plan const& plan) : of_country(plan.countries.size()) {}

  void ended(model::Batch<R> const& batch) {
    for (std::size_t k = 0; k < of_country.size(); ++k) {
      for (int i = 0; i < numeric::lanes_in<R>; ++i) {
        of_country[k].push_back(static_cast<double>(numeric::lane(batch.completed_at[k], i)));
      }
    }
  }

  std::vector<std::vector<double>> of_country;  // [country][trajectory]
};

}  // namespace minefree::testing
