#include <minefree/report/explanation.hpp>

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/domain/donors.hpp>
#include <minefree/domain/plain_projection.hpp>
#include <minefree/model/capacity_estimate.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

std::string number_text(double value) { return shortest(rounded(value, 6)); }

std::string spread_text(Spread const& spread) {
  if (spread.low == spread.high) return number_text(spread.best);
  return fmt::format("{} ({} to {})", number_text(spread.best), number_text(spread.low), number_text(spread.high));
}

std::string_view kind_of(Basis basis) {
  switch (basis) {
    case Basis::data: return "data";
    case Basis::calibrated: return "calibrated";
    case Basis::literature: return "literature";
    case Basis::lever: return "lever";
    case Basis::own:
    case Basis::prior: break;
  }
  return "prior";
}

std::string_view word_of(Regime regime) {
  switch (regime) {
    case Regime::open: return "open";
    case Regime::restricted: return "restricted";
    case Regime::conflict: break;
  }
  return "conflict";
}

std::string_view word_of(WorkKind kind) {
  switch (kind) {
    case WorkKind::split: return "A: cancelled, reduced and cleared reported";
    case WorkKind::processed: return "B: only clearance reported";
    case WorkKind::total: return "C: only a total reported";
    case WorkKind::stock_fall: break;
  }
  return "D: from the fall of the stock";
}

/// Collects the numbers of one state, section by section, in the order in which the model uses them.
class Collector {
 public:
  Collector(Scenario const& scenario, StateData const& state, KnownState const& known,
            model::CountryPlan const* country)
      : scenario_(scenario), state_(state), known_(known), country_(country) {}

  std::vector<ExplainedNumber> collect() {
    treaty();
    history();
    later_figures();
    starting_stock();
    capacity();
    parameters();
    funding();
    donor_shares();
    security();
    levers();
    return std::move(numbers_);
  }

 private:
  ExplainedNumber& add(std::string section, std::string name, std::string value, std::string unit,
                       std::string source, std::string kind) {
    ExplainedNumber number;
    number.section = std::move(section);
    number.name = std::move(name);
    number.value = std::move(value);
    number.unit = std::move(unit);
    number.published = published(source);
    number.source = std::move(source);
    number.kind = std::move(kind);
    numbers_.push_back(std::move(number));
    return numbers_.back();
  }

  /// The latest year in which a source (or one of several, joined by " + ") was published.
  std::optional<int> published(std::string const& sources) const {
    std::optional<int> latest;
    std::size_t start = 0;
    while (start < sources.size()) {
      auto const end = std::min(sources.find(" + ", start), sources.size());
      auto const found = scenario_.source_years.find(sources.substr(start, end - start));
      if (found != scenario_.source_years.end()) latest = std::max(latest.value_or(0), found->second);
      start = end + 3;
    }
    return latest;
  }

  std::string source_text(std::vector<std::string> const& ids) const {
    return ids.empty() ? own() : join(ids, " + ", " + ");
  }
  std::string own() const { return state_.inline_state ? "the scenario" : "own"; }
  std::string kind_of_source(std::vector<std::string> const& ids) const {
    if (state_.inline_state) return "scenario";
    return ids.empty() || std::ranges::find(ids, "own") != ids.end() ? "prior" : "data";
  }

  void treaty() {
    auto const deadline = deadline_known_at(state_.treaty, scenario_.origin);
    for (auto const& granted : state_.treaty.deadlines) {
      if (granted.granted > scenario_.origin + 1) continue;
      auto& number = add("Treaty and plan", "deadline", to_text(granted.date), "date",
                         source_text(granted.source.ids), kind_of_source(granted.source.ids));
      number.year = granted.granted;
      number.note = deadline && granted.date == *deadline ? "in force at the origin" : granted.source.reason;
    }
    if (state_.treaty.deadline) {
      add("Treaty and plan", "deadline", to_text(*state_.treaty.deadline), "date", own(), "scenario");
    }
    for (auto const& plan : state_.plans) {
      if (plan.published > scenario_.origin + 1 || !admissible(plan.source, scenario_.origin)) continue;
      auto const source = source_text(plan.source.ids);
      auto const kind = kind_of_source(plan.source.ids);
      auto const say = [&](std::string name, std::string value, std::string unit) {
        auto& number = add("Treaty and plan", std::move(name), std::move(value), std::move(unit), source, kind);
        number.year = plan.published;
        number.note = plan.source.reason;
      };
      if (plan.stated_completion) say("stated_completion", to_text(*plan.stated_completion), "date");
      if (plan.planned_km2_per_year) say("planned_km2_per_year", number_text(*plan.planned_km2_per_year), "km2 a year");
      if (plan.cost_musd) say("cost_musd", number_text(*plan.cost_musd), "MUSD");
    }
  }

