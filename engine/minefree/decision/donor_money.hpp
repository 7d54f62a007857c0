#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/ensemble/plan.hpp>

namespace minefree {

/// A donor of a state, and its part of the state's international money.
struct DonorShare {
  std::string donor;     // code
  double share = 0;      // 0..1
  bool imputed = false;  // from totals, not from a row of the record
};

/// Whose money a state gets in a year. Money that neither rows of the record nor totals explain
/// (OTH) has no donor; nor has what a lever adds for the state.
struct StateDonors {
  std::string code;
  std::string name;
  /// International money of the year, million USD of the price year; nothing where no amount is
  /// reported and the model supposes one.
  std::optional<double> international_musd;
  std::vector<DonorShare> donors;  // the largest first
  double named_share() const;      // of all that rows name together, 0..1
  double imputed_share() const;    // of all the others together
};

/// For every affected state of the plan, in its order. `year` is simulated.
std::vector<StateDonors> donors_of_states(Scenario const&, Plan const&, int year);

/// Share of the international money of all states together that rows of donors explain, 0..1, over
/// the states whose amount is reported; nothing when there is none.
std::optional<double> named_share_of_money(std::vector<StateDonors> const&);
/// The same of the money whose donors are imputed.
std::optional<double> imputed_share_of_money(std::vector<StateDonors> const&);

/// Codes of the donors of any of the states, in the order of the register.
std::vector<std::string> named_donors(std::vector<StateDonors> const&);

/// True when the two plans give a state other money in some year.
bool money_differs(model::CountryPlan const&, model::CountryPlan const&);

/// Mean money a year from `year` to the horizon, million USD of the price year, before ups and
/// downs and with every pledge kept; nothing where no amount is reported.
std::optional<double> mean_musd_from(model::CountryPlan const&, int origin, int year);

}  // namespace minefree
