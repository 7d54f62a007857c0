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

/// How exactly the day of an event is known; the date is then the last day that it can have been.
enum class KnownTo { day, month, year };

/// A declaration of completion. It holds until mined areas are known again; then the state is
/// affected anew, and a deadline that was met by it stays met.
struct Declaration {
  Date date{};
  KnownTo known_to = KnownTo::day;
  std::optional<int> affected_again;  // year in which mined areas were reported again
  Citation source;
};

/// The state's standing under the Anti-Personnel Mine Ban Convention.
struct Treaty {
  bool party = false;
  std::optional<Date> entry_into_force;
  std::optional<Date> deadline;            // given directly: no vintage applies
  std::vector<GrantedDeadline> deadlines;  // oldest first
  std::vector<Declaration> declarations;   // oldest first; that of the status need not be here
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
