#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/decision/sweep_row.hpp>
#include <minefree/report/sweep.hpp>

namespace minefree::report {

std::string sweep_header(Sweep const& sweep) {
  std::string line = "point";
  for (auto const& parameter : sweep.parameters) line += ',' + parameter.name;
  for (auto const& output : sweep.outputs) {
    auto const name = column_of(output);
    line += fmt::format(",{0},{0}_half_1,{0}_half_2", name);
  }
  return line + '\n';
}

std::string sweep_point(std::uint64_t point, std::vector<double> const& values) {
  auto line = std::to_string(point);
  for (double const value : values) line += ',' + shortest(value);
  return line;
}

std::string sweep_line(std::uint64_t point, std::vector<double> const& values,
                       std::span<double const> outputs) {
  auto line = sweep_point(point, values);
  for (double const value : outputs) line += ',' + shortest(value);
  return line + '\n';
}

}  // namespace minefree::report
