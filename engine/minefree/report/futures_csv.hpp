#pragma once

#include <string>
#include <vector>

#include <minefree/ensemble/futures.hpp>

namespace minefree::report {

/// Single futures as CSV, one state in one year of one trajectory a row; areas at the end of the
/// year in km2, flows over it, money in million USD, regime 0 open, 1 restricted, 2 conflict.
std::string futures_csv(Plan const&, std::vector<FutureYear> const&);

}  // namespace minefree::report
