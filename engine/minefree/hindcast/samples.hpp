#pragma once

#include <array>
#include <stop_token>
#include <vector>

#include <minefree/ensemble/run.hpp>
#include <minefree/hindcast/own_record.hpp>

namespace minefree::hindcast {

/// What each trajectory says of one state: the numbers that a hindcast scores, side by side and not
/// only counted. The double engine gives them, one trajectory at a time.
struct StateSamples {
  std::array<std::vector<double>, scored_horizons.size()> stock, release, casualties;
  std::vector<double> completed_at, declared_at;  // decimal years; `never` beyond the horizon
};

/// Of each country of the plan, trajectories in their order; fewer when it is told to stop.
std::vector<StateSamples> simulate_samples(Plan const&, Range, std::stop_token = {});

}  // namespace minefree::hindcast
