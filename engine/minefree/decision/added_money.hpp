#pragma once

#include <minefree/ensemble/ensemble.hpp>

namespace minefree {

/// Calendar years, both included.
struct Years {
  int from = 0;
  int to = 0;
};

/// Adds money to a country's every year of a span, as the lever `recipients: {CODE: [{add_musd,
/// from, to}]}` at the end of its list does. Million USD a year of the scenario's price year;
/// negative takes away. Years outside the simulated ones are passed over.
void add_money(double musd_per_year, Years, Plan&, std::size_t country);

/// What a country gets in a usual year of a span, million USD of the scenario's price year: the
/// mean that its plan expects, pledges by their chance to be kept; where what it gets now is in no
/// report, the median over trajectories. The mean over the years. What finished states hand on is
/// left out.
double usual_musd_per_year(Plan const&, Ensemble const&, std::size_t country, Years);

/// What teams cannot take up in a usual year of a span, million USD: the mean of the yearly
/// medians.
double unspent_musd_per_year(Plan const&, Ensemble const&, std::size_t country, Years);

/// The share of the money of a span that teams cannot absorb, 0..1: of the same medians.
double unspent_share(Plan const&, Ensemble const&, std::size_t country, Years);

}  // namespace minefree
