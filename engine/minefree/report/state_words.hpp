#pragma once

#include <string>
#include <vector>

#include <minefree/domain/estimability.hpp>

namespace minefree::report {

/// Why a state gets no date: that it was declared complete by the origin, or the reasons why it
/// cannot be estimated. Empty for a state that gets one.
std::vector<std::string> reasons_of(StateData const&, KnownState const&);

/// What a projection rests on: `data`, `mixed` or `prior`.
std::string basis_text(ResultBasis);

/// `authority`, `access`, `survey`, `baseline`, `capacity`, in this order.
std::vector<std::string> words_of(std::vector<Need> const&);

/// The Article 5 deadline that holds in a scenario: the one it supposes, or the one known at its
/// origin.
std::optional<Date> deadline_in_force(Scenario const&, StateData const&);

}  // namespace minefree::report
