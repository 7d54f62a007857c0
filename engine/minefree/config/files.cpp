#include <minefree/config/files.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include <minefree/base/text.hpp>

namespace minefree::config {

Files remembered(Files files) {
  if (files.memory) return files;
  auto const bytes = std::make_shared<std::map<std::string, std::optional<std::string>>>();
  auto const trees = std::make_shared<std::map<std::string, Outcome<Tree>>>();
  auto read = [read_once = files.read, bytes](std::string const& path) {
    auto found = bytes->find(path);
    if (found == bytes->end()) found = bytes->emplace(path, read_once(path)).first;
    return found->second;
  };
  auto parse = [parse_once = files.parse, trees](std::string_view text, std::string const& file) {
    auto found = trees->find(file);
    if (found == trees->end()) found = trees->emplace(file, parse_once(text, file)).first;
    return found->second;
  };
  return {.read = std::move(read),
          .list = std::move(files.list),
          .parse = std::move(parse),
          .memory = std::make_shared<Memory>()};
}

std::size_t most_bytes_of(std::string_view path) {
  return path.ends_with(".csv") ? most_bytes_of_a_table : most_bytes_of_a_file;
}

std::string folder_of(std::string_view path) {
  auto const slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string joined(std::string_view folder, std::string_view name) {
  auto const path = name.starts_with('/') || folder.empty()
                        ? std::string(name)
                        : std::string(folder) + '/' + std::string(name);
  bool const absolute = path.starts_with('/');
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < path.size();) {
    auto const end = std::min(path.find('/', at), path.size());
    auto part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    bool const can_go_up = !parts.empty() && parts.back() != "..";
    if (part == ".." && can_go_up) {
      parts.pop_back();
    } else if (part != ".." || !absolute) {
      parts.push_back(std::move(part));
    }
  }
  return (absolute ? "/" : "") + join(parts, "/", "/");
}

std::string stem_of(std::string_view path) {
  auto const slash = path.rfind('/');
  auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  auto const dot = name.rfind('.');
  if (dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return std::string(name);
}

}  // namespace minefree::config