  /// Figure by figure what the record says, with the one line of reason of the row it was taken from.
  void figures_of(YearFigures const& year, std::string const& section, std::string_view note) {
    auto const say = [&](std::optional<Figure> const& figure, std::string name) {
      if (!figure) return;
      auto& number = add(section, std::move(name), number_text(figure->value), "km2", figure->source,
                         state_.inline_state ? "scenario" : "data");
      number.year = year.year;
      number.note = note.empty() ? reason_of(year.year, figure->source) : std::string(note);
    };
    say(year.confirmed_km2, "confirmed_km2");
    say(year.suspected_km2, "suspected_km2");
    say(year.contamination_km2, "contamination_km2");
    say(year.cancelled_km2, "cancelled_km2");
    say(year.reduced_km2, "reduced_km2");
    say(year.cleared_km2, "cleared_km2");
    say(year.released_km2, "released_km2");
    say(year.discovered_km2, "discovered_km2");
    say(year.confirmed_by_survey_km2, "confirmed_by_survey_km2");
  }

  std::string reason_of(int year, std::string const& source) const {
    for (auto const& row : state_.history) {
      if (row.year == year && join(row.source.ids, " + ", " + ") == source) return row.source.reason;
    }
    return {};
  }

  void history() {
    for (auto const& year : known_.history) figures_of(year, "Reported history", "");
  }

  void later_figures() {
    for (auto const& year : history_after(state_, scenario_.origin)) {
      figures_of(year, "Reported after the origin", "for comparison only, not used");
    }
  }

  void starting_stock() {
    auto const hand = [&](InitialStock const& stock, std::string const& source, std::string const& kind) {
      auto const say = [&](std::optional<Spread> const& spread, std::string name) {
        if (spread) add("Starting stock", std::move(name), spread_text(*spread), "km2", source, kind);
      };
      say(stock.confirmed_km2, "confirmed_km2");
      say(stock.suspected_km2, "suspected_km2");
      say(stock.undiscovered_km2, "undiscovered_km2");
    };
    hand(state_.initial, own(), "scenario");
    auto const* override_ = override_of(scenario_, state_.code);
    if (override_) hand(override_->stock, "state_overrides of the scenario", "scenario");
    if (!country_ || country_->land.confirmed_by_hand || country_->land.suspected_by_hand || !known_.stock) return;

    auto const& stock = *known_.stock;
    auto const say = [&](double km2, std::string name, std::string note) {
      auto& number = add("Starting stock", std::move(name), number_text(km2), "km2", stock.source, "data");
      number.year = stock.year;
      number.note = std::move(note);
    };
    if (stock.unsplit_km2 > 0) {
      say(stock.unsplit_km2, "contamination_km2", "split by recorded_confirmed_share");
    } else {
      say(stock.confirmed_km2, "confirmed_km2", "");
      say(stock.suspected_km2, "suspected_km2", "");
    }
  }

  /// The parameters at their medians, as the model would see them.
  model::Traits<double> medians() const {
    model::Traits<double> traits;
    for (unsigned k = 0; k < parameter_count; ++k) {
      traits[static_cast<Parameter>(k)] = country_->parameters.spread[k].best;
    }
    return traits;
  }

