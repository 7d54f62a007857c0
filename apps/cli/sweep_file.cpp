#include "sweep_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "results.hpp"
#include "terminal.hpp"

namespace minefree::cli {

namespace {

namespace fs = std::filesystem;

bool failed(std::string const& path, std::string const& why) {
  say(fmt::format("minefree: {}: {}\n", path, why));
  return false;
}

std::string reason() { return std::strerror(errno); }

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Rows of a sweep, whole or of a part.
bool holds_rows(std::string const& folder) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    auto const name = entry->path().filename().string();
    if (name.starts_with("sweep") && name.ends_with(".csv")) return true;
  }
  return false;
}

}  // namespace

SweepFile::SweepFile(SweepFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      rows_(other.rows_) {}

SweepFile::~SweepFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<SweepFile> SweepFile::open(std::string path, ExpectedRows const& expected) {
  SweepFile file(std::move(path));
  if (!file.lock() || !file.take(expected)) return std::nullopt;
  return file;
}

bool SweepFile::lock() {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) return failed(path_, "cannot be opened: " + reason());
  // Some file systems of clusters know no locks; the run goes on without one there.
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return true;
  return failed(path_, "another process is adding to it. Wait for it, or use another --out.");
}

bool SweepFile::take(ExpectedRows const& expected) {
  std::ifstream file(path_, std::ios::binary);
  std::uint64_t whole_bytes = 0;
  std::string line;
  bool header_is_there = false;
  while (std::getline(file, line) && !file.eof()) {  // a last line without its end is cut off
    line += '\n';
    bool const fits = header_is_there
                          ? rows_ < expected.count && line.starts_with(expected.start(rows_) + ',')
                          : line == expected.header;
    if (!fits) {
      return failed(path_, fmt::format("line {} is not of this sweep. Use another --out, or remove "
                                       "the file.",
                                       header_is_there ? rows_ + 2 : 1));
    }
    whole_bytes += line.size();
    if (std::exchange(header_is_there, true)) {
      ++rows_;
      expected.found(line);
    }
  }
  if (::ftruncate(descriptor_, static_cast<::off_t>(whole_bytes)) != 0 ||
      ::lseek(descriptor_, 0, SEEK_END) < 0) {
    return failed(path_, "cannot be written: " + reason());
  }
  return header_is_there || add(expected.header);
}

bool SweepFile::add(std::string const& lines) {
  auto const before = ::lseek(descriptor_, 0, SEEK_CUR);
  if (write_all(descriptor_, lines)) return true;
  auto const why = reason();
  // A row that is cut off is removed at once where that is still possible, else by the next run.
  if (before >= 0 && ::ftruncate(descriptor_, before) == 0) ::lseek(descriptor_, before, SEEK_SET);
  return failed(path_, fmt::format("cannot be written: {}. The rows before are kept; run the same "
                                   "command to go on.",
                                   why));
}

bool keep_description(std::string const& folder, std::string const& text) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return failed(folder, "cannot be made: " + error.message());
  auto const path = (fs::path(folder) / "sweep.json").string();
  if (!fs::exists(path, error)) {
    if (holds_rows(folder)) {
      return failed(folder,
                    "it holds rows, and no sweep.json that says what they are. Put it back, "
                    "or use another --out.");
    }
    if (!replace_file(path, text)) return false;
  }
  std::ifstream file(path, std::ios::binary);
  std::string const there{std::istreambuf_iterator<char>(file), {}};
  if (there == text) return true;
  return failed(path,
                "it is of another sweep: another study, data, version or option. Use another "
                "--out, or remove the folder.");
}

}  // namespace minefree::cli
