#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/parameters.hpp>
#include <minefree/domain/yearly_work.hpp>
#include <minefree/numeric/spread.hpp>

namespace minefree::model {

// A scenario compiled for the hot loop: numbers only, nothing that needs looking up. Years are
// counted from the start of the first simulated year, origin + 1: year 0 is origin + 1, years
// before it are negative. Two plans that are equal give the same bits; draws of a calibration are
// equal where they are the same draws.

using numeric::TwoPiece;

/// Draws of a calibration, one for each of its rows; they belong to a posterior. Trajectory n has
/// row n mod `rows`. With `sd`, what stands in `value` is the mean of a distribution between
/// states, of the log or of the log odds, and the state draws from it.
struct DrawnParameter {
  double const* value = nullptr;  // null: the spread holds
  double const* sd = nullptr;
  std::uint32_t rows = 1;

  friend bool operator==(DrawnParameter const&, DrawnParameter const&) = default;
};

/// Every parameter as a distribution; `uncertain` ones are drawn from their spread, and `drawn`
/// ones are taken from a calibration.
struct ParameterPlan {
  std::array<TwoPiece, parameter_count> spread{};
  std::array<bool, parameter_count> uncertain{};
  std::array<DrawnParameter, parameter_count> drawn{};

  friend bool operator==(ParameterPlan const&, ParameterPlan const&) = default;
};

/// The starting stock and what the record says of undiscovered land and of work done.
struct LandPlan {
  double confirmed_km2 = 0;  // recorded, at the end of the year before `first_year`
  double suspected_km2 = 0;
  double unsplit_km2 = 0;
  bool reported = true;                       // a record, hence with reporting noise
  std::optional<TwoPiece> confirmed_by_hand;  // replaces the record
  std::optional<TwoPiece> suspected_by_hand;
  std::optional<TwoPiece> undiscovered_by_hand;
  bool undiscovered_calibrated = false;  // the parameter is the area itself
  TwoPiece undiscovered_ratio{};         // of known mined land, by the state's baseline
  double yearly_finds_km2 = 0;
  double finds_weight = 0;                     // on the log scale, k/(k + 1) for k years of finds
  std::vector<RecordedStock> peak_candidates;  // recorded stocks of the last ten years

  friend bool operator==(LandPlan const&, LandPlan const&) = default;
};

struct CapacityPlan {
  bool estimated = true;         // from `work`; otherwise the parameter is given or calibrated
  bool certain = false;          // no estimation error
  bool of_peak_work = false;     // the parameter is a share of the largest work on record
  DrawnParameter log_deviation;  // of output at the end of the origin, where a calibration knows it
  std::vector<YearlyWork> work;
  std::array<double, 3> regime_output{1, 1, 1};

  friend bool operator==(CapacityPlan const&, CapacityPlan const&) = default;
};

struct SecurityPlan {
  int first_regime = 0;
  int years_in_first_regime = 1;
  std::array<double, 3> output{1, 1, 1};
  std::array<double, 3> new_mines_probability{0, 0, 0};
  std::array<double, 3> jump_to_open{0, 0, 0};  // cumulative rows of the jump matrix
  std::array<double, 3> jump_to_open_or_restricted{0, 0, 0};
  int ages = 1;                         // columns of the table below
  std::vector<double> end_probability;  // [regime * ages + years in it - 1]

  friend bool operator==(SecurityPlan const&, SecurityPlan const&) = default;
};

/// Money as shares of the mean of the last three reported years, times what the scenario does to
/// each year.
struct FundingPlan {
  double mean_musd = 0;              // 0: unknown, taken from capacity and a cost per km2 (*prior*)
  double newest_year_weight = 0;     // of the newest reported year in that mean
  bool constant = false;             // no ups and downs
  std::vector<int> donors;           // places in the world's list of donors
  std::vector<double> donor_share;   // [year * donors + k]
  std::vector<bool> imputed;         // of each donor: from totals, not from a row of the record
  std::vector<int> pledges;          // places in the world's list of pledges
  std::vector<double> pledged_musd;  // [year * pledges + k]
  int payments = 0;                  // by results
  std::vector<double> paid_musd_per_km2;  // [year * payments + k], released the year before
  std::vector<double> paid_cap_musd;      // [year * payments + k], paid at most
  double released_before_km2 = 0;         // in the year before the first

