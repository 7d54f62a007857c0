#pragma once

#include <string>

namespace minefree::config {

/// The JSON Schema (draft-07) of scenario files, made from the declarations that read them. Editors
/// complete and check keys with it. Ends with a line feed.
std::string scenario_schema();

/// The same of state files.
std::string state_schema();

/// The same of studies.
std::string study_schema();

/// The same of sweeps.
std::string sweep_schema();

}  // namespace minefree::config
