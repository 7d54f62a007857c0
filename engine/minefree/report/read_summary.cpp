#include <cstddef>
#include <cstdint>
#include <string_view>

#include <minefree/base/text.hpp>
#include <minefree/report/saved_values.hpp>

namespace minefree::report {

namespace {

void read_quantiles(SavedMap const& map, DateQuantiles& quantiles) {
  for (auto const& key : map.keys()) {
    DateQuantile quantile;
    auto const share = parse_number(key);
    map.read(key, quantile.year);
    if (!share) map.complain(key);
    quantile.share = share.value_or(0);
    quantiles.push_back(quantile);
  }
}

/// A series must have a value for each year, as charts and tables rely on it.
template <class T>
void read_series(SavedMap const& map, std::string_view key, std::size_t years,
                 std::vector<T>& values) {
  map.read(key, values);
  if (values.size() == years) return;
  map.complain(key);
  values.assign(years, T{});
}

void read_completion(SavedMap const& map, CompletionSummary& completion) {
  if (auto const quantiles = map.map("quantiles")) read_quantiles(*quantiles, completion.quantiles);
  map.read("monte_carlo_error_months", completion.monte_carlo_error_months);
  map.read("never_share", completion.never_share);
  if (auto const by_month = map.map("by_month")) by_month->read("counts", completion.by_month);
}

void read_projection(SavedMap const& state, std::size_t years, StateProjection& projection) {
  if (auto const initial = state.map("initial")) {
    auto& land = projection.initial;
    initial->read("confirmed_km2", land.confirmed_km2);
    initial->read("suspected_km2", land.suspected_km2);
    initial->read("undiscovered_km2", land.undiscovered_km2);
    initial->read("undiscovered_at_declaration_km2", land.undiscovered_at_declaration_km2);
  }
  if (auto const completion = state.map("completion")) {
    read_completion(*completion, projection.completion);
  }
  if (auto const declaration = state.map("declaration")) {
    if (auto const quantiles = declaration->map("quantiles")) {
      read_quantiles(*quantiles, projection.declaration);
    }
  }
  if (auto const area = state.map("remaining_km2")) {
    auto& land = projection.remaining_km2;
    read_series(*area, "p05", years, land.p05);
    read_series(*area, "p25", years, land.p25);
    read_series(*area, "p50", years, land.p50);
    read_series(*area, "p75", years, land.p75);
    read_series(*area, "p95", years, land.p95);
    read_series(*area, "mean", years, land.mean);
  }
  if (auto const released = state.map("released_km2")) {
    auto& flows = projection.released_km2;
    read_series(*released, "cancelled", years, flows.cancelled);
    read_series(*released, "reduced", years, flows.reduced);
    read_series(*released, "cleared", years, flows.cleared);
    read_series(*released, "discovered", years, flows.discovered);
  }
  if (auto const funding = state.map("funding_musd")) {
    auto& money = projection.funding_musd;
    read_series(*funding, "p05", years, money.p05);
    read_series(*funding, "p50", years, money.p50);
    read_series(*funding, "p95", years, money.p95);
    read_series(*funding, "unspent_p50", years, money.unspent_p50);
  }
}

void read_probability(SavedMap const& state, ProbabilitySummary& probability) {
  auto const map = state.map("probability");
  if (!map) return;
  if (auto const by = map->map("by")) {
    for (auto const& key : by->keys()) {
      auto const year = parse_integer(key);
      double share = 0;
      by->read(key, share);
      if (!year) by->complain(key);
      probability.by[static_cast<int>(year.value_or(0))] = share;
    }
  }
  map->read("deadline", probability.deadline);
  map->read("deadline_met", probability.deadline_met);
  map->read("expected_extensions", probability.expected_extensions);
  map->read("reopened_within_10_years", probability.reopened_within_10_years);
}

void read_score(SavedMap const& map, std::string_view key, std::optional<SkillScore>& score) {
  auto const found = map.map(key);
  if (!found) return;
  auto& read = score.emplace();
  std::uint64_t cases = 0;
  found->read("value", read.value);
  found->read("low", read.low);
  found->read("high", read.high);
  found->read("n", cases);
  read.cases = cases;
}

void read_skill(SavedMap const& state, std::optional<HindcastSkill>& skill) {
  auto const map = state.map("skill");
  if (!map) return;
  auto& read = skill.emplace();
  read_score(*map, "stock_3_years_relative_wis", read.relative_wis);
  read_score(*map, "stock_3_years_coverage_80", read.coverage_80);
  read_score(*map, "deadline_met_brier_skill", read.brier_skill);
}

void read_plain_figures(SavedMap const& map, StateSummary& state) {
  if (auto const plain = map.map("plain")) {
    plain->read("own_plan", state.plain.own_plan);
    plain->read("mean_release_km2_per_year", state.plain.mean_release_km2_per_year);
    plain->read("remaining_over_mean_release", state.plain.remaining_over_mean_release);
  }
  if (auto const plan = map.map("plan")) {
    plan->read("km2_per_year", state.plan.km2_per_year);
    plan->read("ratio_to_best_year", state.plan.ratio_to_best_year);
    plan->read("probability_met", state.plan.probability_met);
  }
  if (auto const inputs = map.map("inputs")) {
    inputs->read("reported", state.inputs.reported);
    inputs->read("estimated", state.inputs.estimated);
    inputs->read("calibrated", state.inputs.calibrated);
    inputs->read("literature", state.inputs.literature);
    inputs->read("prior", state.inputs.prior);
    inputs->read("scenario", state.inputs.scenario);
    inputs->read("newest_report_year", state.inputs.newest_report_year);
    inputs->read("newest_report_age_years", state.inputs.newest_report_age_years);
  }
  if (auto const reported = map.map("reported")) {
    reported->read("year", state.reported.year);
    reported->read("remaining_km2", state.reported.remaining_km2);
    reported->read("declared", state.reported.declared);
    if (state.reported.year.size() != state.reported.remaining_km2.size()) {
      map.complain("reported");
    }
  }
}

StateStatus status_named(SavedMap const& map) {
  std::string name;
  map.read("status", name);
  if (name == "affected") return StateStatus::affected;
  if (name == "declared") return StateStatus::declared;
  if (name != "not_estimable") map.complain("status");
  return StateStatus::not_estimable;
}

StateSummary read_state(SavedMap const& map, std::size_t years) {
  StateSummary state;
  bool estimable = false;
  map.read("code", state.code);
  map.read("name", state.name);
  map.read("estimable", estimable);
  map.read("conditional", state.conditional);
  map.read("condition", state.condition);
  map.read("reasons", state.reasons);
  map.read("needs", state.needs);
  state.status = status_named(map);
  map.read("basis", state.basis);
  map.read("last_stock_year", state.last_stock_year);
  map.read("last_stock_km2", state.last_stock_km2);
  read_skill(map, state.skill);
  read_plain_figures(map, state);
  if (!estimable && state.reasons.empty()) map.complain("reasons");
  if (estimable) {
    read_projection(map, years, state.projection.emplace());
    read_probability(map, state.probability);
  }
  return state;
}

}  // namespace

void read(SavedMap const& map, Provenance& provenance) {
  map.read("version", provenance.build.version);
  map.read("commit", provenance.build.commit);
  map.read("scenario", provenance.scenario);
  map.read("scenario_sha256", provenance.scenario_sha256);
  map.read("data_sha256", provenance.data_sha256);
  map.read("posterior_sha256", provenance.posterior_sha256);
  map.read("seed", provenance.seed);
  map.read("trajectories", provenance.trajectories);
  map.read("origin", provenance.origin);
  map.read("horizon", provenance.horizon);
}

void read(SavedMap const& map, RunSummary& summary) {
  constexpr int most_years = 1000;
  if (auto const provenance = map.map("provenance")) read(*provenance, summary.provenance);
  auto const& [build, id, scenario, data, posterior, seed, trajectories, origin, horizon] =
      summary.provenance;
  if (horizon <= origin || horizon > origin + most_years || trajectories == 0) {
    map.complain("provenance");
    return;
  }
  for (int year = origin + 1; year <= horizon; ++year) summary.years.push_back(year);
  auto const years = summary.years.size();
  map.read("name", summary.name);
  map.read("price_year", summary.price_year);
  for (auto const& state : map.maps("states")) {
    summary.states.push_back(read_state(state, years));
  }
  if (summary.states.empty()) map.complain("states");
  auto const world = map.map("world");
  if (!world) return;
  world->read("affected", summary.world.affected);
  world->read("estimable", summary.world.estimable);
  if (auto const complete = world->map("complete_by_end_of")) {
    read_series(*complete, "p10", years, summary.world.p10);
    read_series(*complete, "p50", years, summary.world.p50);
    read_series(*complete, "p90", years, summary.world.p90);
  }
}

}  // namespace minefree::report
