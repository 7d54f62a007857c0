#pragma once

#include <string>
#include <vector>

namespace minefree::cli {

// Of several processes that run one command together, one writes; for the others writing succeeds
// and does nothing.

/// A file of results, before it is written.
struct ResultFile {
  std::string name;
  std::string text;
};

/// False where another process writes the same files: then nothing is written here.
bool is_the_one_that_writes();

/// Writes all files into a folder, which appears with all of them or not at all: they are written
/// under a temporary name beside it, which is then renamed. Into a folder that holds files already,
/// each is renamed once all are written, the last of the list last, and those of an earlier result
/// that this one has not (`stale`) are removed. False when it failed, which has been said, and
/// nothing half-written is left.
bool write_folder(std::string const& folder, std::vector<ResultFile> const& files,
                  std::vector<std::string> const& stale = {});

/// Writes a file that is not there yet, whole or not at all. False when it failed, which has been
/// said; one that is there is left as it is.
bool write_new_file(std::string const& path, std::string const& text);

/// Writes a file in place of one that may be there, whole or not at all. False when it failed,
/// which has been said.
bool replace_file(std::string const& path, std::string const& text);

}  // namespace minefree::cli
