#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minefree/domain/scenario.hpp>

namespace minefree {

/// What a study measures in each future; more is better.
enum class StudyOutcome {
  expected_completions,  // states complete by the year
  target_probability,    // 1 where the target is met
  released_km2,          // cancelled, reduced and cleared since the origin, all states together
};

/// What meeting the target means: by the end of a year, so many states complete, or one of them.
struct StudyTarget {
  int by = 0;
  std::optional<int> states_complete;
  std::optional<std::string> state;  // code
};

/// One of the things that we choose, or that we do not.
struct StudyChoice {
  std::string name;
  std::string description;
};

/// Strategies, which we choose, against futures, which we do not. Each pair is a scenario of its
/// own; all have the same years, states, seed and trajectories.
struct Study {
  std::string id;  // the file's name without folder and ending
  std::string name;
  std::string description;
  StudyTarget target;
  StudyOutcome outcome = StudyOutcome::expected_completions;
  std::vector<StudyChoice> strategies, futures;
  std::vector<Scenario> cells;  // [strategy * futures + future]
  Scenario base;                // neither of them
  std::string study_sha256;     // of the canonical JSON of the file

  Scenario const& cell(std::size_t strategy, std::size_t future) const {
    return cells[strategy * futures.size() + future];
  }
};

}  // namespace minefree
