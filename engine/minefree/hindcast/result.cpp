#include <minefree/hindcast/result.hpp>

#include <algorithm>
#include <utility>

namespace minefree::hindcast {
namespace {

constexpr double largest_relative_wis = 0.85;
constexpr double smallest_brier_skill = 0.05;
constexpr double lowest_coverage = 0.72;
constexpr double highest_coverage = 0.88;

struct Wanted {
  Variable variable;
  std::optional<int> horizon;
  std::string metric;
  std::optional<std::string> baseline;
};

std::optional<ScoreRow> find(std::vector<ScoreRow> const& rows, Wanted const& wanted) {
  auto const found = std::ranges::find_if(rows, [&](ScoreRow const& row) {
    return !row.origin && row.mode == Mode::unconditional && row.variable == wanted.variable &&
           row.horizon == wanted.horizon && row.model == our_model && row.metric == wanted.metric &&
           row.baseline == wanted.baseline;
  });
  if (found == rows.end()) return std::nullopt;
  return *found;
}

}  // namespace

std::vector<PrimaryEndpoint> primary_endpoints(std::vector<ScoreRow> const& rows) {
  auto const wis = find(rows, {.variable = Variable::stock,
                               .horizon = 3,
                               .metric = "relative_wis",
                               .baseline = std::string(best_simple)});
  auto const skill = find(rows, {.variable = Variable::deadline_met,
                                 .horizon = std::nullopt,
                                 .metric = "brier_skill",
                                 .baseline = "reference_class"});
  auto const coverage = find(rows, {.variable = Variable::stock,
                                    .horizon = 3,
                                    .metric = "coverage_80",
                                    .baseline = std::nullopt});
  bool const covers =
      coverage && coverage->value >= lowest_coverage && coverage->value <= highest_coverage;
  return {{.name = "relative WIS of the stock at three years against the better simple forecast",
           .aim = "at most 0.85",
           .score = wis,
           .met = wis && wis->value <= largest_relative_wis},
          {.name = "Brier skill of the deadline against the reference class",
           .aim = "at least 0.05",
           .score = skill,
           .met = skill && skill->value >= smallest_brier_skill},
          {.name = "coverage of the 80 % interval of the stock at three years",
           .aim = "72 to 88 %",
           .score = coverage,
           .met = covers}};
}

HindcastResult evaluate(std::vector<Case> cases, std::vector<OriginSummary> origins,
                        std::vector<LandmineFree2025> landmine_free) {
  HindcastResult result;
  result.rows = score_rows(cases, false);
  result.redefined_rows = score_rows(cases, true);
  result.primary = primary_endpoints(result.rows);
  result.pit = pit_counts(cases);
  result.reliability = reliabilities(cases);
  result.skill = skill_rows(cases);
  result.by_state = skill_by_state(cases);
  result.origins = std::move(origins);
  result.landmine_free_2025 = std::move(landmine_free);
  result.cases = std::move(cases);
  return result;
}

}  // namespace minefree::hindcast
