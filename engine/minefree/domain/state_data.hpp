#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/parameters.hpp>
#include <minefree/domain/treaty.hpp>

namespace minefree {

/// How freely teams can work in a state in a year.
enum class Regime { open = 0, restricted = 1, conflict = 2 };

/// How much of the country a baseline survey has covered; decides the default of undiscovered land.
enum class Baseline { complete, partial, none };

enum class StatusKind { affected, declared, not_estimable };

/// A rung of the ladder towards an estimate: what a state that cannot be estimated still needs.
enum class Need { authority, access, survey, baseline, capacity };

struct Status {
  StatusKind kind = StatusKind::affected;
  std::optional<Date> declared;      // completion of Article 5 declared on that day
  std::vector<std::string> reasons;  // why no date can be given
  std::vector<Need> needs;
  Citation source;
};

/// Countings of one stock that stand side by side in the record and must not be mixed.
enum class Series {
  official,            // anti-personnel mined area as the state reports it
  mine_action_review,  // the estimate of Mine Action Review, where it is far lower
  all_ordnance,        // land with any explosive remnants, of which mined area is a part
};

/// The counting that is used, and why.
struct SeriesChoice {
  Series use = Series::official;
  std::string reason;
};

/// Figures of one source for one year. Stocks are at the end of the year, flows over the year.
struct HistoryRow {
  int year = 0;
  std::optional<double> confirmed_km2;            // confirmed hazardous area (CHA)
  std::optional<double> suspected_km2;            // suspected hazardous area (SHA)
  std::optional<double> contamination_km2;        // CHA and SHA together, where not split
  std::optional<double> cleared_km2;              // released by clearance
  std::optional<double> reduced_km2;              // released by technical survey
  std::optional<double> cancelled_km2;            // released by non-technical survey
  std::optional<double> released_km2;             // the sum, where not split
  std::optional<double> discovered_km2;           // newly identified mined area
  std::optional<double> confirmed_by_survey_km2;  // suspected area that survey confirmed
  bool redefined = false;  // counted by another rule than the year before, or a correction of data
  bool resurvey = false;   // a nationwide re-survey lies behind the change
  std::optional<Series> series;  // none: common to all countings
  Citation source;
};

struct FundingYear {
  int year = 0;
  std::optional<double> international_musd;
  std::optional<double> national_musd;
  Citation source;
};

/// Money for mine action. The constant amounts are for scenarios that give a state whole.
struct FundingData {
  std::optional<double> international_musd;  // a year, constant
  std::optional<double> national_musd;       // a year, constant
  std::vector<FundingYear> years;
};

struct DonorYear {
  std::string donor;
  int year = 0;
  double musd = 0;
  Citation source;
};

struct SecuritySpan {
  int from = 0;
  int to = 0;
  Regime regime = Regime::open;
  Citation source;
};

/// Casualties of mines and explosive remnants in a year, split as far as the record does.
struct CasualtyYear {
  int year = 0;
  std::optional<double> casualties, killed, injured, men, women, boys, girls, children;
  Citation source;
};

/// People who live with mines, and people reached by explosive ordnance risk education (EORE).
struct PeopleYear {
  int year = 0;
  std::optional<double> people_exposed, people_exposed_men, people_exposed_women,
      people_exposed_boys, people_exposed_girls;
  std::optional<double> eore_people, eore_men, eore_women, eore_boys, eore_girls;
  Citation source;
};

/// What answers, and is found, after completion.
struct ResidualYear {
  int year = 0;
  std::optional<double> residual_items, residual_teams;
  Citation source;
};

/// A stock given by hand; replaces what the record says.
struct InitialStock {
  std::optional<Spread> confirmed_km2;
  std::optional<Spread> suspected_km2;
  std::optional<Spread> undiscovered_km2;
};

/// Everything a state file, or a state given whole inside a scenario, says.
struct StateData {
  std::string code;  // ISO 3166 alpha-3
  std::string name;
  bool inline_state = false;  // given whole in a scenario: its figures are the user's own
  Baseline baseline = Baseline::none;
  Treaty treaty;
  Status status;
  InitialStock initial;
  SeriesChoice series;
  std::vector<HistoryRow> history;
  ParameterValues programme;
  std::optional<FundingData> funding;
  std::vector<DonorYear> donor_shares;
  std::vector<SecuritySpan> security;
  std::vector<CasualtyYear> casualties;
  std::vector<PeopleYear> people;
  std::vector<ResidualYear> residual;
  std::vector<OwnPlan> plans;
  std::string notes;
};

}  // namespace minefree
