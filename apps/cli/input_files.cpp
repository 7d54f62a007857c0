#include "input_files.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <minefree/config/disk.hpp>

#include "caller.hpp"

namespace minefree::cli {
namespace {

namespace fs = std::filesystem;

thread_local std::uint64_t digest = 0;

void add_to_digest(std::optional<std::string> const& bytes) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
  std::uint64_t const of_file = bytes ? std::hash<std::string_view>{}(*bytes) : 1;
  digest = (digest + of_file) * odd + 1;
}

}  // namespace

config::Files input_files() {
  auto files = config::disk_files();
  files.read = [read = std::move(files.read)](std::string const& path) {
    auto bytes = read(path);
    add_to_digest(bytes);
    return bytes;
  };
  return files;
}

std::uint64_t digest_of_input() { return digest; }

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
