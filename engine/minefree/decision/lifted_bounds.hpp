#pragma once

#include <string_view>

#include <minefree/decision/added_money.hpp>

namespace minefree {

/// What may stand between a state and a date.
enum class Bound {
  money,       // the sum, or money moves nothing
  absorption,  // teams cannot take up money as fast as it comes
  access,      // fighting, or land that cannot be entered
  discovery,   // mined land that nobody knows of yet
};

/// `money`, `absorption`, `access`, `discovery`.
std::string_view name_of(Bound);

/// Supposes a bound away for one country, from the first simulated year through `last_year`:
/// absorption, teams grow with the money within the year; access, no fighting, no new mines and no
/// blocked land; discovery, no mined land outside the record. `money` changes nothing.
void lift(Bound, int last_year, Plan&, std::size_t country);

}  // namespace minefree
