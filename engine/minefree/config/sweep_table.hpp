#pragma once

#include <string>

#include <minefree/config/files.hpp>
#include <minefree/domain/sweep.hpp>

namespace minefree::config {

/// Reads the table that a sweep's design names, beside the sweep's own file: its rows in the order
/// of the parameters, the ends of those that give none, and its bytes into the hash of the study.
/// It may have more columns. `file` is the tree of the sweep.
void read_sweep_table(Tree const& file, std::string const& path, Files const&, Sweep&, Problems&);

}  // namespace minefree::config
