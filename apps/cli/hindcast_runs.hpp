#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include <minefree/hindcast/result.hpp>

#include "arguments.hpp"

namespace minefree::cli {

/// What the runs of a hindcast share: the record, read once for each origin.
struct HindcastInput {
  std::vector<Scenario> scenarios;  // of each origin, with all states of the record
  hindcast::HindcastRecord record;
};

/// The origins of a hindcast where none is named.
inline constexpr int usual_origins[] = {2013, 2015, 2017, 2019, 2021};
/// The origin from which completion by the end of 2025 is looked at.
inline constexpr int origin_of_2025 = 2020;

/// Reads what is needed; nothing where a file is not as it should be, which has been said then.
std::optional<HindcastInput> read_hindcast_input(Arguments const&);

/// Simulates every origin in both modes on all threads and scores it; nothing when it was stopped.
std::optional<hindcast::HindcastResult> run_hindcast(Arguments const&, HindcastInput const&,
                                                     std::stop_token);

}  // namespace minefree::cli
