#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/config/memory.hpp>
#include <minefree/config/tree.hpp>

namespace minefree::config {

/// Files that people write are refused unread when they are longer.
inline constexpr std::size_t most_bytes_of_a_file = std::size_t{8} << 20U;
/// So are tables.
inline constexpr std::size_t most_bytes_of_a_table = std::size_t{256} << 20U;

/// Which of the two holds for a file of that name.
std::size_t most_bytes_of(std::string_view path);

/// The bytes of a file, or nothing when it is not there. A file longer than `most_bytes_of` it may
/// be cut after one byte more.
using ReadFile = std::function<std::optional<std::string>(std::string const& path)>;

/// All that readers know of the world outside: the program gives the disk and YAML, the page what
/// it fetched and JSON, a test its own map.
struct Files {
  ReadFile read;
  /// Names of the files in a folder, without the folder; empty when there is no such folder.
  std::function<std::vector<std::string>(std::string const& folder)> list;
  /// The tree of the bytes of a file of that name.
  std::function<Outcome<Tree>(std::string_view bytes, std::string const& file)> parse;
  std::shared_ptr<Memory> memory = {};  // of what was made of them; null where nothing is kept
};

/// The same files, each read, parsed and made into what it stands for once, however often it is
/// asked for. Of one thread. Files that are remembered already stay as they are.
Files remembered(Files);

/// What `make` makes of the bytes of a file, an optional T; null when the file is not there, or
/// when nothing came of it. Kept where files are remembered, unless there were problems.
template <class T, class Make>
std::shared_ptr<T const> made_of(std::string const& path, Files const& files, Problems& problems,
                                 Make make) {
  if (files.memory) {
    if (auto known = files.memory->find<T>(path)) return known;
  }
  auto const bytes = files.read(path);
  if (!bytes) return nullptr;
  auto const problems_before = problems.count();
  std::optional<T> value = make(std::string_view(*bytes));
  if (!value) return nullptr;
  auto made = std::make_shared<T const>(std::move(*value));
  if (files.memory && problems.count() == problems_before) files.memory->keep(path, made);
  return made;
}

// Paths are texts with '/', so that they work where there is no file system.

/// The folder of a file: `a/b` of `a/b/c.yaml`, and `` of `c.yaml`.
std::string folder_of(std::string_view path);
/// `folder/name`, with `.` and `..` resolved as far as the text allows; a name that starts with '/'
/// stands for itself.
std::string joined(std::string_view folder, std::string_view name);
/// The name of a file without folder and ending: `surge` of `scenarios/surge.yaml`.
std::string stem_of(std::string_view path);

}  // namespace minefree::config
