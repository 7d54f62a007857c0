#include "documents.hpp"

#include <nlohmann/json.hpp>

#include <minefree/report/csv.hpp>
#include <minefree/report/html/page.hpp>
#include <minefree/report/json.hpp>
#include <minefree/report/plan_report.hpp>

#include "run_facts.hpp"

namespace minefree::page {

namespace {

std::string files_json(report::RunSummary const& summary) {
  nlohmann::ordered_json files;
  for (auto& [name, text] : report::csv_files(summary)) files[name] = text;
  files["summary.json"] = report::to_json(summary);
  return files.dump();
}

}  // namespace

std::string document_of(RunJob const& job, std::string_view what) {
  auto const& run = job.run();
  auto const summary = cli::summarise(run, job.ensemble());
  if (what == "csv") return files_json(summary);
  if (what == "plan") {
    return report::to_json(report::report_plans(run.scenario, run.plan, summary));
  }
  if (what != "report") return {};
  auto const facts =
      cli::facts_of(job.arguments(), run.scenario, run.plan, job.ensemble(), summary);
  return report::html::report_page(summary, facts);
}

}  // namespace minefree::page
