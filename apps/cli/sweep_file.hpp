#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace minefree::cli {

/// What the file of a sweep must hold from its first row on.
struct ExpectedRows {
  std::string header;  // with its line feed
  std::uint64_t count = 0;
  /// How row k begins, up to its results.
  std::function<std::string(std::uint64_t row)> start;
  /// Told of each whole row that is there.
  std::function<void(std::string const& line)> found;
};

/// The rows of a sweep on disk. While it lives, no other process adds to them; a process that is
/// killed leaves whole rows, and at most one that is cut off, which the next removes.
class SweepFile {
 public:
  /// Opens the file, or makes it, and keeps the rows that are there. Nothing when that failed or
  /// the rows are another sweep's, which has been said.
  static std::optional<SweepFile> open(std::string path, ExpectedRows const& expected);
  ~SweepFile();
  SweepFile(SweepFile&&) noexcept;
  SweepFile& operator=(SweepFile&&) = delete;

  std::uint64_t rows() const { return rows_; }
  /// Adds whole rows. False when the disk is full, which has been said; what was there stays.
  bool add(std::string const& lines);

 private:
  explicit SweepFile(std::string path) : path_(std::move(path)) {}
  bool lock();
  bool take(ExpectedRows const& expected);

  std::string path_;
  int descriptor_ = -1;
  std::uint64_t rows_ = 0;
};

/// The description of a sweep beside its rows: written when it is not there yet. False when it is
/// that of another sweep, or cannot be written, which has been said.
bool keep_description(std::string const& folder, std::string const& text);

}  // namespace minefree::cli
