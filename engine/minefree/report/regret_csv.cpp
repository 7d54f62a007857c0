#include <minefree/base/text.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/regret.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

/// A name of the user's in quotes, as RFC 4180 wants it.
std::string cell_of(std::string_view name) {
  std::string cell = "\"";
  for (char const c : name) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

void add(CsvLines& lines, std::string const& strategy, std::string const& future,
         std::string const& result, double value) {
  lines.row(strategy, future, result, shortest(rounded(value, share_decimals)));
}

void add(CsvLines& lines, std::string const& strategy, std::string const& future,
         std::string const& result, Estimate const& estimate) {
  add(lines, strategy, future, result, estimate.value);
  add(lines, strategy, future, result + "_standard_error", estimate.standard_error);
}

}  // namespace

std::string to_csv(RegretReport const& report) {
  auto const& [provenance, study, regret] = report;
  auto const outcome = study.outcome == StudyOutcome::target_probability
                           ? std::string("outcome")
                           : outcome_key(study.outcome);
  CsvLines lines("strategy,future,result,value");
  for (std::size_t s = 0; s < study.strategies.size(); ++s) {
    auto const strategy = cell_of(study.strategies[s].name);
    for (std::size_t f = 0; f < study.futures.size(); ++f) {
      auto const future = cell_of(study.futures[f].name);
      auto const& cell = regret.cell(s, f);
      add(lines, strategy, future, "target_probability", cell.target);
      add(lines, strategy, future, outcome, cell.outcome);
      add(lines, strategy, future, "regret", cell.regret);
    }
    auto const& all = regret.strategies[s];
    add(lines, strategy, "", "largest_regret", all.largest_regret);
    add(lines, strategy, "", "worst_outcome", all.worst_outcome);
    add(lines, strategy, "", "mean_outcome", all.mean_outcome);
    add(lines, strategy, "", "best_share", all.best_share);
    add(lines, strategy, "", "best_alone_share", all.best_alone_share);
  }
  return lines.text();
}

}  // namespace minefree::report
