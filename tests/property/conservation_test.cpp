// No land appears or vanishes: land at the start and new mines are what is left and what was
// released, in every trajectory and year.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include <support/random_scenario.hpp>
#include <support/simulate.hpp>

namespace minefree {
namespace {

using testing::random_scenario;

/// Two accounts for each country and trajectory, kept in double: of the land on record, and of all
/// mined or suspected land.
template <class R>
class Ledger {
 public:
  explicit Ledger(Plan const& plan) : accounts_(plan.countries.size() * numeric::lanes_in<R>) {}

  void started(std::size_t country, model::CountryState<R> const& state) {
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      double const undiscovered = at(state.land.undiscovered_km2, i);
      double const known = known_land(state, i);
      account(country, i) = {
          .known = known, .all = known + undiscovered, .scale = known + undiscovered};
    }
  }

  void counted(std::size_t, int, model::OptionalParts<R> const&) {}

  void lived(std::size_t country, int, model::CountryState<R> const& state,
             model::Released<R> const& flows) {
    for (int i = 0; i < numeric::lanes_in<R>; ++i) {
      Account& kept = account(country, i);
      double const released =
          at(flows.cancelled_km2, i) + at(flows.reduced_km2, i) + at(flows.cleared_km2, i);
      kept.known += at(flows.discovered_km2, i) - released;
      kept.all += at(flows.newly_mined_km2, i) - released;
      kept.scale += at(flows.newly_mined_km2, i);
      double const left = known_land(state, i);
      double const all_left = left + at(state.land.undiscovered_km2, i);
      double const gap = std::max(std::abs(kept.known - left), std::abs(kept.all - all_left));
      largest_error = std::max(largest_error, gap / kept.scale);
      ++years_checked;
    }
  }

  void ended(model::Batch<R> const&) {}

  double largest_error = 0;  // relative to all land that there ever was
  std::uint64_t years_checked = 0;

 private:
  struct Account {
    double known, all, scale;
  };

  static double at(R value, int i) { return static_cast<double>(numeric::lane(value, i)); }
  static double known_land(model::CountryState<R> const& state, int i) {
    return at(state.land.suspected_km2, i) + at(state.land.confirmed_km2, i);
  }
  Account& account(std::size_t country, int i) {
    return accounts_[country * numeric::lanes_in<R> + static_cast<std::size_t>(i)];
  }

  std::vector<Account> accounts_;
};

template <class R>
void expect_land_is_conserved(std::uint64_t seed, double tolerance) {
  SCOPED_TRACE(seed);
  Plan const plan = make_plan(random_scenario(seed, testing::Money::shared));
  Ledger<R> ledger(plan);
  testing::simulate<R>(plan, {.first = 0, .count = 32}, ledger);
  EXPECT_GE(ledger.years_checked, 32u * 2 * 8);
  EXPECT_LT(ledger.largest_error, tolerance);
}

TEST(Conservation, land_at_the_start_and_new_mines_are_left_or_released_in_lanes) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    expect_land_is_conserved<numeric::Lanes<8>>(seed, 1e-5);
}

TEST(Conservation, land_at_the_start_and_new_mines_are_left_or_released_in_double) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) expect_land_is_conserved<double>(seed, 1e-12);
}

TEST(Conservation, the_sums_of_a_run_balance_as_well) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    Plan const plan = make_plan(random_scenario(seed));
    Ensemble const ensemble = run(plan, {.first = 0, .count = 64});
    for (StateCounts const& state : ensemble.states) {
      std::int64_t balance_m2 = state.initial_confirmed_m2 + state.initial_suspected_m2;
      for (std::size_t year = 0; year < state.remaining_m2.size(); ++year) {
        balance_m2 += state.discovered_m2[year] - state.cancelled_m2[year] -
                      state.reduced_m2[year] - state.cleared_m2[year];
        // Each of five figures a trajectory and year is rounded to a square metre, and floats to
        // 6e-8.
        double const rounding_m2 = 64.0 * 3 * static_cast<double>(year + 1);
        double const scale_m2 = static_cast<double>(state.initial_confirmed_m2 +
                                                    state.initial_suspected_m2 + balance_m2);
        EXPECT_NEAR(static_cast<double>(balance_m2), static_cast<double>(state.remaining_m2[year]),
                    rounding_m2 + 1e-5 * scale_m2);
      }
    }
  }
}

}  // namespace
}  // namespace minefree
