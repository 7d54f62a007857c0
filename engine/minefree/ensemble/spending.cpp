#include <minefree/ensemble/spending.hpp>

#include <algorithm>

#include <minefree/ensemble/batch.hpp>

namespace minefree {
namespace {

/// The part of a year that a state begins affected and works through, 0..1.
double affected_part(int year, model::Completion<double> const& completion) {
  if (!completion.finished) return 1;
  return std::clamp(completion.completed_at - year, 0.0, 1.0);
}

class SpendingRecorder {
 public:
  SpendingRecorder(std::size_t country, Spending& out) : country_(country), out_(out) {}

  void go_to(std::size_t future) { future_ = future; }
  void started(std::size_t, model::CountryState<double> const&) {}

  void lived(std::size_t k, int year, model::CountryState<double> const& state,
             model::Released<double> const&) {
    if (k != country_) return;
    double const taken_up_musd = state.money.funding_musd - state.money.unspent_musd;
    out_.musd[static_cast<std::size_t>(year) * out_.futures + future_] =
        taken_up_musd * affected_part(year, state.completion);
  }

  void counted(std::size_t, int, model::OptionalParts<double> const&) {}
  void ended(model::Batch<double> const&) {}

 private:
  std::size_t country_;
  Spending& out_;
  std::size_t future_ = 0;
};

}  // namespace

Spending spending_of(Plan const& plan, std::size_t country, Range range, std::stop_token stop) {
  Spending spending{.futures = static_cast<std::size_t>(range.count),
                    .first_year = plan.world.origin + 1,
                    .musd = {}};
  spending.musd.assign(static_cast<std::size_t>(plan.world.years) * spending.futures, 0);
  model::Batch<double> batch(plan);
  SpendingRecorder recorder(country, spending);
  for (std::uint64_t done = 0; done < range.count && !stop.stop_requested(); ++done) {
    recorder.go_to(static_cast<std::size_t>(done));
    model::simulate_batch(batch, range.first + done, recorder);
  }
  return spending;
}

}  // namespace minefree
