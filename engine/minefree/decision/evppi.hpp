#pragma once

#include <minefree/decision/estimate.hpp>
#include <minefree/decision/smooth_regression.hpp>

namespace minefree {

/// Expected value of perfect information on parameters (EVPPI), in the unit of the payoffs: what
/// one gains on average by knowing them before choosing the action with the larger payoff; 0 or
/// more. `payoffs` holds a column for each action, a row for each trajectory. Each action's
/// difference from the first is regressed on the parameters (Strong, Oakley and Brennan 2014); the
/// error is the jackknife over the groups of rows.
Estimate evppi(std::span<SampleColumn const> payoffs, std::span<SampleColumn const> parameters,
               std::span<int const> groups, Smoothness const& = {});

/// Share of the variance of a result that parameters explain by themselves, 0..1; measured on
/// groups of rows that the regression had not seen.
Estimate explained_share(SampleColumn result, std::span<SampleColumn const> parameters,
                         std::span<int const> groups);

/// Standard error of a mean over rows of which those of a group need not be independent.
Estimate mean_by_groups(SampleColumn values, std::span<int const> groups);

}  // namespace minefree
