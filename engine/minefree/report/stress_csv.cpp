#include <minefree/base/text.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/stress.hpp>

namespace minefree::report {
namespace {

/// Rows of one donor, under `donor,state,result,target_year,value`.
class Rows {
 public:
  Rows(CsvLines& lines, std::string const& donor) : lines_(lines), donor_(donor) {}

  void add(std::string const& state, std::string_view result, std::string const& target,
           double value, int decimals) {
    lines_.row(donor_, state, result, target, shortest(rounded(value, decimals)));
  }

 private:
  CsvLines& lines_;
  std::string const& donor_;
};

void add_state(Rows& rows, StateComparison const& state) {
  rows.add(state.code, "earlier_share", "", state.earlier_share, share_decimals);
  rows.add(state.code, "later_share", "", state.later_share, share_decimals);
  rows.add(state.code, "same_share", "", state.same_share, share_decimals);
  rows.add(state.code, "no_longer_complete_share", "", state.no_longer_complete_share,
           share_decimals);
  rows.add(state.code, "newly_complete_share", "", state.newly_complete_share, share_decimals);
  if (state.median_years_gained) {
    rows.add(state.code, "median_years_gained", "", *state.median_years_gained, date_decimals);
  }
  for (auto const& difference : state.probability) {
    auto const target = std::to_string(difference.target);
    rows.add(state.code, "probability_base", target, difference.base, share_decimals);
    rows.add(state.code, "probability_other", target, difference.other, share_decimals);
    rows.add(state.code, "probability_difference", target, difference.value, share_decimals);
    rows.add(state.code, "probability_difference_standard_error", target, difference.standard_error,
             share_decimals);
  }
}

void add_sums(Rows& rows, DonorStress const& donor) {
  rows.add("", "musd_per_year", "", donor.musd_per_year, money_decimals);
  for (auto const& mean : donor.complete) {
    auto const target = std::to_string(mean.target);
    rows.add("", "mean_states_complete_base", target, mean.base, share_decimals);
    rows.add("", "mean_states_complete_other", target, mean.other, share_decimals);
    rows.add("", "mean_states_complete_difference", target, mean.value, share_decimals);
    rows.add("", "mean_states_complete_difference_standard_error", target, mean.standard_error,
             share_decimals);
  }
  for (auto const& mean : donor.complete_where_reported) {
    auto const target = std::to_string(mean.target);
    rows.add("", "mean_states_complete_difference_where_reported", target, mean.value,
             share_decimals);
    rows.add("", "mean_states_complete_difference_where_reported_standard_error", target,
             mean.standard_error, share_decimals);
  }
}

}  // namespace

std::string to_csv(StressReport const& report) {
  CsvLines lines("donor,state,result,target_year,value");
  for (auto const& donor : report.stress.donors) {
    Rows rows(lines, donor.donor);
    add_sums(rows, donor);
    for (auto const& state : donor.states) add_state(rows, state);
  }
  for (auto const& state : report.stress.states) {
    for (auto const& donor : state.donors) {
      Rows(lines, donor.donor)
          .add(state.code, "share_of_international_money", "", donor.share, share_decimals);
    }
  }
  return lines.text();
}

}  // namespace minefree::report
