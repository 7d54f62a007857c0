#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minefree/base/problem.hpp>
#include <minefree/domain/scenario_change.hpp>
#include <minefree/report/explanation.hpp>
#include <minefree/report/summary.hpp>

namespace minefree::report {

/// What the record says of one year up to the origin; what it is silent about is absent.
struct ReportedYear {
  int year = 0;
  std::optional<double> remaining_km2;  // at the end of the year
  std::optional<double> cancelled_km2, reduced_km2, cleared_km2;
  std::optional<double> released_km2;  // by any method
  std::optional<double> discovered_km2;
  std::optional<double> international_musd, national_musd;  // in the scenario's price year
  std::string source;  // ids of the figures of land, joined by " + "
};

/// What a report tells of a state that gets a date, beside the state's summary.
struct StateFacts {
  std::vector<ReportedYear> reported;  // oldest first
  bool money_is_prior = false;         // no money is on record
  std::vector<ExplainedNumber> numbers;
};

/// The scenario that a scenario is held against, and each difference in words.
struct BaseChanges {
  std::string base;  // name of the file that it extends, without the folder
  std::vector<std::string> changes;
};

/// What was asked for beside the scenario, as the command line said it.
struct AskedFor {
  std::vector<std::string> states;
  std::vector<int> targets;
};

/// Everything that a report tells and the summary of the run does not hold: what the scenario
/// changes, the reported past, and where each number was read.
struct ReportFacts {
  std::string description;           // of the scenario
  std::optional<BaseChanges> based;  // none for a scenario that extends no other
  AskedFor asked;
  std::map<int, std::vector<int>> ten_futures;  // by target: states complete by its end, in ten
                                                // futures as likely as one another, rising
  std::string optional_parts;                   // tables of casualties, people and residual finds
  std::map<std::string, StateFacts> states;     // those that get a date
  SourceTitles sources;                         // those that the numbers name
};

/// What only the files of a scenario, and the command line, tell of it.
struct ReportInput {
  std::optional<BaseChanges> based;
  AskedFor asked;
  SourceTitles titles;
};

/// The facts behind the summary of a run.
ReportFacts report_facts(Scenario const&, Plan const&, Ensemble const&, RunSummary const&,
                         ReportInput);

/// What a scenario changes, each in a sentence.
std::vector<std::string> sentences_of(std::vector<ScenarioChange> const&);

/// `report.json`: the facts, and those parts of the summary that `summary.json` does not hold.
std::string to_json(ReportFacts const&, RunSummary const&);

/// A run as a folder of results holds it.
struct SavedRun {
  RunSummary summary;
  ReportFacts facts;
};

/// One file of such a folder.
struct SavedFile {
  std::string path;  // for messages
  std::string text;
};

/// Reads `summary.json` and `report.json` of one run; the values are those that were written, to
/// the last bit. Problems: a file that is not JSON or lacks something, and files of different runs.
Outcome<SavedRun> read_saved_run(SavedFile const& summary, SavedFile const& report);

}  // namespace minefree::report
