#include "results.hpp"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include "caller.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

namespace fs = std::filesystem;

/// A folder under a name that nobody asked for; removed unless it was renamed.
class TemporaryFolder {
 public:
  TemporaryFolder(fs::path path, std::error_code& error) : path_(std::move(path)) {
    fs::remove_all(path_, error);
    fs::create_directories(path_, error);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

  fs::path const& path() const { return path_; }

 private:
  fs::path path_;
};

bool write_file(fs::path const& path, std::string const& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  return !file.fail();
}

bool failed(fs::path const& path, std::string const& why) {
  say(fmt::format("minefree: cannot write {}: {}\n", path.string(), why));
  return false;
}

/// A name that no other process takes, on no other machine that shares the disk.
fs::path temporary_beside(fs::path const& target) {
  std::array<char, 65> host{};
  ::gethostname(host.data(), host.size() - 1);
  return target.parent_path() /
         fmt::format(".{}.partial-{}-{}", target.filename().string(), host.data(), ::getpid());
}

constexpr auto cannot_write = "is its folder there, and has the disk room?";

bool rename_each(fs::path const& from, fs::path const& to, std::vector<ResultFile> const& files) {
  for (auto const& file : files) {
    std::error_code error;
    fs::rename(from / file.name, to / file.name, error);
    if (error) return failed(to / file.name, error.message());
  }
  return true;
}

}  // namespace

bool is_the_one_that_writes() { return !caller() || caller()->writes_results; }

bool write_folder(std::string const& folder, std::vector<ResultFile> const& files,
                  std::vector<std::string> const& stale) {
  if (!is_the_one_that_writes()) return true;
  std::error_code error;
  auto target = fs::absolute(folder, error).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  if (fs::exists(target, error) && !fs::is_directory(target, error)) {
    return failed(target, "it is a file; name a folder");
  }

  TemporaryFolder const temporary(temporary_beside(target), error);
  if (error) return failed(temporary.path(), error.message());
  for (auto const& file : files) {
    if (!write_file(temporary.path() / file.name, file.text)) {
      return failed(temporary.path() / file.name, "the disk is full or went away");
    }
  }

  // A new or empty folder appears at once; other files in a folder that is there are left alone.
  bool const in_use = fs::is_directory(target, error) && !fs::is_empty(target, error);
  if (in_use) {
    for (auto const& name_of_stale : stale) fs::remove(target / name_of_stale, error);
    return rename_each(temporary.path(), target, files);
  }
  fs::rename(temporary.path(), target, error);
  return !error || failed(target, error.message());
}

bool write_new_file(std::string const& path, std::string const& text) {
  if (!is_the_one_that_writes()) return true;
  std::error_code error;
  auto const target = fs::absolute(path, error).lexically_normal();
  auto const temporary = temporary_beside(target);
  bool const written = write_file(temporary, text);
  // A hard link never replaces what is there, not even what came in the meantime.
  if (written) fs::create_hard_link(temporary, target, error);
  std::error_code ignored;
  fs::remove(temporary, ignored);
  if (!written) return failed(target, cannot_write);
  if (error == std::errc::file_exists) return failed(target, "it is there already");
  return !error || failed(target, error.message());
}

bool replace_file(std::string const& path, std::string const& text) {
  if (!is_the_one_that_writes()) return true;
  std::error_code error;
  auto const target = fs::absolute(path, error).lexically_normal();
  auto const temporary = temporary_beside(target);
  bool const written = write_file(temporary, text);
  if (written) fs::rename(temporary, target, error);
  if (written && !error) return true;
  auto const why = written ? error.message() : std::string(cannot_write);
  fs::remove(temporary, error);
  return failed(target, why);
}

}  // namespace minefree::cli
