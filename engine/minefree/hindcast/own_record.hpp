#pragma once

#include <array>

#include <minefree/hindcast/distribution.hpp>
#include <minefree/hindcast/simple_forecasts.hpp>

namespace minefree::hindcast {

/// The horizons at which quantities are scored, years.
inline constexpr std::array scored_horizons{1, 3, 5};

/// A forecast from one state's record alone, with a spread of its own. Empty parts: the record does
/// not carry them.
struct OwnRecordForecast {
  std::array<Distribution, scored_horizons.size()> stock, release;
  Distribution date;  // decimal years
};

/// A straight line through the recorded stocks of the last ten years (three at least), with its
/// residuals drawn anew.
OwnRecordForecast linear_trend(StateData const&, KnownRecord const&);

/// A renewal process of this state alone, pooled with no other: each year releases what one of its
/// own reported years did (two at least, of the last ten), until nothing is left.
OwnRecordForecast unpooled_renewal(StateData const&, KnownRecord const&);

}  // namespace minefree::hindcast
