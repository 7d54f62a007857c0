#pragma once

#include <string>

#include <minefree/decision/regret.hpp>
#include <minefree/domain/study.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// A study and what came of it, ready to be printed.
struct RegretReport {
  Provenance provenance;  // of the base
  Study const& study;
  Regret const& regret;
};

/// `'All to Angola' is the safest choice: ...`: the answer in a few sentences, with what
/// cannot be told apart.
std::string answer(Study const&, Regret const&);

/// What the study compares, with its unit and year: `states complete by 2030`.
std::string outcome_in_words(Study const&);
/// `at least 10 states complete by 2030`, `AGO complete by 2030`.
std::string target_in_words(StudyTarget const&);
/// The outcome's word in a study file: `expected_completions`.
std::string outcome_key(StudyOutcome);

/// What `minefree regret --json` prints.
std::string to_json(RegretReport const&);

/// For people: the answer, strategies against futures, and the strategies side by side.
std::string to_table(RegretReport const&, TableStyle const&);

/// Tidy CSV: strategy, future, result, value; without a future for what holds over all of them.
std::string to_csv(RegretReport const&);

}  // namespace minefree::report
