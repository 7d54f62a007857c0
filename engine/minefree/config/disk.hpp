#pragma once

#include <minefree/config/files.hpp>

namespace minefree::config {

/// The files of this machine, as YAML. Not for the page, which has neither.
Files disk_files();

}  // namespace minefree::config
