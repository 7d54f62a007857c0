#include "named_scenario.hpp"

#include <cstdio>
#include <cstdlib>

#include <minefree/config/disk.hpp>
#include <minefree/config/read_scenario.hpp>

#include "../forty_states.hpp"

namespace minefree::bench {

Scenario named_scenario(std::string const& name) {
  if (name == "forty") return forty_states();
  if (name == "forty-levers") return forty_states(Levers::some);
  auto outcome = config::read_scenario(name, config::disk_files());
  if (!outcome) {
    std::fputs(outcome.problems.text().c_str(), stderr);
    std::exit(3);
  }
  return std::move(*outcome.value);
}

}  // namespace minefree::bench
