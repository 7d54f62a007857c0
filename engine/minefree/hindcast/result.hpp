#pragma once

#include <vector>

#include <minefree/hindcast/evaluate.hpp>
#include <minefree/hindcast/landmine_free_2025.hpp>

namespace minefree::hindcast {

/// The three scores that were fixed before the first run, and what was aimed at.
struct PrimaryEndpoint {
  std::string name;
  std::string aim;
  std::optional<ScoreRow> score;  // none: no case to score
  bool met = false;
};
std::vector<PrimaryEndpoint> primary_endpoints(std::vector<ScoreRow> const&);

/// What a run at one origin rested on.
struct OriginSummary {
  int origin = 0;
  std::size_t estimable = 0;                    // states with a forecast
  RealisedCount realised;                       // what the conditional run was told
  Frequency reference_class;                    // deadlines met of those fallen due
  std::optional<std::string> posterior_sha256;  // of the calibration; none: the estimator
};

/// A whole hindcast.
struct HindcastResult {
  std::vector<Case> cases;
  std::vector<ScoreRow> rows, redefined_rows;
  std::vector<PrimaryEndpoint> primary;
  std::vector<PitCount> pit;
  std::vector<Reliability> reliability;
  std::vector<SkillRow> skill;
  std::vector<StateSkill> by_state;
  std::vector<OriginSummary> origins;
  std::vector<LandmineFree2025> landmine_free_2025;
};

/// Scores of all cases; origins and landmine_free_2025 are taken as they are.
HindcastResult evaluate(std::vector<Case>, std::vector<OriginSummary>,
                        std::vector<LandmineFree2025>);

}  // namespace minefree::hindcast
