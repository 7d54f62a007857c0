#include <minefree/domain/sweep.hpp>

namespace minefree {

std::string word_of(SweepResult result) {
  switch (result) {
    case SweepResult::states_complete:
      return "states_complete";
    case SweepResult::remaining_km2:
      return "remaining_km2";
    case SweepResult::released_km2:
      return "released_km2";
    case SweepResult::probability:
      return "probability";
    case SweepResult::deadline_met:
      return "deadline_met";
    case SweepResult::mean_completion_year:
      return "mean_completion_year";
    case SweepResult::never_share:
      break;
  }
  return "never_share";
}

std::string word_of(DesignMethod method) {
  switch (method) {
    case DesignMethod::sobol:
      return "sobol";
    case DesignMethod::lhs:
      return "lhs";
    case DesignMethod::morris:
      return "morris";
    case DesignMethod::grid:
      return "grid";
    case DesignMethod::csv:
      break;
  }
  return "csv";
}

std::string word_of(SweepScale scale) {
  switch (scale) {
    case SweepScale::linear:
      return "linear";
    case SweepScale::log:
      return "log";
    case SweepScale::whole:
      break;
  }
  return "whole";
}

std::string column_of(SweepOutput const& output) {
  std::string name = output.state ? *output.state + '_' : std::string{};
  name += word_of(output.result);
  if (!output.by) return name;
  auto const* const between = output.result == SweepResult::remaining_km2 ? "_" : "_by_";
  return name + between + std::to_string(*output.by);
}

std::uint64_t number_of_points(Sweep const& sweep) {
  auto const parameters = sweep.parameters.size();
  std::uint64_t const n = sweep.design.n;
  switch (sweep.design.method) {
    case DesignMethod::sobol:
      return n * (parameters + 2);
    case DesignMethod::lhs:
      return n;
    case DesignMethod::morris:
      return n * (parameters + 1);
    case DesignMethod::grid: {
      std::uint64_t count = 1;
      for (std::size_t k = 0; k < parameters && count <= most_points; ++k) count *= n;
      return count;
    }
    case DesignMethod::csv:
      break;
  }
  return sweep.table.size();
}

}  // namespace minefree
