#include <minefree/hindcast/samples.hpp>

#include <algorithm>
#include <cstddef>

#include <minefree/ensemble/batch.hpp>

namespace minefree::hindcast {
namespace {

using model::Batch;
using model::CountryState;
using model::OptionalParts;
using model::Released;

/// The place of a horizon whose last year this is (years count from 0 for origin + 1).
std::ptrdiff_t horizon_ending_in(int year) {
  auto const found = std::ranges::find(scored_horizons, year + 1);
  return found == scored_horizons.end() ? -1 : found - scored_horizons.begin();
}

/// Keeps every trajectory's numbers, where the recorder of a run counts them.
class SampleRecorder {
 public:
  SampleRecorder(Plan const& plan, std::vector<StateSamples>& out)
      : plan_(plan), out_(out), released_(plan.countries.size()) {}

  void started(std::size_t k, CountryState<double> const&) { released_[k] = 0; }

  void lived(std::size_t k, int year, CountryState<double> const& state,
             Released<double> const& released) {
    released_[k] += released.cancelled_km2 + released.reduced_km2 + released.cleared_km2;
    auto const h = horizon_ending_in(year);
    if (h < 0) return;
    auto const place = static_cast<std::size_t>(h);
    out_[k].stock[place].push_back(state.land.suspected_km2 + state.land.confirmed_km2);
    out_[k].release[place].push_back(released_[k]);
  }

  void counted(std::size_t k, int year, OptionalParts<double> const& parts) {
    auto const h = horizon_ending_in(year);
    if (h < 0 || !plan_.countries[k].optional.casualties.asked) return;
    out_[k].casualties[static_cast<std::size_t>(h)].push_back(parts.casualties.casualties);
  }

  void ended(Batch<double> const& batch) {
    for (std::size_t k = 0; k < out_.size(); ++k) {
      auto const& completion = batch.states[k].completion;
      double const declared =
          completion.ever_declared ? completion.first_declared_at : model::never;
      out_[k].completed_at.push_back(decimal_year(batch.completed_at[k]));
      out_[k].declared_at.push_back(decimal_year(declared));
    }
  }

 private:
  double decimal_year(double years) const {
    if (!(years <= plan_.world.years)) return never;
    return plan_.world.origin + 1 + years;
  }

  Plan const& plan_;
  std::vector<StateSamples>& out_;
  std::vector<double> released_;  // of each country since the origin, in this trajectory
};

}  // namespace

std::vector<StateSamples> simulate_samples(Plan const& plan, Range range, std::stop_token stop) {
  std::vector<StateSamples> samples(plan.countries.size());
  Batch<double> batch(plan);
  SampleRecorder recorder(plan, samples);
  for (std::uint64_t done = 0; done < range.count && !stop.stop_requested(); ++done) {
    model::simulate_batch(batch, range.first + done, recorder);
  }
  return samples;
}

}  // namespace minefree::hindcast
