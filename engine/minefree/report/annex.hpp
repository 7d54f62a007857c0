#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <minefree/ensemble/spending.hpp>
#include <minefree/report/explanation.hpp>
#include <minefree/report/plan_report.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report {

/// An extension of an Article 5 deadline is for at most so many years (Article 5, paragraph 4).
inline constexpr int most_years_of_extension = 10;

/// Money of a year or of all, million USD in total: half and four fifths of futures need no more.
struct Budget {
  double p50_musd = 0;
  double p80_musd = 0;
  double mean_musd = 0;
};

/// What is foreseen for one year. Flows are means over all futures.
struct MilestoneYear {
  int year = 0;
  double remaining_p50_km2 = 0;  // at the end of the year
  double remaining_p80_km2 = 0;  // at most so much in four of five futures
  double cancelled_km2 = 0;      // by non-technical survey
  double reduced_km2 = 0;        // by technical survey
  double cleared_km2 = 0;
  double discovered_km2 = 0;  // found, and added to the record
  double complete_share = 0;  // of futures, by the end of the year
  Budget budget;
};

/// Which deadline is to be asked for.
enum class Ask {
  nothing,    // no treaty obligation, or the deadline in force is met in four of five futures
  p80,        // 31 December of the year by which four of five futures are complete
  ten_years,  // as long as one extension may be, since P80 lies later
  given,      // by the user
};

/// The annex to a request for an extension of one state's deadline.
struct Annex {
  Provenance provenance;
  std::string scenario;  // its name
  StateSummary state;
  StatePlan plan;  // the state's own
  bool party = false;
  std::optional<Date> deadline_in_force;
  std::optional<double> in_force_met;  // share of futures; none beyond the horizon
  std::optional<double> p50, p80;      // decimal years of completion; none beyond the horizon
  std::optional<Date> latest;          // that one extension may reach
  Ask ask = Ask::nothing;
  std::optional<Date> asked;
  std::optional<double> asked_met;
  std::vector<MilestoneYear> years;  // to the year asked for; without one to that of P80
  Budget total;                      // of these years together
  double discovered_km2 = 0;         // mean, in these years together
  bool money_is_prior = false;       // no money on record
  int price_year = 0;
  Explanation assumptions;
};

/// What an annex is made from: one run of the scenario, with the state among its countries.
struct AnnexInput {
  Scenario const& scenario;
  Plan const& plan;
  Ensemble const& ensemble;
  RunSummary const& summary;
  std::size_t country = 0;  // in Plan::countries
  Spending const& spending;
  SourceTitles const& titles;
  std::optional<Date> deadline;  // that the user thinks of
};
Annex report_annex(AnnexInput const&);

/// Markdown that a terminal shows as well; lines of text have at most 100 columns.
std::string to_markdown(Annex const&);
/// Why there is no annex for a state: reasons, and what would change that.
std::string annex_refusal(StateSummary const&);
/// The same as JSON: `estimable` is false.
std::string annex_refusal_json(Provenance const&, std::string const& scenario, StateSummary const&);

std::string to_json(Annex const&);
/// The tables that an annex has beside its text.
inline constexpr std::array names_of_annex_csv{"milestones.csv", "budget.csv", "assumptions.csv"};
/// milestones.csv, budget.csv and assumptions.csv.
std::vector<std::pair<std::string, std::string>> csv_files(Annex const&);

/// `nothing`, `p80`, `ten_years` or `given`.
std::string_view name_of(Ask);

}  // namespace minefree::report
