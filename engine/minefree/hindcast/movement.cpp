#include <minefree/hindcast/movement.hpp>

#include <algorithm>
#include <cmath>
#include <span>

#include <minefree/hindcast/declarations.hpp>
#include <minefree/hindcast/vintage.hpp>
#include <minefree/numeric/counts.hpp>

namespace minefree::hindcast {
namespace {

constexpr std::array shares_tried{0.5, 0.25, 0.1, 0.05};

/// As coarse as what is frozen, so that the same run gives the same number.
double as_frozen(double value, Measure const& measure) {
  double const parts =
      measure.kind == Measure::Kind::date ? frozen_parts_of_a_year : frozen_parts_of_one;
  return std::floor(value * parts + 0.5) / parts;
}

/// Completions of one state in one run: of all futures, and without each group in turn.
struct Completions {
  struct Counted {
    std::vector<std::uint32_t> by_month;
    std::uint64_t trajectories = 0;
  };
  int origin = 0;
  Counted all;
  std::vector<Counted> without_group;

  std::optional<double> value(Counted const& counted, Measure const& measure) const {
    if (measure.kind == Measure::Kind::probability) {
      auto const months = 12 * static_cast<std::size_t>(measure.by_end_of - origin);
      return numeric::share_before(counted.by_month, counted.trajectories, months);
    }
    auto const months =
        numeric::quantile_of_months(counted.by_month, counted.trajectories, measure.share);
    if (!months) return std::nullopt;
    return origin + 1 + *months / 12;
  }
  std::optional<double> value(Measure const& measure) const { return value(all, measure); }
};

Completions completions_of(Plan const& plan, Ensemble const& ensemble, std::string const& code) {
  auto const found = std::ranges::find(plan.countries, code, &model::CountryPlan::code);
  auto const& counts =
      ensemble.states[static_cast<std::size_t>(found - plan.countries.begin())].completion;
  auto const months = static_cast<std::size_t>(ensemble.months());
  Completions result;
  result.origin = plan.world.origin;
  result.all.by_month.resize(months);
  result.all.trajectories = ensemble.trajectories;
  auto const of_group = [&](std::size_t group) {
    return std::span(counts).subspan(group * (months + 1), months + 1);
  };
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    numeric::merge_counts(result.all.by_month, of_group(group).first(months));
  }
  for (std::size_t group = 0; group < groups_of_trajectories; ++group) {
    auto rest = result.all;
    auto const left_out = of_group(group);
    std::transform(rest.by_month.begin(), rest.by_month.end(), left_out.begin(),
                   rest.by_month.begin(), std::minus<>());
    rest.trajectories -= numeric::total(left_out);
    result.without_group.push_back(std::move(rest));
  }
  return result;
}

/// Standard error of the change from one run to the next, which share their random numbers: the
/// delete-a-group jackknife. Nothing where a date is lost with a group.
std::optional<double> error_of_change(Completions const& from, Completions const& to,
                                      Measure const& measure) {
  std::vector<double> changes;
  for (std::size_t k = 0; k < from.without_group.size(); ++k) {
    if (from.without_group[k].trajectories == from.all.trajectories) continue;
    if (from.without_group[k].trajectories == 0 || to.without_group[k].trajectories == 0) continue;
    auto const a = from.value(from.without_group[k], measure);
    auto const b = to.value(to.without_group[k], measure);
    if (!a || !b) return std::nullopt;
    changes.push_back(*b - *a);
  }
  if (changes.size() < 2) return std::nullopt;
  auto const n = static_cast<double>(changes.size());
  double mean = 0;
  for (double const change : changes) mean += change / n;
  double squares = 0;
  for (double const change : changes) squares += (change - mean) * (change - mean);
  return std::sqrt((n - 1) / n * squares);
}

std::optional<double> frozen_date(FrozenState const& frozen, double share) {
  auto const found = frozen.completion.find(share);
  return found == frozen.completion.end() ? std::nullopt : found->second;
}

/// The last year of which the frozen forecast keeps a probability and that all runs reach.
std::optional<int> year_of_probability(FrozenState const& frozen, int origin, int horizon) {
  std::optional<int> last;
  for (auto const& [year, share] : frozen.complete_by) {
    if (year > origin && year <= horizon) last = year;
  }
  return last;
}

std::optional<Measure> measure_for(FrozenState const& frozen, std::vector<Completions> const& runs,
                                   int horizon) {
  for (double const share : shares_tried) {
    Measure const measure{.share = share};
    bool const always = std::ranges::all_of(
        runs, [&](Completions const& run) { return run.value(measure).has_value(); });
    if (always && frozen_date(frozen, share)) return measure;
  }
  auto const year = year_of_probability(frozen, runs.back().origin, horizon);
  if (!year) return std::nullopt;
  return Measure{.kind = Measure::Kind::probability, .by_end_of = *year};
}

double frozen_value(FrozenState const& frozen, Measure const& measure) {
  return measure.kind == Measure::Kind::date ? *frozen_date(frozen, measure.share)
                                             : frozen.complete_by.at(measure.by_end_of);
}

Movement movement_of(FrozenState const& frozen, std::vector<Completions> const& runs,
                     Measure const& measure, StockMovement const& stock) {
  Movement moved{.state = frozen.code, .measure = measure};
  moved.then = frozen_value(frozen, measure);
  moved.now = as_frozen(*runs.back().value(measure), measure);
  moved.median_then = frozen_date(frozen, 0.5);
  if (auto const median = runs.back().value(Measure{})) moved.median_now = as_frozen(*median, {});
  moved.stock = stock;
  double before = moved.then;
  // Where nothing would be left, it was complete as forecast: a run of the later origin could only
  // say that it is by now.
  auto const is_done = [&](Step step) {
    return (step == Step::time && stock.forecast_km2 <= counts_as_done_km2) ||
           (step == Step::release && stock.after_release_km2() <= counts_as_done_km2);
  };
  for (std::size_t k = 0; k < all_steps.size(); ++k) {
    auto& step = moved.steps.emplace_back();
    step.step = all_steps[k];
    if (is_done(step.step)) continue;
    double const after = as_frozen(*runs[k].value(measure), measure);
    step.change = after - before;
    if (k > 0 && !is_done(all_steps[k - 1]))
      step.standard_error = error_of_change(runs[k - 1], runs[k], measure);
    before = after;
  }
  return moved;
}

/// Why a state with a frozen forecast has none at the later origin.
std::string why_no_date_now(TwoVintages const& vintages, Plan const& later,
                            std::string const& code) {
  auto const& states = vintages.later.states;
  auto const found = std::ranges::find(states, code, &StateData::code);
  if (found == states.end()) {
    // `states: affected` holds no state that is complete; its file, read for the earlier scenario,
    // still says since when.
    auto const& read = vintages.earlier.states;
    auto const state = std::ranges::find(read, code, &StateData::code);
    auto const day = state == read.end() ? std::nullopt : declared(*state);
    return day && day->year <= vintages.later.origin ? "declared complete on " + to_text(*day)
                                                     : "the later scenario does not have it";
  }
  auto const& known = later.known[static_cast<std::size_t>(found - states.begin())];
  if (known.complete) return "declared complete on " + to_text(*found->status.declared);
  return known.reasons.empty() ? "it has no date now" : known.reasons.front();
}

}  // namespace

