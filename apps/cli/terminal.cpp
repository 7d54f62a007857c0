#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>

#include <minefree/base/text.hpp>

#include "caller.hpp"

namespace minefree::cli {

namespace {

constexpr int usual_columns = 120;

/// 0, or the error number.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    auto const written = ::write(file, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

bool is_set(char const* name) {
  auto const* const value = std::getenv(name);
  return value && *value != '\0';
}

}  // namespace

bool print(std::string_view text) {
  if (caller()) {
    caller()->out += text;
    return true;
  }
  int const error = write_all(STDOUT_FILENO, text);
  if (error == 0 || error == EPIPE) return true;
  say(std::string("minefree: cannot write the results: ") + std::strerror(error) + "\n");
  return false;
}

void say(std::string_view text) {
  if (caller()) {
    caller()->err += text;
  } else {
    write_all(STDERR_FILENO, text);
  }
}

void say_problems(Problems const& problems) { say(problems.text()); }

void say_each(std::string_view word, Problems const& notes) {
  for (auto const& note : notes.sorted()) say(std::string(word) + ": " + to_text(note) + "\n");
}

bool stderr_is_terminal() {
  if (caller()) return false;
  auto const* const kind = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && kind && std::string_view(kind) != "dumb";
}

bool stdout_shows_colour() {
  if (caller()) return false;
  auto const* const kind = std::getenv("TERM");
  bool const dumb = !kind || std::string_view(kind) == "dumb";
  return ::isatty(STDOUT_FILENO) == 1 && !dumb && !is_set("NO_COLOR");
}

int stdout_columns() {
  if (!caller() && ::isatty(STDOUT_FILENO) == 1) {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  auto const* const columns = std::getenv("COLUMNS");
  auto const number = columns ? parse_integer(columns) : std::nullopt;
  return number && *number > 0 && *number < 10'000 ? static_cast<int>(*number) : usual_columns;
}

}  // namespace minefree::cli
