#pragma once

#include <minefree/ensemble/ensemble.hpp>
#include <minefree/ensemble/run.hpp>

namespace minefree::bench {

/// The naive peer: counts what the engine counts, from random numbers of its own.
Ensemble run_naive(Plan const& plan, Range range);

}  // namespace minefree::bench