  void capacity() {
    if (!country_ || !country_->capacity.estimated) return;
    auto const traits = medians();
    for (auto const& work : known_.work) {
      auto& number = add("Capacity", "work_of_year_km2", number_text(rounded(model::work_of_year(work, traits), 3)),
                         "km2", work.source, "estimated from data");
      number.year = work.year;
      number.note = fmt::format("{}; {} year", word_of(work.kind), word_of(work.regime));
    }
    auto plan = country_->capacity;
    plan.certain = true;
    add("Capacity", "capacity_km2_per_year", number_text(rounded(model::estimated_capacity(plan, traits, 0.0), 3)),
        "km2 a year", "the years above", "estimated from data")
        .note = "mean, one wave year counted at most 1.5 medians; clearance-equivalent, at median parameters";
  }

  /// Which of the places that may give a value has given it; empty for the default.
  std::string place_of(ParameterValue const& value) const {
    auto const within = [&](ParameterValues const& values) {
      return !values.empty() && &value >= values.data() && &value < values.data() + values.size();
    };
    auto const* override_ = override_of(scenario_, state_.code);
    if (override_ && within(override_->parameters)) return "state_overrides of the scenario";
    if (within(scenario_.parameters)) return "parameters of the scenario";
    return state_.inline_state ? "programme in the scenario" : "programme of the state file";
  }

  void parameters() {
    for (auto const& parameter : parameter_table()) {
      auto const* given = value_given(scenario_, state_, parameter.id);
      if (given) {
        given_parameter(parameter, *given);
      } else if (!estimated_parameter(parameter) && !parameter.fallback.empty()) {
        default_parameter(parameter);
      }
    }
    if (country_ && !country_->land.undiscovered_by_hand) {
      auto const& ratio = country_->land.undiscovered_ratio;
      auto& number = add("Parameters", "undiscovered_km2", number_text(ratio.best), "of known mined land",
                         "default table, by baseline", "prior");
      if (country_->land.finds_weight > 0) {
        number.note = fmt::format("drawn towards reported finds of {} km2 a year (weight {:.2f})",
                                  number_text(country_->land.yearly_finds_km2), country_->land.finds_weight);
      }
    }
  }

  void given_parameter(ParameterInfo const& parameter, ParameterValue const& value) {
    auto const place = place_of(value);
    bool const by_file = place == "programme of the state file";
    auto& number = add("Parameters", std::string(parameter.key), values_text(value.values), std::string(parameter.unit),
                       value.sources.empty() ? place : join(value.sources, " + ", " + "),
                       by_file ? kind_of_source(value.sources) : "scenario");
    number.note = value.sources.empty() || place.empty() ? value.reason
                  : value.reason.empty()                  ? place
                                                          : place + ": " + value.reason;
  }

  bool estimated_parameter(ParameterInfo const& parameter) {
    if (!country_) return false;
    bool const reduced = parameter.id == Parameter::reduced_share;
    if (!reduced && parameter.id != Parameter::confirmed_share) return false;
    double const fallback = parameter.fallback.front().best;
    auto const estimate = reduced ? estimate_reduced_share(known_.history, fallback)
                                  : estimate_confirmed_share(known_.history, fallback);
    if (estimate.years == 0) return false;
    add("Parameters", std::string(parameter.key), number_text(rounded(estimate.best, 3)), std::string(parameter.unit),
        "the reported history above", "estimated from data")
        .note = fmt::format("{} year{} of report, drawn towards the default {}", estimate.years,
                            estimate.years == 1 ? "" : "s", number_text(fallback));
    return true;
  }

  void default_parameter(ParameterInfo const& parameter) {
    if (parameter.id == Parameter::recorded_confirmed_share && (!known_.stock || known_.stock->unsplit_km2 == 0)) return;
    auto const source = parameter.source.empty() ? std::string("default table")
                                                 : "default table: " + std::string(parameter.source);
    auto& number = add("Parameters", std::string(parameter.key), values_text(parameter.fallback),
                       std::string(parameter.unit), source, std::string(kind_of(parameter.basis)));
    if (scenario_.certain && parameter.zero_when_certain) {
      number.value = "0";
      number.kind = "scenario";
      number.note = "certain: true";
    }
  }

  static std::string values_text(std::vector<Spread> const& values) {
    std::vector<std::string> texts;
    for (auto const& value : values) texts.push_back(spread_text(value));
    return texts.size() == 1 ? texts.front() : "[" + join(texts, ", ", ", ") + "]";
  }

