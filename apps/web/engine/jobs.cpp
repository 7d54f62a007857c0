#include "jobs.hpp"

#include <utility>

#include <minefree/report/comparison.hpp>
#include <minefree/report/json.hpp>

#include "counts_bytes.hpp"

namespace minefree::page {

RunJob::RunJob(cli::PreparedRun run, cli::Arguments arguments)
    : run_(std::move(run)),
      arguments_(std::move(arguments)),
      counts_(empty_ensemble(run_.plan)) {}

void RunJob::count(Range range) { run_into(run_.plan, range, best_instruction_set(), counts_); }

/// As many states with a date in each part; those without one come with the one before them.
report::StateRange RunJob::states_of(Part part) const {
  auto const& plan = run_.plan;
  auto const begin = [&](std::size_t at) {
    if (at == 0) return std::size_t{0};
    auto const country = plan.affected * at / part.parts;
    return country < plan.affected ? plan.state_index[country] : run_.scenario.states.size();
  };
  return {.first = begin(part.part), .end = begin(part.part + 1)};
}

std::string RunJob::counts(Part part) const {
  return bytes_of(counts_, run_.plan, states_of(part));
}

bool RunJob::add_counts(std::string_view bytes, Part part) {
  return add_bytes(bytes, run_.plan, states_of(part), counts_);
}

std::string RunJob::json(Part part) const {
  return report::to_json(cli::summarise(run_, counts_, states_of(part)));
}

ComparisonJob::ComparisonJob(cli::PreparedComparison comparison, cli::Arguments arguments)
    : comparison_(std::move(comparison)),
      arguments_(std::move(arguments)),
      counts_(empty_pair(comparison_.base.plan, comparison_.others.front().plan)) {}

void ComparisonJob::count(Range range) {
  run_pair_into(comparison_.base.plan, comparison_.others.front().plan, range,
                best_instruction_set(), counts_);
}

std::string ComparisonJob::counts(Part /*all*/) const { return bytes_of(counts_); }

bool ComparisonJob::add_counts(std::string_view bytes, Part /*all*/) {
  return add_bytes(bytes, counts_);
}

std::string ComparisonJob::json(Part /*all*/) const {
  auto result = cli::report_of_base(comparison_);
  result.others.push_back(cli::compared(comparison_, 0, counts_, arguments_));
  return report::to_json(result);
}

}  // namespace minefree::page
