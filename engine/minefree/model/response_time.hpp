#pragma once

#include <minefree/model/work.hpp>

namespace minefree::model {
inline namespace MINEFREE_INSTRUCTION_SET {

/// Share of arrivals that find all of m servers busy and nobody waiting room, from the share for m
/// - 1 (Erlang B).
template <class R>
R next_blocked_share(R blocked_share, int servers, R load) {
  return load * blocked_share / (broadcast<R>(servers) + load * blocked_share);
}

/// Share of tasks that wait at all (Erlang C), from the blocked share; one when the load is too
/// much.
template <class R>
R waiting_share(R blocked_share, int servers, R load) {
  R const m = broadcast<R>(servers);
  R const waiting = m * blocked_share / max(m - load * (1 - blocked_share), broadcast<R>(tiny));
  return select(load < m, waiting, broadcast<R>(1));
}

/// Share of tasks that wait longer than some years, in a queue with Poisson arrivals and
/// exponential service (M/M/m).
template <class R>
R late_share(R waiting, int servers, R tasks_per_year, R tasks_per_team_year, R years) {
  R const spare =
      max(broadcast<R>(servers) * tasks_per_team_year - tasks_per_year, broadcast<R>(0));
  return waiting * exp(-spare * years);
}

}  // namespace MINEFREE_INSTRUCTION_SET
}  // namespace minefree::model
