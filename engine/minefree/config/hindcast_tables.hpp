#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/domain/analyst_call.hpp>

namespace minefree::config {

/// A figure of the record for all states together, with the year it was published.
struct WorldFigure {
  int year = 0;
  double value = 0;
  int published = 0;
};

/// The judgements of data/calls.csv. Problems name their line.
std::vector<AnalystCall> calls_from_csv(std::string_view text, std::string const& file,
                                        Problems& problems);

/// One metric of the rows of data/annual.csv for the world. Rows that are approximate or disputed
/// are left out: they mix definitions. `source_years` tells when a source was published.
std::vector<WorldFigure> world_figures_from_csv(std::string_view text, std::string const& file,
                                                std::string_view metric,
                                                std::map<std::string, int> const& source_years,
                                                Problems& problems);

}  // namespace minefree::config
