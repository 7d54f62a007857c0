#include <minefree/config/disk.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <minefree/config/yaml_tree.hpp>

namespace minefree::config {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_bytes(std::string const& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  auto const most_bytes = most_bytes_of(path);
  std::string bytes;
  std::string piece(std::size_t{1} << 16U, '\0');
  while (file && bytes.size() <= most_bytes) {
    auto const room = std::min(piece.size(), most_bytes + 1 - bytes.size());
    file.read(piece.data(), static_cast<std::streamsize>(room));
    bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  }
  return bytes;
}

std::vector<std::string> names_in(std::string const& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(folder.empty() ? "." : folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

Files disk_files() {
  return {.read = read_bytes,
          .list = names_in,
          .parse = [](std::string_view bytes, std::string const& file) {
            return parse_yaml(bytes, file);
          }};
}

}  // namespace minefree::config
