#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace minefree {

/// A spot in an input file; lines and columns count from 1, and column counts characters.
/// Line 0 means the file as a whole. Copies share the file's name.
struct Place {
  std::shared_ptr<std::string const> file;
  int line = 0;
  int column = 0;

  /// The whole of a file.
  static Place whole(std::string file_name) {
    return {std::make_shared<std::string const>(std::move(file_name)), 0, 0};
  }
};

/// One thing that is wrong in an input file: where, and in `what` one text that says what is wrong,
/// why, and how to go on.
struct Problem {
  std::string file;
  int line = 0;
  int column = 0;
  std::string what;

  friend auto operator<=>(Problem const&, Problem const&) = default;
};

/// All problems of an input. Readers go on after the first, so that a user sees every one at once.
class Problems {
 public:
  void add(Place const& place, std::string what);
  void add(Problem problem);
  void add_all(Problems const& others);

  bool empty() const { return all_.empty(); }
  std::size_t count() const { return all_.size(); }

  /// By file, line and column; a problem found twice is there once.
  std::vector<Problem> sorted() const;

  /// One line a problem, `file:line:column: what`, then `3 problems in FILE; nothing was run.`
  /// Ends with a line feed. Empty when there are no problems.
  std::string text() const;

 private:
  std::vector<Problem> all_;
};

/// `file:line:column: what`, without a line feed; `file: what` for a problem of a whole file.
std::string to_text(Problem const& problem);

/// What a reader gives: a value, or all problems. There is a value exactly if there are no
/// problems.
template <class T>
struct Outcome {
  std::optional<T> value;
  Problems problems;

  explicit operator bool() const { return value.has_value(); }
  T const& operator*() const { return *value; }
  T const* operator->() const { return &*value; }
};

}  // namespace minefree
