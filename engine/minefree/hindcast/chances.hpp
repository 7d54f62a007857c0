#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/analyst_call.hpp>
#include <minefree/hindcast/vintage.hpp>

namespace minefree::hindcast {

/// How often something came true, of the cases whose outcome was known.
struct Frequency {
  int came = 0;
  int of = 0;
  /// Mean under Jeffreys' prior: half a case each way.
  double probability() const { return (came + 0.5) / (of + 1); }
};

/// Deadlines of all states that fell due by the origin, and how many were met as known then: the
/// reference class of a deadline. An extension asked before the day does not save the old deadline.
Frequency deadlines_met_by(std::vector<StateData> const&, int origin);

/// The newest call on a state's present deadline that was out at the origin; nothing without one
/// that says on track or not.
std::optional<DeadlineCall> call_known_at(std::vector<AnalystCall> const&, StateData const&,
                                          int origin);

/// How often deadlines were met that had been called so, of those fallen due by the origin. Several
/// editions on one deadline count once, with the first call.
Frequency met_when_called(DeadlineCall, std::vector<AnalystCall> const&,
                          std::vector<StateData> const&, int origin);

}  // namespace minefree::hindcast
