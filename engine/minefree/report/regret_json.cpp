#include <nlohmann/json.hpp>

#include <minefree/report/json_values.hpp>
#include <minefree/report/regret.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

Json estimate_json(Estimate const& estimate) {
  return {{"value", rounded(estimate.value, share_decimals)},
          {"standard_error", rounded(estimate.standard_error, share_decimals)}};
}

Json names_json(std::vector<StudyChoice> const& choices) {
  Json names = Json::array();
  for (auto const& choice : choices) names.push_back(choice.name);
  return names;
}

Json choice_json(Study const& study, RegretChoice const& choice) {
  Json as_good = Json::array();
  for (auto const strategy : choice.as_good) as_good.push_back(study.strategies[strategy].name);
  auto json = estimate_json(choice.value);
  json["strategy"] = study.strategies[choice.strategy].name;
  json["not_told_apart"] = as_good;
  return json;
}

Json cells_json(Study const& study, Regret const& regret) {
  Json cells = Json::array();
  for (std::size_t s = 0; s < study.strategies.size(); ++s) {
    for (std::size_t f = 0; f < study.futures.size(); ++f) {
      auto const& cell = regret.cell(s, f);
      cells.push_back({{"strategy", study.strategies[s].name},
                       {"future", study.futures[f].name},
                       {"target_probability", estimate_json(cell.target)},
                       {"outcome", estimate_json(cell.outcome)},
                       {"regret", estimate_json(cell.regret)}});
    }
  }
  return cells;
}

Json strategies_json(Study const& study, Regret const& regret) {
  Json strategies = Json::array();
  for (std::size_t s = 0; s < study.strategies.size(); ++s) {
    auto const& strategy = regret.strategies[s];
    strategies.push_back(
        {{"strategy", study.strategies[s].name},
         {"largest_regret", estimate_json(strategy.largest_regret)},
         {"future_of_largest_regret", study.futures[strategy.future_of_largest_regret].name},
         {"worst_outcome", estimate_json(strategy.worst_outcome)},
         {"future_of_worst_outcome", study.futures[strategy.future_of_worst_outcome].name},
         {"mean_outcome", estimate_json(strategy.mean_outcome)},
         {"best_share", rounded(strategy.best_share, share_decimals)},
         {"best_alone_share", rounded(strategy.best_alone_share, share_decimals)}});
  }
  return strategies;
}

Json target_json(StudyTarget const& target) {
  Json json{{"by", target.by}};
  if (target.states_complete) json["states_complete"] = *target.states_complete;
  if (target.state) json["state"] = *target.state;
  return json;
}

}  // namespace

std::string to_json(RegretReport const& report) {
  auto const& [provenance, study, regret] = report;
  return Json{{"format", 1},
              {"study", study.id},
              {"study_sha256", study.study_sha256},
              {"name", study.name},
              {"provenance", json_of(provenance)},
              {"target", target_json(study.target)},
              {"outcome", outcome_key(study.outcome)},
              {"strategies", names_json(study.strategies)},
              {"futures", names_json(study.futures)},
              {"cells", cells_json(study, regret)},
              {"by_strategy", strategies_json(study, regret)},
              {"all_alike_share", rounded(regret.all_alike_share, share_decimals)},
              {"minimax_regret", choice_json(study, regret.minimax_regret)},
              {"maximin", choice_json(study, regret.maximin)},
              {"equal_weights", choice_json(study, regret.equal_weights)}}
             .dump(1) +
         "\n";
}

}  // namespace minefree::report
