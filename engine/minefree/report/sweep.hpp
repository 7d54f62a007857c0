#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <minefree/decision/sweep_spread.hpp>
#include <minefree/domain/provenance.hpp>
#include <minefree/domain/sweep.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// The names of a sweep's columns with a line feed: `point`, the parameters, and for each output
/// its value from all futures and from each half of them (`_half_1`, `_half_2`).
std::string sweep_header(Sweep const&);

/// The start of a point's row, up to and with its parameters; what a row on disk is known by.
std::string sweep_point(std::uint64_t point, std::vector<double> const& values);

/// A whole row with its line feed.
std::string sweep_line(std::uint64_t point, std::vector<double> const& values,
                       std::span<double const> outputs);

/// What was swept, for whoever reads the rows: design, parameters with their ends, outputs.
std::string sweep_json(Sweep const&, Provenance const&, std::uint64_t points);

/// What a sweep found, for people, and how to go on.
std::string to_table(Sweep const&, std::vector<OutputSpread> const&, std::uint64_t points,
                     std::string const& csv, TableStyle const&);

}  // namespace minefree::report
