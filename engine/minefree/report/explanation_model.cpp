#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/ensemble/plan_posterior.hpp>
#include <minefree/model/capacity_estimate.hpp>
#include <minefree/report/explanation_parts.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {

namespace {

constexpr double normal_at_95_percent = 1.6448536269514722;
constexpr auto default_table = "default (docs/model.md, section 5)";
constexpr auto estimated = "estimated from data";

std::string_view word_of(WorkKind kind) {
  switch (kind) {
    case WorkKind::split:
      return "A: cancelled and cleared are reported";
    case WorkKind::processed:
      return "B: only clearance is reported";
    case WorkKind::total:
      return "C: only a total is reported";
    case WorkKind::stock_fall:
      break;
  }
  return "D: from the fall of the stock";
}

std::string_view word_of(Basis basis) {
  switch (basis) {
    case Basis::data:
      return "data";
    case Basis::calibrated:
      return "calibrated";
    case Basis::literature:
      return "literature";
    case Basis::lever:
      return "lever";
    case Basis::own:
    case Basis::prior:
      break;
  }
  return "prior";
}

std::string_view word_of(Baseline baseline) {
  switch (baseline) {
    case Baseline::complete:
      return "complete";
    case Baseline::partial:
      return "partial";
    case Baseline::none:
      break;
  }
  return "none";
}

/// Best value and the middle nine tenths of a distribution.
std::string distribution_text(numeric::TwoPiece const& distribution) {
  return spread_text({rounded(numeric::sample(distribution, -normal_at_95_percent), 3),
                      rounded(distribution.best, 3),
                      rounded(numeric::sample(distribution, normal_at_95_percent), 3)});
}

std::string values_text(std::vector<Spread> const& values) {
  if (values.size() == 1) return spread_text(values.front());
  std::vector<std::string> texts;
  for (auto const& value : values) texts.push_back(spread_text(value));
  if (values.size() != 9) return "[" + join(texts, ", ", ", ") + "]";
  return fmt::format("[{} {} {}, {} {} {}, {} {} {}]", texts[0], texts[1], texts[2], texts[3],
                     texts[4], texts[5], texts[6], texts[7], texts[8]);
}

/// The parameters at their medians, as the model would see them.
model::Traits<double> medians(model::CountryPlan const& country) {
  model::Traits<double> traits;
  for (unsigned k = 0; k < parameter_count; ++k) {
    traits[static_cast<Parameter>(k)] = country.parameters.spread[k].best;
  }
  return traits;
}

/// The largest work on record, taking the newest report as right.
model::PeakWork<double> median_peak(model::CountryPlan const& country,
                                    model::Traits<double> const& traits) {
  auto const& land = country.land;
  RecordedStock const newest{.confirmed_km2 = land.confirmed_km2,
                             .suspected_km2 = land.suspected_km2,
                             .unsplit_km2 = land.unsplit_km2};
  double peak = model::recorded_work(newest, traits);
  for (auto const& stock : land.peak_candidates) {
    peak = std::max(peak, model::recorded_work(stock, traits));
  }
  return {.work_km2 = peak, .report_factor = 1};
}

/// Which of the places that may give a value has given it.
std::string place_of(Explained const& explained, ParameterValue const& value) {
  auto const within = [&](ParameterValues const& values) {
    return std::ranges::any_of(values, [&](auto const& other) { return &other == &value; });
  };
  auto const* const supposed = override_of(explained.scenario, explained.state.code);
  if (supposed && within(supposed->parameters)) return "state_overrides of the scenario";
  if (within(explained.scenario.parameters)) return "parameters of the scenario";
  return explained.state.inline_state ? "programme in the scenario" : "programme of the state file";
}

void add_given(Explained const& explained, ParameterInfo const& parameter,
               ParameterValue const& value, NumberList& numbers) {
  auto const place = place_of(explained, value);
  std::string const key(parameter.key);
  std::string const unit(parameter.unit);
  if (place == "programme of the state file") {
    auto& number = numbers.add_cited(key, values_text(value.values), unit,
                                     {.ids = value.sources, .reason = value.reason});
    number.note = value.reason.empty() ? place : place + ": " + value.reason;
    return;
  }
  auto& number = numbers.add(key, values_text(value.values), unit, place, "scenario");
  number.note = value.reason;
}

/// The two shares that the state's own reports estimate; false for the others.
bool add_estimated(Explained const& explained, ParameterInfo const& parameter,
                   NumberList& numbers) {
  bool const reduced = parameter.id == Parameter::reduced_share;
  bool const confirmed = parameter.id == Parameter::confirmed_share;
  if (!explained.country || (!reduced && !confirmed)) return false;
  double const fallback = parameter.fallback.front().best;
  auto const& history = explained.known.history;
  auto const estimate = reduced ? estimate_reduced_share(history, fallback)
                                : estimate_confirmed_share(history, fallback);
  if (estimate.years == 0) return false;
  auto const& spread = explained.country->parameters.spread[static_cast<std::size_t>(parameter.id)];
  numbers
      .add(std::string(parameter.key), distribution_text(spread), std::string(parameter.unit),
           "the reported history above", estimated)
      .note = fmt::format("{} year{} of report, drawn towards the default {}", estimate.years,
                          estimate.years == 1 ? "" : "s", number_text(fallback));
  return true;
}

void add_default(Explained const& explained, ParameterInfo const& parameter, NumberList& numbers) {
  std::string const key(parameter.key);
  std::string const unit(parameter.unit);
  if (explained.scenario.certain && parameter.zero_when_certain) {
    numbers.add(key, "0", unit, "the scenario", "scenario").note = "certain: true";
    return;
  }
  numbers
      .add(key, values_text(parameter.fallback), unit, default_table,
           std::string(word_of(parameter.basis)))
      .note = std::string(parameter.source);
}

/// Undiscovered land has no default of its own: a ratio to the known mined land.
void add_undiscovered(Explained const& explained, NumberList& numbers) {
  if (!explained.country || explained.country->land.undiscovered_by_hand) return;
  auto const& land = explained.country->land;
  auto& number = numbers.add("undiscovered_km2", distribution_text(land.undiscovered_ratio),
                             "of the known mined land", default_table, "prior");
  number.note = fmt::format("baseline: {}", word_of(explained.state.baseline));
  if (land.finds_weight > 0) {
    number.note +=
        fmt::format("; drawn towards {} km2 of finds a year, as reported (weight {:.2f})",
                    number_text(land.yearly_finds_km2), land.finds_weight);
  }
}

}  // namespace

