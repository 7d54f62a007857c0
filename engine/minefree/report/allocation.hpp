#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/decision/allocate.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// One state in an allocation; `country` is its place in the allocation's lists.
struct AllocatedState {
  std::size_t country = 0;
  std::string code;
  std::string name;
  std::string mark;             // of what the result rests on: see basis_mark
  bool money_is_prior = false;  // what it gets now is in no report
  double musd_per_year_now = 0;
};

/// An allocation with what people need to read it. Money is million USD a year of the price year.
struct AllocationReport {
  Provenance provenance;
  std::string name;  // of the scenario
  int price_year = 0;
  bool hands_on = false;  // finished states' money goes on to others in this scenario
  AllocationQuestion question;
  Allocation allocation;
  std::vector<AllocatedState> states;
  std::vector<StateSummary> refused;  // not estimable
};

/// What `minefree allocate --json` prints.
std::string to_json(AllocationReport const&);

/// For people: what the best split brings beside the simple ones, and a line for each state.
std::string to_table(AllocationReport const&, TableStyle const&);

/// Tidy CSV: state, split, musd_per_year, gain and its error.
std::string to_csv(AllocationReport const&);

/// Tidy CSV of the gain curves: state, musd_per_year, gain, unspent_share.
std::string curves_csv(AllocationReport const&);

}  // namespace minefree::report
