#pragma once

#include <map>
#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>

namespace minefree::config {

/// Consumer prices by year: the columns year and us_cpi_u of data/deflator.csv. Problems name their
/// line.
std::map<int, double> price_index_from_csv(std::string_view text, std::string const& file,
                                           Problems& problems);

}  // namespace minefree::config