  friend bool operator==(FundingPlan const&, FundingPlan const&) = default;
};

struct TreatyPlan {
  bool has_deadline = false;
  double deadline = 0;  // years from the start of the first simulated year

  friend bool operator==(TreatyPlan const&, TreatyPlan const&) = default;
};

/// Years after the declaration, or after the origin where that is later, over which the response is
/// judged.
inline constexpr int years_of_residual_window = 10;
/// Team numbers 1 to this are sized side by side.
inline constexpr int most_sized_teams = 20;

/// The national capacity that answers finds after completion.
struct ResidualPlan {
  bool asked = false;
  int teams = 0;
  double tasks_per_team_year = 0;
  double team_survival = 0;   // probability a year
  double team_restart = 0;    // probability a year of a lost capacity
  double response_years = 0;  // within which a find is to be answered
  bool floor_given = false;   // otherwise a share of the first year's finds

  friend bool operator==(ResidualPlan const&, ResidualPlan const&) = default;
};

/// Casualties as reported at the origin.
struct CasualtyPlan {
  bool asked = false;  // and reported
  double mean_per_year = 0;
  int years = 0;                                 // of report behind that mean
  double regime_effect_of_reports = 0;           // mean log effect of those years
  std::array<double, 3> regime_effect{0, 0, 0};  // log
  double prevented_log = 0;                      // by risk education, a declared switch

  friend bool operator==(CasualtyPlan const&, CasualtyPlan const&) = default;
};

/// Parts of the result that a scenario asks for by `outputs`; dates need none of them.
struct OptionalPlan {
  bool certain = false;  // means instead of counts
  ResidualPlan residual;
  CasualtyPlan casualties;

  bool asked() const { return residual.asked || casualties.asked; }

  friend bool operator==(OptionalPlan const&, OptionalPlan const&) = default;
};

/// Release reported for a year before the first simulated one.
struct KnownRelease {
  bool known = false;
  double cancelled_km2 = 0;
  double reduced_km2 = 0;
  double cleared_km2 = 0;
  double unsplit_km2 = 0;

  friend bool operator==(KnownRelease const&, KnownRelease const&) = default;
};

/// What one year brings by scenario and record.
struct CountryYear {
  double survey_intensity = 1;
  int forced_regime = -1;     // none
  double national_share = 0;  // of mean_musd
  double added_musd = 0;
  KnownRelease known_release;

  friend bool operator==(CountryYear const&, CountryYear const&) = default;
};

struct CountryPlan {
  std::string code;
  std::uint32_t address = 0;
  int first_year = 0;              // 0 or before
  std::vector<CountryYear> years;  // from first_year on
  ParameterPlan parameters;
  LandPlan land;
  CapacityPlan capacity;
  SecurityPlan security;
  FundingPlan funding;
  TreatyPlan treaty;
  std::optional<double> declared_at;  // before the origin: nothing is left to clear
  OptionalPlan optional;

  friend bool operator==(CountryPlan const&, CountryPlan const&) = default;
};

/// A pledge that the scenario supposes: whose draw decides on it, and when.
struct PledgePlan {
  std::uint32_t code = 0;     // of the world, the donors or a state
  std::uint32_t number = 1;   // it is the n-th of its list
  std::uint32_t purpose = 0;  // a PledgePurpose, or the donor's number
  std::vector<double>
      broken_by;  // [year], probability; multiples of 2^-23, as uniform draws lie between these

  friend bool operator==(PledgePlan const&, PledgePlan const&) = default;
};

/// What all states of a trajectory share.
struct WorldPlan {
  std::uint64_t seed = 0;
  std::uint32_t calibration_rows = 0;  // trajectories that share a row are not independent
  int origin = 0;
  int years = 0;       // simulated and printed
  int first_year = 0;  // where the shared series begin: fixed, so that states do not matter
  ParameterPlan parameters;
  std::array<bool, parameter_count>
      common_draws{};  // parameters that some state or the world draws in common
  std::vector<std::uint32_t> donor_numbers;  // of the donors that some state has
  std::vector<PledgePlan> pledges;           // of the scenario
  double reallocate_share = 0;

  friend bool operator==(WorldPlan const&, WorldPlan const&) = default;
};

}  // namespace minefree::model
