#include "sweep_points.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/disk.hpp>
#include <minefree/decision/sweep_row.hpp>

#include "scenario_file.hpp"

namespace minefree::cli {

SweepPoints::SweepPoints(config::SweepOutcome const& sweep, SweepTable const& points,
                         RunOptions const& options)
    : sweep_(*sweep),
      points_(points),
      instruction_set_(options.instruction_set),
      reader_(sweep, config::disk_files(), scenario_library()) {}

void SweepPoints::fill(std::uint64_t point, std::span<double> row) {
  auto outcome = reader_.at(points_[point]);
  std::ranges::fill(row, std::numeric_limits<double>::quiet_NaN());
  if (!outcome) return;
  outcome.value->trajectories = sweep_.base.trajectories;
  outcome.value->seed = sweep_.base.seed;
  auto const plan = make_plan(*outcome.value, matrices_);
  if (!outputs_can_be_estimated(plan, sweep_.outputs)) return;
  sweep_row(plan, sweep_.outputs, sweep_.base.trajectories, instruction_set_, row);
}

std::string SweepPoints::why_not(std::uint64_t point) const {
  std::string values;
  for (std::size_t k = 0; k < sweep_.parameters.size(); ++k) {
    values += fmt::format("{}{} {}", k == 0 ? "" : ", ", sweep_.parameters[k].name,
                          shortest(points_[point][k]));
  }
  auto const outcome = reader_.at(points_[point]);
  return fmt::format("minefree: point {} ({}) cannot be simulated:\n{}", point, values,
                     outcome ? "a state of the outputs cannot be estimated there. Remove it, or "
                               "narrow the ranges.\n"
                             : outcome.problems.text());
}

std::vector<FillRow> sweep_fillers(config::SweepOutcome const& sweep, SweepTable const& points,
                                   RunOptions const& options, Threads const& threads) {
  std::vector<FillRow> fillers;
  for (unsigned k = 0; k < threads_for_rows(threads); ++k) {
    auto const own = std::make_shared<SweepPoints>(sweep, points, options);
    fillers.emplace_back(
        [own](std::uint64_t point, std::span<double> row) { own->fill(point, row); });
  }
  return fillers;
}

}  // namespace minefree::cli
