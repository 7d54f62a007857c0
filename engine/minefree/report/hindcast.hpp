#pragma once

#include <string>
#include <utility>
#include <vector>

#include <minefree/hindcast/result.hpp>
#include <minefree/report/summary.hpp>
#include <minefree/report/table.hpp>

namespace minefree::report {

/// A hindcast, ready to be printed. Numbers are rounded on the way out.
struct HindcastReport {
  Build build;
  std::optional<std::string> data_sha256;
  std::uint64_t trajectories = 0;
  std::uint64_t seed = 0;
  bool vague = false;  // with priors twice as wide
  hindcast::HindcastResult result;
};

/// What `minefree hindcast --json` prints.
std::string to_json(HindcastReport const&);

/// For people: the primary endpoints in sentences, then a table for each variable.
std::string to_table(HindcastReport const&, TableStyle const&);

/// Files by name: the scores, every forecast beside the truth, and what plots are made of.
std::vector<std::pair<std::string, std::string>> csv_files(HindcastReport const&);

/// `2017`, or `all` for all origins together.
std::string origin_text(hindcast::ScoreRow const&);

inline constexpr int score_decimals = 4;

}  // namespace minefree::report
