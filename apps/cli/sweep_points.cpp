#include "sweep_points.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/disk.hpp>
#include <minefree/decision/sweep_row.hpp>

#include "input_files.hpp"

namespace minefree::cli {

SweepPoints::SweepPoints(config::SweepOutcome const& sweep, SweepTable const& points,
                         RunOptions const& options)
    : sweep_(*sweep),
      points_(points),
      instruction_set_(options.instruction_set),
      reader_(sweep, config::disk_files(), scenario_library()) {}

void SweepPoints::fill(std::uint64_t point, std::stop_token const& stop, std::span<double> row) {
  auto outcome = reader_.at(points_[point]);
  std::ranges::fill(row, std::numeric_limits<double>::quiet_NaN());
  if (!outcome || !reads_what_the_base_read(*outcome.value)) return;
  outcome.value->trajectories = sweep_.base.trajectories;
  outcome.value->seed = sweep_.base.seed;
  auto const plan = make_plan(*outcome.value, matrices_);
  if (!columns_that_cannot_be_given(plan, sweep_.outputs).empty()) return;
  sweep_row(
      plan, sweep_.outputs, sweep_.base.trajectories, instruction_set_,
      [&] { return stop.stop_requested(); }, row);
}

bool SweepPoints::reads_what_the_base_read(Scenario const& scenario) const {
  auto const draws = [](Scenario const& some) {
    return some.posterior ? some.posterior->sha256 : std::string{};
  };
  return scenario.data_sha256 == sweep_.base.data_sha256 && draws(scenario) == draws(sweep_.base);
}

std::string SweepPoints::why_not(std::uint64_t point) const {
  std::string values;
  for (std::size_t k = 0; k < sweep_.parameters.size(); ++k) {
    values += fmt::format("{}{} {}", k == 0 ? "" : ", ", sweep_.parameters[k].name,
                          shortest(points_[point][k]));
  }
  auto const outcome = reader_.at(points_[point]);
  std::string why;
  for (auto const& problem : outcome.problems.sorted()) why += "  " + to_text(problem) + '\n';
  if (outcome && !reads_what_the_base_read(*outcome.value)) {
    why = "  a file of the record was changed meanwhile. Put it back, or use another --out.\n";
  } else if (outcome) {
    why = "  an output cannot be given there. Remove it, or narrow the ranges.\n";
  }
  return fmt::format("minefree: point {} ({}) cannot be simulated; the rows before it are kept\n{}",
                     point, values, why);
}

std::vector<FillRow> sweep_fillers(config::SweepOutcome const& sweep, SweepTable const& points,
                                   RunOptions const& options, Threads const& threads) {
  std::vector<FillRow> fillers;
  for (unsigned k = 0; k < threads_for_rows(threads); ++k) {
    auto const own = std::make_shared<SweepPoints>(sweep, points, options);
    fillers.emplace_back([own, stop = threads.stop](std::uint64_t point, std::span<double> row) {
      own->fill(point, stop, row);
    });
  }
  return fillers;
}

}  // namespace minefree::cli
