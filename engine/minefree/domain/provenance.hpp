#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace minefree {

/// The program that made a result.
struct Build {
  std::string version;
  std::string commit;
};

/// Where a result comes from: enough to make it again.
struct Provenance {
  Build build;
  std::string scenario;  // its id
  std::string scenario_sha256;
  std::optional<std::string> data_sha256;
  std::optional<std::string> posterior_sha256;
  std::uint64_t seed = 0;
  std::uint64_t trajectories = 0;
  int origin = 0;
  int horizon = 0;
};

}  // namespace minefree
