#pragma once

#include <string>
#include <vector>

#include <minefree/config/record.hpp>
#include <minefree/domain/study.hpp>

namespace minefree::config {

/// A strategy or a future, as written: its name, and what it lays over the base.
struct NamedChanges {
  StudyChoice choice;
  Tree changes;
};

/// What a study file says itself; its base and its scenarios are read by read_study.
struct StudyFile {
  std::string name;
  std::string description;
  StudyTarget target;
  StudyOutcome outcome = StudyOutcome::expected_completions;
  std::vector<NamedChanges> strategies, futures;
};

/// Everything that a study may say.
Record<StudyFile> const& study_record();

}  // namespace minefree::config
