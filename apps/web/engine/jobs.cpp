#include "jobs.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include <minefree/report/comparison.hpp>
#include <minefree/report/csv.hpp>
#include <minefree/report/json.hpp>
#include <minefree/report/plan_report.hpp>

#include "counts_bytes.hpp"

namespace minefree::page {

RunJob::RunJob(cli::PreparedRun run) : run_(std::move(run)), counts_(empty_ensemble(run_.plan)) {}

void RunJob::count(Range range) { run_into(run_.plan, range, best_instruction_set(), counts_); }

std::string RunJob::counts() const { return bytes_of(counts_); }

bool RunJob::add_counts(std::string_view bytes) { return add_bytes(bytes, counts_); }

std::string RunJob::json() const { return report::to_json(cli::summarise(run_, counts_)); }

std::string RunJob::files_json() const {
  auto const summary = cli::summarise(run_, counts_);
  nlohmann::ordered_json files;
  for (auto& [name, text] : report::csv_files(summary)) files[name] = text;
  files["summary.json"] = report::to_json(summary);
  return files.dump();
}

std::string RunJob::plan_json() const {
  return report::to_json(
      report::report_plans(run_.scenario, run_.plan, cli::summarise(run_, counts_)));
}

ComparisonJob::ComparisonJob(cli::PreparedComparison comparison, cli::Arguments arguments)
    : comparison_(std::move(comparison)),
      arguments_(std::move(arguments)),
      counts_(empty_pair(comparison_.base.plan, comparison_.others.front().plan)) {}

void ComparisonJob::count(Range range) {
  run_pair_into(comparison_.base.plan, comparison_.others.front().plan, range,
                best_instruction_set(), counts_);
}

std::string ComparisonJob::counts() const { return bytes_of(counts_); }

bool ComparisonJob::add_counts(std::string_view bytes) { return add_bytes(bytes, counts_); }

std::string ComparisonJob::json() const {
  auto result = cli::report_of_base(comparison_);
  result.others.push_back(cli::compared(comparison_, 0, counts_, arguments_));
  return report::to_json(result);
}

}  // namespace minefree::page
