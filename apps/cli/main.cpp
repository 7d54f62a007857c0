#include <csignal>

#include "program.hpp"

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has seen enough is no failure; see print()
  return minefree::cli::run_program({words + 1, words + count});
}
