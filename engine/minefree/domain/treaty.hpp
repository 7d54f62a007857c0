#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/base/date.hpp>

namespace minefree {

/// Where a row of figures was read. `published` is the latest year of its sources, which decides
/// from which origin on it may be used; 0 for figures a user gives, which are always known.
struct Citation {
  std::vector<std::string> ids;
  int published = 0;
  std::string reason;  // one line: why this figure and not another
};

/// An Article 5 deadline and the year in which it was set or granted.
struct GrantedDeadline {
  Date date{};
  int granted = 0;
  Citation source;
};

/// The state's standing under the Anti-Personnel Mine Ban Convention.
struct Treaty {
  bool party = false;
  std::optional<Date> entry_into_force;
  std::optional<Date> deadline;            // given directly: no vintage applies
  std::vector<GrantedDeadline> deadlines;  // oldest first
};

/// The Article 5 deadline in force as known at the meetings of `origin + 1`; none for a state not
/// party.
std::optional<Date> deadline_known_at(Treaty const&, int origin);

/// The state's own plan: a stated completion date and yearly output, as published in one year.
struct OwnPlan {
  int published = 0;
  std::optional<Date> stated_completion;
  std::optional<double> planned_km2_per_year;
  std::optional<double> cost_musd;
  Citation source;
};

}  // namespace minefree
