#pragma once

#include <optional>
#include <string>

#include <minefree/base/date.hpp>

namespace minefree {

/// What analysts thought of a state's chance to keep its deadline.
enum class DeadlineCall { on_track, not_on_track, unclear };
/// How likely they thought completion by the end of 2025.
enum class LikelihoodCall { high, medium, low };

/// A published judgement of Mine Action Review or Landmine Monitor. Known from the year of its
/// edition on.
struct AnalystCall {
  std::string state;
  int edition = 0;
  std::string publisher;
  std::optional<Date> deadline;
  std::optional<DeadlineCall> on_deadline;
  std::optional<LikelihoodCall> on_2025;
};

}  // namespace minefree
