#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/hindcast/cases.hpp>

namespace minefree::hindcast {

/// Completion by the end of 2025 as seen at an origin: our probability beside the analysts' call,
/// and what came of it.
struct LandmineFree2025 {
  int origin = 0;
  std::string state;
  std::string name;
  double probability = 0;
  std::optional<LikelihoodCall> call;      // the newest known at the origin
  std::optional<double> call_probability;  // how often such a call had come true, see below
  bool complete = false;                   // declared by the end of 2025
};

/// One row for each state that the run could estimate. No call on 2025 had fallen due by then, so a
/// high likelihood is given the frequency of deadlines called on track, and a low one that of those
/// called not on track; a medium one gets none.
std::vector<LandmineFree2025> landmine_free_2025(OriginRun const&, std::vector<AnalystCall> const&);

/// Mean Brier scores over the states that have a call with a probability, and over all.
struct LandmineFreeScores {
  std::size_t all = 0, with_call = 0;
  double ours = 0;            // over all
  double ours_with_call = 0;  // over those with a call
  double calls = 0;
};
LandmineFreeScores scores_of(std::vector<LandmineFree2025> const&);

}  // namespace minefree::hindcast
