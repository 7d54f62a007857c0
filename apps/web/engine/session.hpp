#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "given_files.hpp"
#include "jobs.hpp"

#define MINEFREE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace minefree::page {

using Job = std::variant<std::monostate, RunJob, ComparisonJob>;

/// All that an instance knows between two calls of the page.
struct Session {
  GivenFiles files;
  std::vector<std::string> arguments;
  std::string answer;
  Job job;
  DonorMatrices donor_matrices;  // of the last plan: scenarios that differ in levers share them
};

Session& session();

/// Takes the first of the arguments that the page has written; empty when there is none.
std::string take_argument();

/// Calls `use` with the job that is prepared; `otherwise` where none is.
template <class Result, class Use>
Result with_job(Result otherwise, Use use) {
  auto& job = session().job;
  if (auto* const run = std::get_if<RunJob>(&job)) return use(*run);
  if (auto* const comparison = std::get_if<ComparisonJob>(&job)) return use(*comparison);
  return otherwise;
}

/// Leaves the messages of a command as the answer; its exit code. Those without a place are of
/// `file`.
std::uint32_t end_command(int code, std::string const& file);

}  // namespace minefree::page
