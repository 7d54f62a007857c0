#pragma once

#include <minefree/config/numbers.hpp>
#include <minefree/config/sources.hpp>
#include <minefree/numeric/spread.hpp>

namespace minefree::config {

/// A value as a file gives it: certain or a spread, and where it comes from.
struct GivenSpread {
  numeric::Spread spread{};
  Citation source;
};

/// A number, a text with a unit, or {low, best, high, source, reason}: the 5 %, 50 % and 95 %
/// points. An uncertain positive value needs low above 0, an uncertain share needs low above 0 and
/// high below 1, since logarithms are taken. In a state file a plain number is refused: it has no
/// source.
Value<GivenSpread> given_spread(NumberRule const& rule, numeric::SpreadShape shape,
                                Sourcing sourcing);

/// The same without its source, for stocks given by hand.
Value<numeric::Spread> spread_alone(NumberRule const& rule, numeric::SpreadShape shape);

}  // namespace minefree::config
