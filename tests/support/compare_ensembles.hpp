#pragma once

#include <string>

#include <gtest/gtest.h>

#include <minefree/ensemble/ensemble.hpp>

namespace minefree::testing {

/// Passes when every count and sum of both is equal; else names the first that differs.
::testing::AssertionResult same_counts(Ensemble const&, Ensemble const&);
::testing::AssertionResult same_counts(StateCounts const&, StateCounts const&);
::testing::AssertionResult same_counts(PairedEnsemble const&, PairedEnsemble const&);

/// Optional parts apart.
::testing::AssertionResult same_dates_and_money(StateCounts const&, StateCounts const&);

/// Money apart: what a lever may change when funding has no effect on clearance.
::testing::AssertionResult same_but_for_money(Ensemble const&, Ensemble const&);

}  // namespace minefree::testing
