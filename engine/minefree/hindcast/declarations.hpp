#pragma once

#include <optional>
#include <vector>

#include <minefree/domain/state_data.hpp>

namespace minefree::hindcast {

// What was declared complete, and when that ceased to hold. A declaration is a public act: it is
// known from its day on, whatever the year of the source in which we read it.

/// All declarations of a state, oldest first, with the one of its status.
std::vector<Declaration> declarations_of(StateData const&);

/// The declaration that stands at the end of a year, if the state is complete then.
std::optional<Date> declared_at_end_of(StateData const&, int year);

/// The same at the end of the origin, as known a year later: what was found again by then counts.
std::optional<Date> declared_known_at(StateData const&, int origin);

/// The declaration that stands at the end of `last_truth_year`.
std::optional<Date> declared(StateData const&);

/// The first declaration after the origin, up to `last_truth_year`, whether it held or not.
std::optional<Date> first_declared_after(StateData const&, int origin);

/// Whether completion was declared by the deadline, as known at the end of `known_by`. Land found
/// after the declaration takes nothing back, but a deadline that was granted after such a find
/// needs a new declaration. Nothing where the day of the declaration is too vague to say.
std::optional<bool> deadline_met(StateData const&, Date const& deadline, int known_by);

}  // namespace minefree::hindcast
