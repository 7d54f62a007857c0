#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minefree/ensemble/plan.hpp>

namespace minefree::report {

/// The section of the figures of land that were known at the origin.
inline constexpr auto reported_history = "Reported history";

/// One number that is used for a state, and where it comes from.
struct ExplainedNumber {
  std::string section;
  std::string name;   // the key in YAML, CSV and code
  std::string value;  // as text: `0.4 (0.05 to 1)` for a spread
  std::string unit;
  std::optional<int> year;  // the year it speaks of
  std::string source;       // ids of the record joined by " + ", or which file or table gave it
  std::optional<int> published;  // when the source was
  std::string kind;  // data, estimated from data, literature, prior, calibrated, lever, scenario
  std::string note;  // one line: why this and not another, or how it is used
  bool used = true;  // false for what is told for comparison only
};

/// A source of the record in words.
struct SourceTitle {
  std::string title;
  std::string publisher;
  std::string year;
  std::string url;
};
using SourceTitles = std::map<std::string, SourceTitle>;

/// Every number used for one state of a scenario.
struct Explanation {
  std::string code;
  std::string name;
  std::string scenario;
  int origin = 0;
  bool estimable = false;
  std::string not_in_run;  // why the scenario leaves the state out; empty when it is in the run
  std::string condition;   // what a conditional result supposes
  std::vector<std::string> reasons;  // why there is no date
  std::vector<std::string> needs;    // what would change that
  std::vector<ExplainedNumber> numbers;
  SourceTitles sources;  // those that the numbers name
};

/// Explains the states of a scenario; what they share is made once. Both must outlive it.
class Explainer {
 public:
  Explainer(Scenario const&, Plan const&);
  Explainer(Explainer const&) = delete;
  Explainer& operator=(Explainer const&) = delete;

  /// The state must be one of the scenario's. `titles` may know more sources than are named.
  Explanation of(std::string const& code, SourceTitles const& titles) const;

 private:
  Scenario const& scenario_;
  Plan const& plan_;
  DonorMatrices donor_matrices_;
  std::vector<DonorCell> const& donor_matrix_;
};

/// One state alone.
Explanation explain(Scenario const&, Plan const&, std::string const& code,
                    SourceTitles const& titles);

/// A state that the scenario leaves out: what a run at its origin would read in the record, and why
/// it is not in the run.
Explanation explain_left_out(Scenario const&, StateData const&, SourceTitles const& titles);

/// For people: the numbers by section, judgement marked *prior*, and the titles of the sources.
std::string to_text(Explanation const&, int columns);
std::string to_json(Explanation const&);

}  // namespace minefree::report
