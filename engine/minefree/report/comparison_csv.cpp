#include <minefree/base/text.hpp>
#include <minefree/report/comparison.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

/// The rows of one scenario and state; no code: the world.
class Rows {
 public:
  Rows(CsvLines& lines, std::string scenario, std::string code)
      : lines_(lines), scenario_(std::move(scenario)), code_(std::move(code)) {}

  void add(std::string_view result, std::string const& target, double value, int decimals) {
    lines_.row(scenario_, code_, result, target, shortest(rounded(value, decimals)));
  }
  void add(std::string_view result, std::optional<double> const& value, int decimals) {
    if (value) add(result, "", *value, decimals);
  }
  void add(std::string const& result, Difference const& difference, int decimals) {
    auto const target = difference.target > 0 ? std::to_string(difference.target) : "";
    add(result + "_base", target, difference.base, decimals);
    add(result + "_other", target, difference.other, decimals);
    add(result + "_difference", target, difference.value, decimals);
    add(result + "_difference_standard_error", target, difference.standard_error, decimals);
  }
  void add(std::string const& result, std::vector<Difference> const& differences, int decimals) {
    for (auto const& difference : differences) add(result, difference, decimals);
  }

 private:
  CsvLines& lines_;
  std::string scenario_, code_;
};

void add_state(StateComparison const& state, Rows rows) {
  rows.add("earlier_share", "", state.earlier_share, share_decimals);
  rows.add("later_share", "", state.later_share, share_decimals);
  rows.add("same_share", "", state.same_share, share_decimals);
  rows.add("no_longer_complete_share", "", state.no_longer_complete_share, share_decimals);
  rows.add("newly_complete_share", "", state.newly_complete_share, share_decimals);
  rows.add("median_years_gained", state.median_years_gained, date_decimals);
  rows.add("probability", state.probability, share_decimals);
  rows.add("variance_reduction", state.variance_reduction, 2);
  rows.add("median_date_base", state.median_date.base, date_decimals);
  rows.add("median_date_other", state.median_date.other, date_decimals);
  rows.add("median_date_difference", state.median_date.value, date_decimals);
  rows.add("median_date_difference_standard_error", state.median_date.standard_error,
           date_decimals);
  if (state.deadline_met) rows.add("deadline_met", *state.deadline_met, share_decimals);
  rows.add("remaining_km2", state.remaining_km2, area_decimals);
  rows.add("spent_musd", state.spent_musd, money_decimals);
  rows.add("people_exposed", state.people_exposed, 0);
}

void add_world(WorldComparison const& world, Rows rows) {
  rows.add("mean_states_complete", world.states_complete, share_decimals);
  rows.add("remaining_km2", world.remaining_km2, area_decimals);
  rows.add("spent_musd", world.spent_musd, money_decimals);
  rows.add("people_exposed", world.people_exposed, 0);
}

/// In quotes, as RFC 4180 has it.
std::string cell(std::string const& text) {
  std::string quoted = "\"";
  for (char const c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string to_csv(ComparisonReport const& report) {
  CsvLines lines("scenario,state,result,target_year,value");
  for (auto const& other : report.others) {
    auto const& scenario = other.provenance.scenario;
    for (auto const& state : other.comparison.states)
      add_state(state, Rows(lines, scenario, state.code));
    add_world(other.comparison.world, Rows(lines, scenario, ""));
  }
  return lines.text();
}

std::string changes_csv(ComparisonReport const& report) {
  CsvLines lines("scenario,path,base,other");
  for (auto const& other : report.others) {
    for (auto const& change : other.changes) {
      lines.row(other.provenance.scenario, change.path, cell(change.base.value_or("")),
                cell(change.other.value_or("")));
    }
  }
  return lines.text();
}

}  // namespace minefree::report