  void funding() {
    if (!state_.funding) {
      add("Funding", "funding", state_.inline_state ? "constant" : "unknown", "", own(), state_.inline_state ? "scenario" : "prior")
          .note = state_.inline_state ? "" : "taken as capacity times cost_musd_per_km2 over 1 - overhead_share";
      return;
    }
    auto const& data = *state_.funding;
    auto const say = [&](std::optional<double> const& musd, std::string name, FundingYear const* row) {
      if (!musd) return;
      auto const ids = row ? row->source.ids : std::vector<std::string>{};
      auto& number = add("Funding", std::move(name), number_text(*musd), "MUSD a year", source_text(ids), kind_of_source(ids));
      if (row) number.year = row->year;
      number.note = row ? row->source.reason : "constant";
    };
    say(data.international_musd, "international_musd", nullptr);
    say(data.national_musd, "national_musd", nullptr);
    for (auto const& row : data.years) {
      if (row.year > scenario_.origin || !admissible(row.source, scenario_.origin)) continue;
      say(row.international_musd, "international_musd", &row);
      say(row.national_musd, "national_musd", &row);
    }
    if (!country_ || country_->funding.mean_musd <= 0) return;
    add("Funding", "mean_musd", number_text(rounded(country_->funding.mean_musd, 3)),
        fmt::format("MUSD a year, prices of {}", scenario_.funding.price_year), "the newest three reported years",
        "estimated from data")
        .note = "total a year; only the ratio to it drives capacity";
  }

  void donor_shares() {
    for (auto const& row : state_.donor_shares) {
      if (row.year > scenario_.origin || !admissible(row.source, scenario_.origin)) continue;
      auto const donor = donor_named(row.donor);
      auto& number = add("Donors", row.donor, number_text(row.musd), "MUSD", source_text(row.source.ids),
                         kind_of_source(row.source.ids));
      number.year = row.year;
      number.note = donor ? std::string(donor->name) : std::string{};
    }
  }

  void security() {
    for (auto const& span : state_.security) {
      if (!admissible(span.source, scenario_.origin)) continue;
      auto& number = add("Security", "regime", std::string(word_of(span.regime)), fmt::format("{} to {}", span.from, span.to),
                         source_text(span.source.ids), kind_of_source(span.source.ids));
      number.note = span.source.reason;
    }
  }

  void levers() {
    auto const* override_ = override_of(scenario_, state_.code);
    if (override_ && override_->starts) {
      add("Scenario", "starts", std::to_string(*override_->starts), "year", "state_overrides of the scenario", "scenario")
          .note = override_->condition;
    }
    if (auto const found = scenario_.survey.find(state_.code); found != scenario_.survey.end()) {
      for (auto const& lever : found->second) {
        add("Scenario", "survey intensity", number_text(lever.intensity), "times", "survey of the scenario", "scenario");
      }
    }
    if (auto const found = scenario_.security.find(state_.code); found != scenario_.security.end()) {
      for (auto const& lever : found->second) {
        add("Scenario", "forced regime", std::string(word_of(lever.regime)), "", "security of the scenario", "scenario")
            .year = lever.from;
      }
    }
  }

  Scenario const& scenario_;
  StateData const& state_;
  KnownState const& known_;
  model::CountryPlan const* country_;
  std::vector<ExplainedNumber> numbers_;
};

}  // namespace

Explanation explain(Scenario const& scenario, Plan const& plan, std::string const& code) {
  Explanation explanation;
  auto const found = std::ranges::find(scenario.states, code, &StateData::code);
  if (found == scenario.states.end()) return explanation;
  auto const index = static_cast<std::size_t>(found - scenario.states.begin());
  auto const country = std::ranges::find(plan.countries, code, &model::CountryPlan::code);
  KnownState const& known = plan.known[index];
  explanation.code = code;
  explanation.name = found->name;
  explanation.scenario = scenario.name;
  explanation.origin = scenario.origin;
  explanation.estimable = known.estimable();
  explanation.reasons = known.reasons;
  Collector collector(scenario, *found, known, country == plan.countries.end() ? nullptr : &*country);
  explanation.numbers = collector.collect();
  return explanation;
}

}  // namespace minefree::report
