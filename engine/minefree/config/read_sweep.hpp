#pragma once

#include <string>
#include <vector>

#include <minefree/config/extends.hpp>
#include <minefree/config/files.hpp>
#include <minefree/config/read_scenario.hpp>
#include <minefree/domain/sweep.hpp>

namespace minefree::config {

/// A sweep, or all problems of it, of its base and of the scenarios at the ends of its parameters;
/// and notes, as of a scenario.
struct SweepOutcome : Outcome<Sweep> {
  Problems notes;
  WholeScenario whole = {};  // the base with the study's changes
};

/// Reads the file of a sweep with its base, and the table of its points where it names one, which
/// lies beside it. The base is looked for beside the sweep, then in the folder `library`.
SweepOutcome read_sweep(std::string const& path, Files const& files,
                        std::string const& library = {});

/// Makes the scenarios of points. Remembers what it read: one for each thread.
class PointReader {
 public:
  PointReader(SweepOutcome const& sweep, Files const& files, std::string library);

  /// The scenario at the values of the parameters, in their order; or its problems.
  ScenarioOutcome at(std::vector<double> const& values) const;

 private:
  std::vector<SweepParameter> parameters_;
  WholeScenario whole_;
  Files files_;
  std::string library_;
};

/// True for the tree of a sweep, be it good or bad.
bool is_sweep(Tree const&);

}  // namespace minefree::config
