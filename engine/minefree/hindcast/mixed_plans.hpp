#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/ensemble/plan.hpp>

namespace minefree::hindcast {

// Between a forecast of then and one of now lie several inputs. They are exchanged one at a time;
// how much of a movement each takes depends on the order, which is this one.

enum class Step {
  engine,      // the same forecast made again: the program, and figures of then corrected since
  time,        // the origin moves on; the stock is where the middle of the forecast had put it
  release,     // released since, against the forecast
  area,        // what else the reported stock differs by: new areas, surveys, corrections
  kind,        // how much of it is confirmed and how much suspected
  hidden,      // what is thought to lie in no record yet
  money,       // funding known since, and what the scenario supposes of it
  parameters,  // all that is left: capacity and shares from newer reports, calibration, security
};
inline constexpr std::array all_steps{Step::engine, Step::time,   Step::release, Step::area,
                                      Step::kind,   Step::hidden, Step::money,   Step::parameters};
/// The steps between the earlier plan made again and the later plan itself.
inline constexpr std::size_t steps_between = all_steps.size() - 2;
std::string_view name_of(Step);

/// The stock of a state at the end of the year of its newest report, as it was forecast and as it
/// came.
struct StockMovement {
  std::string state;
  int year = 0;
  double forecast_km2 = 0;          // mean of the middle fifth of the futures
  double forecast_release_km2 = 0;  // mean of the years since the origin whose release is reported
  double reported_release_km2 = 0;  // of the same years
  int years_reported = 0;           // how many these are
  int years_since = 0;              // of so many
  double reported_km2 = 0;

  /// The stock after that release alone; the rest of the way to the report is new area.
  double after_release_km2() const;
};

/// Two scenarios of the same question, of an earlier and a later origin.
struct TwoVintages {
  Scenario const& earlier;
  Scenario const& later;
};

/// Plans of the earlier scenario, of each exchange on the way from `time` to `money`, and of the
/// later scenario.
struct MixedPlans {
  Plan earlier;
  std::array<Plan, steps_between> between;
  Plan later;
  std::vector<StockMovement> stocks;  // of the states that all of them hold
  /// States with a date at both origins that cannot be exchanged, and why.
  std::vector<std::pair<std::string, std::string>> left_out;
};

/// Nothing is simulated but a few futures of the earlier plan, which tell where the middle of its
/// stock is, how it is split and what is left undiscovered beside it.
MixedPlans mixed_plans(TwoVintages const&);

}  // namespace minefree::hindcast
