#pragma once

#include <string>
#include <vector>

#include <minefree/decision/stress.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// What dropping each donor moves, ready to be printed.
struct StressReport {
  Provenance provenance;
  std::string name;         // of the scenario, for people
  int price_year = 0;       // of all amounts
  bool usual_year = false;  // nobody asked for the year from which donors are dropped
  Stress stress;
};

/// A state with one donor in the record.
struct SingleDonor {
  StateDonors const* state = nullptr;
  std::string donor;  // code
  double share = 0;   // of the state's international money, 0..1
};

/// The states of which the record names one donor and no more.
std::vector<SingleDonor> single_donor_states(Stress const&);

/// `the United States of America`: a donor's name inside a sentence.
std::string donor_in_sentence(std::string const& code);

/// True for a state whose amount of money is supposed, so that a donor weighs too much in it.
bool amount_unknown(DonorStress const&, StateComparison const&);

/// The state whose chance to be complete by the main target falls most, of those whose money is
/// reported, or else of all; null when none moves.
StateComparison const* most_hurt(DonorStress const&);

/// `Without the United States of America, 0.5 fewer states complete by 2030 on average (8.0
/// to 7.5);
/// ...`, of the donor that moves most.
std::string strongest_sentence(Stress const&, int horizon);

/// What `minefree stress --json` prints.
std::string to_json(StressReport const&);

/// For people: a sentence, a line for each donor, the largest movements, and what is not known.
std::string to_table(StressReport const&, TableStyle const&);

/// Tidy CSV: donor, state, result, target year, value.
std::string to_csv(StressReport const&);

}  // namespace minefree::report