std::optional<Movements> movements_of(FrozenForecast const& frozen, TwoVintages const& vintages,
                                      Simulate const& simulate) {
  auto const mixed = mixed_plans(vintages);
  std::vector<Plan const*> plans{&mixed.earlier};
  for (Plan const& plan : mixed.between) plans.push_back(&plan);
  plans.push_back(&mixed.later);
  std::vector<Ensemble> ensembles;
  for (Plan const* plan : plans) {
    auto ensemble = simulate(*plan);
    if (!ensemble) return std::nullopt;
    ensembles.push_back(std::move(*ensemble));
  }

  Movements movements;
  int const horizon = std::min(frozen.provenance.horizon, vintages.later.horizon);
  for (FrozenState const& state : frozen.states) {
    if (!state.estimable) continue;
    auto const leave_out = [&](std::string why) {
      movements.left_out.push_back({state.code, std::move(why)});
    };
    auto const stock = std::ranges::find(mixed.stocks, state.code, &StockMovement::state);
    if (stock == mixed.stocks.end()) {
      auto const known_why = std::ranges::find(mixed.left_out, state.code,
                                               &std::pair<std::string, std::string>::first);
      leave_out(known_why != mixed.left_out.end()
                    ? known_why->second
                    : why_no_date_now(vintages, mixed.later, state.code));
      continue;
    }
    std::vector<Completions> runs;
    for (std::size_t k = 0; k < plans.size(); ++k) {
      runs.push_back(completions_of(*plans[k], ensembles[k], state.code));
    }
    auto const measure = measure_for(state, runs, horizon);
    if (measure) {
      movements.moved.push_back(movement_of(state, runs, *measure, *stock));
    } else {
      leave_out("its dates lie beyond the horizon");
    }
  }
  return movements;
}

}  // namespace minefree::hindcast
