#include <algorithm>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/regret.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;
constexpr int longest_name = 40;

/// Three decimals; a probability, or a count, or an area of thousands of km2.
std::string number(double value) {
  if (value >= 100) return fmt::format("{:.1f}", value);
  return fmt::format("{:.3f}", value == 0 ? 0.0 : value);
}

/// `best`, or the regret, with a mark where the best cannot be told apart from it.
std::string regret_text(Estimate const& regret) {
  if (regret.value == 0) return "best  ";
  return number(regret.value) + (is_apart(regret) ? "  " : " ~");
}

/// The outcome of every strategy in one future.
std::string future_table(Study const& study, Regret const& regret, std::size_t f, int columns,
                         bool colour) {
  std::vector<Column> all{name_column(shortened(study.futures[f].name, longest_name)),
                          column("met", "Target"),
                          column("error", "Target", 3),
                          column("mean", "Outcome"),
                          column("error", "Outcome", 4),
                          column("regret", ""),
                          column("error", "", 5)};
  all[5].strong = true;
  for (std::size_t s = 0; s < study.strategies.size(); ++s) {
    auto const& cell = regret.cell(s, f);
    all[0].cells.push_back("  " + shortened(study.strategies[s].name, longest_name - 2));
    all[1].cells.push_back(percent_text(cell.target.value));
    all[2].cells.push_back(fmt::format("{:.2f}", 100 * cell.target.standard_error));
    all[3].cells.push_back(number(cell.outcome.value));
    all[4].cells.push_back(number(cell.outcome.standard_error));
    all[5].cells.push_back(regret_text(cell.regret));
    all[6].cells.push_back(cell.regret.value == 0 ? "" : number(cell.regret.standard_error));
  }
  return lay_out(std::move(all), columns, colour);
}

std::string strategy_table(Study const& study, Regret const& regret, int columns, bool colour) {
  std::vector<Column> all{name_column("Over all futures"),
                          column("regret", "Largest"),
                          column("error", "Largest", 4),
                          column("outcome", "Worst"),
                          column("outcome", "Mean"),
                          column("alone", "Best in draws", 6),
                          column("or tied", "Best in draws", 5)};
  all[1].strong = true;
  for (std::size_t s = 0; s < study.strategies.size(); ++s) {
    auto const& strategy = regret.strategies[s];
    all[0].cells.push_back("  " + shortened(study.strategies[s].name, longest_name - 2));
    all[1].cells.push_back(number(strategy.largest_regret.value));
    all[2].cells.push_back(number(strategy.largest_regret.standard_error));
    all[3].cells.push_back(number(strategy.worst_outcome.value));
    all[4].cells.push_back(number(strategy.mean_outcome.value));
    all[5].cells.push_back(percent_text(strategy.best_alone_share));
    all[6].cells.push_back(percent_text(strategy.best_share));
  }
  return lay_out(std::move(all), columns, colour);
}

}  // namespace

std::string to_table(RegretReport const& report, TableStyle const& style) {
  auto const& [provenance, study, regret] = report;
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  std::string text = bold(study.name, style.colour) + "\n\n";
  text += wrapped("", answer(study, regret), 0, columns);
  text += wrapped("",
                  fmt::format("Outcome: {}. Target: {}. All in the same {} {} of '{}'.",
                              outcome_in_words(study), target_in_words(study.target),
                              with_commas(provenance.trajectories),
                              provenance.trajectories == 1 ? "draw" : "draws", study.base.name),
                  0, columns);
  for (std::size_t f = 0; f < study.futures.size(); ++f)
    text += "\n" + future_table(study, regret, f, columns, style.colour);
  text += "\n" + strategy_table(study, regret, columns, style.colour);
  text +=
      "\n" +
      wrapped("",
              fmt::format(
                  "Regret: the best strategy's mean outcome in that future less this "
                  "one's, draw by draw. The best of a future is chosen by the draws that judge it, "
                  "so that regrets are a little too large. Best in draws: of draws and futures "
                  "together, where every other strategy does worse, or none does better; in {} all "
                  "do alike. Errors are Monte Carlo standard errors; of the target, in "
                  "percentage points. ~ and 'cannot be told apart': they differ by less than two "
                  "standard errors of the difference.",
                  percent_text(regret.all_alike_share)),
              2, columns);
  return text;
}

}  // namespace minefree::report
