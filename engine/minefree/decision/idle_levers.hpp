#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/decision/compare.hpp>

namespace minefree {

/// A lever of a scenario without which every future would be the same.
struct IdleLever {
  std::string key;  // `funding.donors.LUX`
  std::string why;  // empty when it is not known
};

/// The lever that a key of a scenario belongs to: `state_overrides.NGA` of
/// `state_overrides.NGA.confirmed_km2`. Nothing for keys that are no levers.
std::optional<std::string> lever_of(std::string_view path);

/// A scenario in which one lever is as the base has it, or gone where the base has none.
Scenario with_lever_of_base(Scenario other, Scenario const& base, std::string const& lever);

/// Which of the levers, all of them other than in the base, change nothing. Each is taken back in
/// turn: equal plans give equal futures, and where plans differ, futures are compared until one
/// differs.
std::vector<IdleLever> idle_levers(Scenario const& base, ComparedSide other,
                                   std::vector<std::string> const& levers);

}  // namespace minefree
