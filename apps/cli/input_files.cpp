#include "input_files.hpp"

#include <filesystem>
#include <system_error>

#include <minefree/config/disk.hpp>

#include "caller.hpp"

namespace minefree::cli {

namespace fs = std::filesystem;

config::Files input_files() { return config::disk_files(); }

std::string scenario_library() {
  if (caller()) return caller()->scenario_library;
  std::error_code error;
  auto const program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  for (auto folder = program.parent_path(); folder != folder.parent_path();
       folder = folder.parent_path()) {
    for (auto const* const name : {"scenarios", "share/minefree/scenarios"}) {
      if (fs::exists(folder / name / "data" / "sources.csv", error))
        return (folder / name).string();
    }
  }
  return {};
}

}  // namespace minefree::cli
