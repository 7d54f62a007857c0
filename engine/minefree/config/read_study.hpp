#pragma once

#include <string>

#include <minefree/config/files.hpp>
#include <minefree/domain/study.hpp>

namespace minefree::config {

/// A study, or all problems of it, of its base and of its scenarios; and notes, as of a scenario.
struct StudyResult : Outcome<Study> {
  Problems notes;
};

/// Reads a study file with its base and every scenario that it makes. The base is looked for beside
/// the study, then in the folder `library`; states as for a scenario that extends the base.
StudyResult read_study(std::string const& path, Files const& files,
                       std::string const& library = {});

/// True for the tree of a study, be it good or bad.
bool is_study(Tree const&);

}  // namespace minefree::config
