#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/donor_record.hpp>
#include <minefree/domain/posterior.hpp>
#include <minefree/domain/skill.hpp>
#include <minefree/domain/state_data.hpp>

namespace minefree {

/// What a scenario does to a flow of money. Amounts are million USD of the scenario's price year.
enum class FundingShape {
  change,      // a share on top: +20 % is 0.2
  add_musd,    // additional money a year
  set_musd,    // this much in total a year
  front_load,  // the same total from `from` to `to`, but this share of it in the first `years`
               // years
  pledge,      // additional money, this much in all, evenly over `years` years, until it is broken
  pay_by_results,  // additional money for each km2 released the year before, up to a cap
};

struct FundingLever {
  FundingShape shape = FundingShape::change;
  double value = 0;
  std::optional<int> from;  // first year; the first simulated year when absent
  std::optional<int> to;    // last year; the horizon when absent; a pledge has none
  int years = 0;            // of a front_load or a pledge
  double default_risk =
      0;                // of a pledge: probability that it is broken before its last year is paid
  double cap_musd = 0;  // of pay_by_results, a year; `value` is its price, million USD a km2
};

/// The last year in which a lever of money acts; nothing when it acts to the horizon.
constexpr std::optional<int> last_year(FundingLever const& lever, int origin) {
  if (lever.shape != FundingShape::pledge) return lever.to;
  return lever.from.value_or(origin + 1) + lever.years - 1;
}

struct FundingLevers {
  int price_year = 0;
  std::vector<FundingLever> world;  // international money only
  std::map<std::string, std::vector<FundingLever>> donors, recipients, national;
  double reallocate_share = 0;  // of a finished state's donor money, to the donors' other states
};

struct SurveyLever {
  double intensity = 1;  // times the usual survey effort and discovery
  std::optional<int> from, to;
};

/// A regime that holds from `from` through `to`; afterwards it is simulated again.
struct SecurityLever {
  Regime regime = Regime::open;
  std::optional<int> from, to;
};

/// Parts of the result that the dates do not need.
struct Outputs {
  bool casualties = false;
  bool people = false;
  bool residual = false;
};

inline constexpr double usual_team_survival = 0.95;

/// The national capacity that answers what turns up after completion.
struct ResidualLevers {
  int teams = 2;
  double tasks_per_team_year = 30;
  std::optional<double> team_survival;  // probability a year; usual_team_survival when not stated
  double team_restart = 0.3;            // probability a year that a lost capacity comes back
  double response_days = 14;
  double adequacy_target = 0.8;  // probability that the sized number of teams keeps up
};

/// A declared switch, not a finding: the effect is zero unless a scenario supposes one.
struct RiskEducation {
  double coverage = 0;  // share of the people exposed that is reached
  double effect = 0;    // of risk education on the log of casualties, where all are reached
};

/// What a scenario supposes of one state instead of the record.
struct StateOverride {
  InitialStock stock;
  std::optional<int> starts;     // first year of the programme; the stock is as of its start
  std::optional<Series> series;  // another counting of the record than the state file's
  std::string condition;         // in words; makes the result conditional
  std::optional<Date> deadline;
  ParameterValues parameters;
};

/// A scenario as read, checked and complete: what to simulate, from which figures, with which
/// levers.
struct Scenario {
  std::string id;           // the file's name without folder and ending
  std::string name;         // one line for people
  std::string description;  // optional, longer
  int origin = 0;           // last year whose figures may be used
  int horizon = 0;          // last simulated year
  std::uint64_t trajectories = 0;
  std::uint64_t seed = 0;
  std::vector<int> targets;
  bool certain = false;
  FundingLevers funding;
  std::map<std::string, std::vector<SurveyLever>> survey;
  std::map<std::string, std::vector<SecurityLever>> security;
  Outputs outputs;
  ResidualLevers residual;
  RiskEducation risk_education;
  ParameterValues parameters;
  std::map<std::string, StateOverride> state_overrides;
  std::vector<StateData> states;      // those asked for, in order
  std::map<int, double> price_index;  // consumer prices by year; empty when the record has none
  std::map<std::string, int> source_years;     // publication year of every source of the record
  std::shared_ptr<Posterior const> posterior;  // draws of a calibration; null for none
  std::shared_ptr<DonorRecord const> donor_record;  // of the whole record; null where it has none
  SkillTable skill;  // of forecasts made in the same way; empty where it is not known

  std::string scenario_sha256;             // of the canonical JSON after `extends`
  std::optional<std::string> data_sha256;  // of the state files and sources used
};

}  // namespace minefree
