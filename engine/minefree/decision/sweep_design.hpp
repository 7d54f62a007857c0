#pragma once

#include <vector>

#include <minefree/domain/sweep.hpp>

namespace minefree {

/// The points of a sweep in the order of its rows, each a value for every parameter; the same on
/// every machine. There must be no more than `most_points`.
///
/// sobol: for each of n base samples a row A, then for each parameter A with that parameter taken
/// from B, then B (A. Saltelli and others, 2010); A and B are the two halves of a Sobol sequence
/// of twice as many dimensions, moved by a random digital shift. morris: n paths over a grid of
/// `levels` (M. D. Morris, 1991): a random start, then one step of levels / (2 (levels - 1)) of
/// one parameter after the other in random order. lhs: each parameter falls once into each of n
/// equal parts of its range. grid: the last parameter runs fastest.
std::vector<std::vector<double>> points_of(Sweep const&);

}  // namespace minefree
