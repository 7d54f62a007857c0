#include <minefree/base/problem.hpp>

#include <algorithm>
#include <set>

namespace minefree {

void Problems::add(Place const& place, std::string what) {
  add({place.file ? *place.file : std::string{}, place.line, place.column, std::move(what)});
}

void Problems::add(Problem problem) { all_.push_back(std::move(problem)); }

void Problems::add_all(Problems const& others) {
  all_.insert(all_.end(), others.all_.begin(), others.all_.end());
}

std::vector<Problem> Problems::sorted() const {
  auto sorted = all_;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

std::string Problems::text() const {
  auto const problems = sorted();
  if (problems.empty()) return {};

  std::string text;
  std::set<std::string> files;
  for (auto const& problem : problems) {
    text += to_text(problem) + '\n';
    files.insert(problem.file);
  }
  text +=
      std::to_string(problems.size()) + (problems.size() == 1 ? " problem in " : " problems in ");
  text += files.size() == 1 ? *files.begin() : std::to_string(files.size()) + " files";
  return text + "; nothing was run.\n";
}

std::string to_text(Problem const& problem) {
  auto text = problem.file;
  if (problem.line > 0) {
    text += ':' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
  }
  return text + ": " + problem.what;
}

}  // namespace minefree
