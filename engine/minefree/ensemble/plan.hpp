#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <minefree/domain/estimability.hpp>
#include <minefree/domain/scenario.hpp>
#include <minefree/ensemble/imputed_donors.hpp>
#include <minefree/model/country_plan.hpp>
#include <minefree/numeric/log_bins.hpp>

namespace minefree {

/// Bins of one state's results.
struct StateBins {
  numeric::LogBins area_km2;    // 1 %, from 500 m2 to 20 times the initial area
  numeric::LogBins money_musd;  // 3 %
  numeric::LogBins count;       // 3 %, of people and of finds
};

/// A scenario compiled for the hot loop: the affected states that can be estimated, in the
/// scenario's order; after them, where the residual phase is asked for, those that were complete by
/// the origin.
struct Plan {
  model::WorldPlan world;
  std::vector<model::CountryPlan> countries;
  std::vector<StateBins> bins;           // of each country
  std::vector<std::size_t> state_index;  // of each country, in Scenario::states
  std::vector<KnownState> known;         // of every state of the scenario
  std::vector<int> targets;              // years
  std::uint64_t trajectories = 0;
  bool asks_for_parts = false;                 // some country has optional parts
  std::shared_ptr<Posterior const> posterior;  // owns the draws that countries point to
  std::size_t affected = 0;      // countries that are not complete yet; the others follow them
  DonorMatrices donor_matrices;  // for the next plan of the same record
};

/// Compiles a checked scenario. States that cannot be estimated have their reasons in `known`.
Plan make_plan(Scenario const&);
/// The same, faster for many scenarios of one record.
Plan make_plan(Scenario const&, DonorMatrices&);

/// Parts of the above, each with one subject.
model::ParameterPlan plan_parameters(Scenario const&, StateData const&, KnownState const&);
model::ParameterPlan plan_world_parameters(Scenario const&);
model::LandPlan plan_land(Scenario const&, StateData const&, KnownState const&);
model::CapacityPlan plan_capacity(Scenario const&, StateData const&, KnownState const&);
model::SecurityPlan plan_security(Scenario const&, StateData const&, int first_year);
/// What the scenario's `outputs` ask for, as far as the record supports it.
model::OptionalPlan plan_optional_parts(Scenario const&, StateData const&);
void plan_security_years(Scenario const&, StateData const&, model::CountryPlan&);
void plan_survey_years(Scenario const&, StateData const&, model::CountryPlan&);
/// Money of all states together, since amounts for the world or for a donor are shared out between
/// them.
void plan_funding(Scenario const&, std::vector<StateData const*> const&,
                  std::vector<DonorCell> const& matrix, Plan&);

/// The last lever of a list that is in force in a calendar year; null when none is.
template <class Lever>
Lever const* lever_in_force(std::vector<Lever> const& levers, int year) {
  Lever const* found = nullptr;
  for (Lever const& lever : levers) {
    bool const begun = !lever.from || *lever.from <= year;
    bool const over = lever.to && *lever.to < year;
    if (begun && !over) found = &lever;
  }
  return found;
}

}  // namespace minefree
