#pragma once

#include <minefree/domain/scenario.hpp>

namespace minefree::hindcast {

/// Doubles the spread of every uncertain parameter, on its log (or logit) scale: how much of a
/// result comes from the priors. Medians stay.
void double_the_spreads(Scenario&);

}  // namespace minefree::hindcast