void explain_capacity(Explained const& explained, NumberList& numbers) {
  if (!explained.country) return;
  auto const& parameter = info(Parameter::capacity_km2_per_year);
  bool const drawn =
      chosen_draws(explained.scenario, explained.state, explained.known, parameter).has_value();
  if (!explained.country->capacity.estimated && !drawn) return;
  numbers.begin_section("Capacity (clearance-equivalent km2, at median parameters)");
  auto const traits = medians(*explained.country);
  for (auto const& work : explained.known.work) {
    auto const km2 = rounded(model::work_of_year(work, traits), 3);
    auto& number = numbers.add("work_km2", number_text(km2), "km2", work.source, estimated);
    number.year = work.year;
    number.note = fmt::format("{}; {} year", word_of(work.kind), report::word_of(work.regime));
  }
  if (add_drawn(explained, parameter, numbers)) return add_deviation(explained, numbers);
  auto const& plan = explained.country->capacity;
  auto const peak = median_peak(*explained.country, traits);
  auto const capacity_at = [&](double normal) {
    return rounded(model::estimated_capacity(plan, traits, peak, normal), 3);
  };
  numbers
      .add("capacity_km2_per_year",
           spread_text({capacity_at(-normal_at_95_percent), capacity_at(0),
                        capacity_at(normal_at_95_percent)}),
           "km2 a year", "the years above", estimated)
      .note =
      "their mean, as the effort behind them (the last land is dearer); one wave year counts at "
      "most 1.5 medians";
}

void explain_parameters(Explained const& explained, NumberList& numbers) {
  numbers.begin_section("Parameters in force");
  bool const splits = explained.known.stock && explained.known.stock->unsplit_km2 > 0;
  for (auto const& parameter : parameter_table()) {
    auto const* const value = value_given(explained.scenario, explained.state, parameter.id);
    bool const drawn = explained.country && parameter.id != Parameter::capacity_km2_per_year &&
                       add_drawn(explained, parameter, numbers);
    if (drawn) continue;
    bool const has_own_section = parameter.id == Parameter::capacity_km2_per_year;
    bool const is_of_no_stock = parameter.id == Parameter::recorded_confirmed_share && !splits;
    if (!value && (has_own_section || is_of_no_stock)) continue;
    if (value) {
      add_given(explained, parameter, *value, numbers);
    } else if (parameter.id == Parameter::undiscovered_km2) {
      add_undiscovered(explained, numbers);
    } else if (!add_estimated(explained, parameter, numbers) && !parameter.fallback.empty()) {
      add_default(explained, parameter, numbers);
    }
  }
}

}  // namespace minefree::report
