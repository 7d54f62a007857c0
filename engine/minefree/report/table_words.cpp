#include <minefree/report/table_words.hpp>

#include <minefree/report/columns.hpp>

namespace minefree::report {

namespace {

constexpr int longest_name = 22;  // leaves room for the state's own plan and the straight line

}  // namespace

std::string basis_mark(std::string_view basis, bool conditional) {
  std::string mark;
  if (conditional) mark += '?';
  if (basis == "prior") mark += '*';
  if (basis == "mixed") mark += '+';
  return mark;
}

std::string table_name(std::string_view name) {
  constexpr std::string_view democratic_republic = "Democratic Republic of the ";
  if (name.starts_with(democratic_republic)) {
    return "DR " + std::string(name.substr(democratic_republic.size()));
  }
  return shortened(name, longest_name);
}

}  // namespace minefree::report
