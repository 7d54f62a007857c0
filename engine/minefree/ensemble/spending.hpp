#pragma once

#include <cstddef>
#include <stop_token>
#include <vector>

#include <minefree/ensemble/run.hpp>

namespace minefree {

/// What a programme spends in each year of each future until its state is complete, and again when
/// it is affected anew: its money less what its teams cannot take up. Million USD in total, of the
/// scenario's price year.
struct Spending {
  std::size_t futures = 0;
  int first_year = 0;        // origin + 1
  std::vector<double> musd;  // [year * futures + future]

  double at(int year, std::size_t future) const {
    return musd[static_cast<std::size_t>(year - first_year) * futures + future];
  }
};

/// The spending of one country of a plan, by the double engine; fewer futures when it is told to
/// stop.
Spending spending_of(Plan const&, std::size_t country, Range, std::stop_token = {});

}  // namespace minefree
