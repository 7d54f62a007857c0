#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/hindcast/bootstrap.hpp>
#include <minefree/hindcast/cases.hpp>
#include <minefree/hindcast/scores.hpp>

namespace minefree::hindcast {

/// One score: of a model, over the cases of an origin (or of all), of a variable and a horizon.
struct ScoreRow {
  std::optional<int> origin;  // none: all origins together
  Mode mode = Mode::unconditional;
  Variable variable = Variable::stock;
  std::optional<int> horizon;
  std::string model;
  std::optional<std::string> baseline;  // of a relative score
  std::string metric;
  double value = 0;
  std::optional<Interval> interval;  // none for a single state
  std::size_t n = 0;                 // cases
};

/// The simple forecasts among which the better one is the bar: with spreads, or a point could not
/// win.
inline constexpr std::string_view best_simple = "best_simple";

/// All rows: of each model by itself, and of ours against each baseline on the cases that both
/// have. `redefined`: of the cases whose record was counted anew in between, which the others leave
/// out.
std::vector<ScoreRow> score_rows(std::vector<Case> const&, bool redefined);

/// Which of the simple forecasts with spread has the lowest score over the cases that have all of
/// them.
std::optional<std::string> better_simple(std::vector<Case const*> const&);

/// Where the truth lay in our forecasts, and our probabilities beside what happened.
struct PitCount {
  Mode mode = Mode::unconditional;
  Variable variable = Variable::stock;
  std::optional<int> horizon;
  std::vector<int> counts;  // of ten equal bins
};
std::vector<PitCount> pit_counts(std::vector<Case> const&);

struct Reliability {
  Mode mode = Mode::unconditional;
  Variable variable = Variable::deadline_met;
  std::string model;
  BrierParts parts;
};
std::vector<Reliability> reliabilities(std::vector<Case> const&);

/// Scores of our results by what they rest on.
struct SkillRow {
  ResultBasis basis = ResultBasis::data;
  ScoreRow score;
};
std::vector<SkillRow> skill_rows(std::vector<Case> const&);

/// Our relative score of the stock at three years, state by state, with its cases.
struct StateSkill {
  std::string state;
  double our_wis = 0, simple_wis = 0;
  int cases = 0;
};
std::vector<StateSkill> skill_by_state(std::vector<Case> const&);

}  // namespace minefree::hindcast
