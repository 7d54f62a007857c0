#include <minefree/ensemble/futures.hpp>

#include <minefree/ensemble/batch.hpp>

namespace minefree {

namespace {

/// Keeps every year of one trajectory.
class Diary {
 public:
  Diary(Plan const& plan, std::uint64_t trajectory, std::vector<FutureYear>& out)
      : plan_(plan), trajectory_(trajectory), out_(out) {}

  void started(std::size_t, model::CountryState<double> const&) {}

  void lived(std::size_t country, int year, model::CountryState<double> const& state,
             model::Released<double> const& released) {
    out_.push_back({.trajectory = trajectory_,
                    .country = country,
                    .year = plan_.world.origin + 1 + year,
                    .regime = static_cast<int>(state.security.regime),
                    .confirmed_km2 = state.land.confirmed_km2,
                    .suspected_km2 = state.land.suspected_km2,
                    .undiscovered_km2 = state.land.undiscovered_km2,
                    .cancelled_km2 = released.cancelled_km2,
                    .reduced_km2 = released.reduced_km2,
                    .cleared_km2 = released.cleared_km2,
                    .discovered_km2 = released.discovered_km2,
                    .funding_musd = state.money.funding_musd});
  }

  void counted(std::size_t, int, model::OptionalParts<double> const&) {}
  void ended(model::Batch<double> const&) {}

 private:
  Plan const& plan_;
  std::uint64_t trajectory_;
  std::vector<FutureYear>& out_;
};

}  // namespace

std::vector<FutureYear> live_futures(Plan const& plan, Range range) {
  std::vector<FutureYear> futures;
  model::Batch<double> batch(plan);
  for (std::uint64_t done = 0; done < range.count; ++done) {
    Diary diary(plan, range.first + done, futures);
    model::simulate_batch(batch, range.first + done, diary);
  }
  return futures;
}

}  // namespace minefree
