#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <minefree/base/problem.hpp>
#include <minefree/config/files.hpp>
#include <minefree/config/sources.hpp>
#include <minefree/domain/state_data.hpp>

namespace minefree::config {

/// Reads the file of one state, `.../states/AGO.yaml`. Its sources are those of `data/sources.csv`
/// beside the folder `states`.
Outcome<StateData> read_state(std::string const& path, Files const& files);

/// The same from bytes and sources that are already there; problems go to `problems`.
std::optional<StateData> read_state_text(std::string_view bytes, std::string const& path,
                                         Files const& files, Sources const& sources,
                                         Problems& problems);

}  // namespace minefree::config
