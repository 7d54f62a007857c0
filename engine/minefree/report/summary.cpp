#include <minefree/report/summary.hpp>

#include <algorithm>
#include <string_view>

#include <minefree/decision/completion_dates.hpp>
#include <minefree/domain/plain_projection.hpp>
#include <minefree/report/explanation.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/state_series.hpp>
#include <minefree/report/state_words.hpp>

namespace minefree::report {

namespace {

/// True when the scenario is more than the record and its defaults.
bool supposes_something(Scenario const& scenario) {
  auto const& funding = scenario.funding;
  bool const moves_money = !funding.world.empty() || !funding.donors.empty() ||
                           !funding.recipients.empty() || !funding.national.empty();
  return moves_money || !scenario.survey.empty() || !scenario.security.empty() ||
         !scenario.parameters.empty() || !scenario.state_overrides.empty() || scenario.certain ||
         std::ranges::any_of(scenario.states, &StateData::inline_state);
}

int newest_source_year(Scenario const& scenario) {
  int newest = 0;
  for (auto const& [id, year] : scenario.source_years) newest = std::max(newest, year);
  return newest;
}

ReportedSummary reported_since(StateData const& state, int origin) {
  ReportedSummary reported;
  for (auto const& stock : stocks_of(history_after(state, origin))) {
    reported.year.push_back(stock.year);
    reported.remaining_km2.push_back(rounded(stock.total_km2(), area_decimals));
  }
  auto const& status = state.status;
  if (status.kind == StatusKind::declared && status.declared && status.declared->year > origin) {
    reported.declared = to_text(*status.declared);
  }
  return reported;
}

/// Everything that can be said of a state without simulating it.
StateSummary state_from_record(Scenario const& scenario, StateData const& state,
                               KnownState const& known) {
  StateSummary summary;
  summary.code = state.code;
  summary.name = state.name;
  summary.conditional = known.conditional;
  if (known.conditional) summary.condition = override_of(scenario, state.code)->condition;
  if (known.stock) {
    summary.last_stock_year = known.stock->year;
    summary.last_stock_km2 = rounded(known.stock->total_km2(), area_decimals);
  }
  summary.reasons = reasons_of(state, known);
  if (known.complete) {
    summary.status = StateStatus::declared;
  } else if (!known.estimable()) {
    summary.status = StateStatus::not_estimable;
    summary.needs = words_of(state.status.needs);
  } else {
    summary.basis = basis_text(known.basis);
  }

  auto const plain = plain_projection(state, known.history, known.stock, scenario.origin);
  if (plain.own_plan) summary.plain.own_plan = to_text(*plain.own_plan);
  summary.plain.mean_release_km2_per_year = rounded(plain.mean_release_km2_per_year, area_decimals);
  summary.plain.remaining_over_mean_release =
      rounded(plain.remaining_over_mean_release, date_decimals);
  summary.plan.km2_per_year = plain.planned_km2_per_year;
  summary.plan.ratio_to_best_year = rounded(plain.ratio_to_best_year, share_decimals);
  if (auto const deadline = deadline_in_force(scenario, state)) {
    summary.probability.deadline = to_text(*deadline);
  }
  summary.reported = reported_since(state, scenario.origin);
  return summary;
}

/// How forecasts like this one did. What a scenario supposes of a state was never scored.
std::optional<HindcastSkill> skill_of(Scenario const& scenario, StateData const& state,
                                      KnownState const& known) {
  if (!known.estimable() || state.inline_state || scenario.certain) return {};
  if (override_of(scenario, state.code)) return {};
  auto const found = scenario.skill.find(std::string(basis_text(known.basis)));
  return found == scenario.skill.end() ? std::nullopt : std::optional(found->second);
}

double share_of(std::uint64_t count, std::uint64_t of) {
  return rounded(static_cast<double>(count) / static_cast<double>(of), share_decimals);
}

void add_probabilities(std::vector<int> const& targets, CompletionDates const& dates,
                       StateCounts const& counts, StateSummary& summary) {
  auto& probability = summary.probability;
  auto const trajectories = dates.trajectories();
  for (int const year : targets) {
    probability.by[year] = rounded(dates.share_by_end_of(year), share_decimals);
  }
  if (probability.deadline) {
    probability.deadline_met = share_of(counts.deadline_met, trajectories);
    probability.expected_extensions = share_of(counts.extensions, trajectories);
  }
  if (counts.followed_up > 0) {
    probability.reopened_within_10_years = share_of(counts.reopened, counts.followed_up);
  }
  if (summary.plain.own_plan) {
    auto const planned = decimal_year_at_end_of(*parse_date(*summary.plain.own_plan));
    summary.plan.probability_met = rounded(dates.share_by(planned), share_decimals);
  }
}

void add_projection(Plan const& plan, std::size_t country, Ensemble const& ensemble,
                    StateSummary& summary) {
  auto const& counts = ensemble.states[country];
  CompletionDates const dates(ensemble, counts, plan.world.origin);
  add_probabilities(plan.targets, dates, counts, summary);
  StateProjection projection;
  projection.initial = initial_land(counts, ensemble.trajectories);
  for (double const share : date_shares) {
    projection.completion.quantiles.push_back(
        {share, rounded(dates.quantile(share), date_decimals)});
  }
  projection.completion.monte_carlo_error_months =
      rounded(error_of_main_dates(dates), month_decimals);
  projection.completion.never_share = rounded(dates.never_share(), share_decimals);
  projection.completion.by_month.assign(dates.by_month().begin(), dates.by_month().end());
  projection.declaration = declaration_quantiles(counts, ensemble, plan.world.origin);
  projection.remaining_km2 = remaining_by_year(plan.bins[country], counts, ensemble.trajectories);
  projection.released_km2 = released_by_year(counts, ensemble.trajectories);
  projection.funding_musd = funding_by_year(plan.bins[country], counts);
  summary.projection = std::move(projection);
}

void add_optional_summaries(Scenario const& scenario, Plan const& plan, std::size_t country,
                            Ensemble const& ensemble, StateSummary& summary) {
  auto const& state = scenario.states[plan.state_index[country]];
  auto& optional = summary.optional;
  if (scenario.outputs.residual)
    optional.residual = residual_summary(scenario, plan, country, ensemble);
  if (!summary.projection) return;
  if (scenario.outputs.casualties) {
    optional.casualties = casualty_summary(scenario, state, plan, country, ensemble);
  }
  if (scenario.outputs.people) {
    optional.people = people_summary(scenario, state, summary.projection->remaining_km2);
  }
}

WorldSummary world_summary(Plan const& plan, Ensemble const& ensemble) {
  WorldSummary world;
  world.affected = static_cast<int>(
      std::ranges::count_if(plan.known, [](KnownState const& known) { return !known.complete; }));
  world.estimable = static_cast<int>(plan.affected);
  world.p10 = quantile_of_complete_states(ensemble, 0.1);
  world.p50 = quantile_of_complete_states(ensemble, 0.5);
  world.p90 = quantile_of_complete_states(ensemble, 0.9);
  return world;
}

}  // namespace

Provenance provenance_of(Scenario const& scenario, std::uint64_t trajectories, Build const& build) {
  return {.build = build,
          .scenario = scenario.id,
          .scenario_sha256 = scenario.scenario_sha256,
          .data_sha256 = scenario.data_sha256,
          .posterior_sha256 =
              scenario.posterior ? std::optional(scenario.posterior->sha256) : std::nullopt,
          .seed = scenario.seed,
          .trajectories = trajectories,
          .origin = scenario.origin,
          .horizon = scenario.horizon};
}

std::vector<int> quantile_of_complete_states(Ensemble const& ensemble, double p) {
  auto const bins = ensemble.complete_by_width();
  auto const wanted = p * static_cast<double>(ensemble.trajectories);
  std::vector<int> result;
  for (int year = 0; year < ensemble.years; ++year) {
    auto const* const counts = ensemble.complete_by.data() + static_cast<std::size_t>(year) * bins;
    std::size_t complete = 0;
    std::uint64_t below = counts[0];
    while (complete + 1 < bins && static_cast<double>(below) < wanted) below += counts[++complete];
    result.push_back(static_cast<int>(complete));
  }
  return result;
}

RunSummary summarise(Scenario const& scenario, Plan const& plan, Ensemble const& ensemble,
                     Build const& build, StateRange told) {
  RunSummary summary;
  summary.provenance = provenance_of(scenario, ensemble.trajectories, build);
  summary.name = scenario.name;
  summary.price_year = scenario.funding.price_year;
  summary.changes_course = supposes_something(scenario);
  summary.certain = scenario.certain;
  summary.newest_source_year = newest_source_year(scenario);
  if (scenario.posterior) {
    auto& calibration = summary.calibration.emplace();
    calibration.posterior = scenario.posterior->name;
    for (auto const id : scenario.posterior->calibrated) {
      calibration.calibrated.emplace_back(info(id).key);
    }
  }
  summary.targets = plan.targets;
  for (int year = scenario.origin + 1; year <= scenario.horizon; ++year)
    summary.years.push_back(year);
  Explainer const explainer(scenario, plan);
  told.end = std::min(told.end, scenario.states.size());
  for (std::size_t k = told.first; k < told.end; ++k) {
    summary.states.push_back(state_from_record(scenario, scenario.states[k], plan.known[k]));
    summary.states.back().inputs = inputs_of(explainer.of(scenario.states[k].code, {}));
    summary.states.back().skill = skill_of(scenario, scenario.states[k], plan.known[k]);
  }
  for (std::size_t k = 0; k < plan.countries.size(); ++k) {
    if (!told.holds(plan.state_index[k])) continue;
    auto& state = summary.states[plan.state_index[k] - told.first];
    if (k < plan.affected) add_projection(plan, k, ensemble, state);
    add_optional_summaries(scenario, plan, k, ensemble, state);
  }
  summary.world = world_summary(plan, ensemble);
  if (summary.states.size() == scenario.states.size()) {
    summary.largest_error_months = rounded(largest_error_months(plan, ensemble), month_decimals);
  }
  return summary;
}

}  // namespace minefree::report
