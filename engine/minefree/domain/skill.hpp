#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace minefree {

/// One score of earlier forecasts: its value, the 95 % interval over states where there is one, and
/// the number of cases.
struct SkillScore {
  double value = 0;
  std::optional<double> low, high;
  std::size_t cases = 0;
};

/// How forecasts of one basis did in the hindcast (docs/hindcast.md); what could not be scored is
/// absent.
struct HindcastSkill {
  std::optional<SkillScore> relative_wis;  // known mined land after three years, error as a share
                                           // of the better simple forecast's: below 1 is better
  std::optional<SkillScore> coverage_80;   // share of these within the 80 % interval
  std::optional<SkillScore> brier_skill;   // deadline met, against how often deadlines are met
};

/// By the basis of a result: data, mixed, prior.
using SkillTable = std::map<std::string, HindcastSkill>;

}  // namespace minefree
