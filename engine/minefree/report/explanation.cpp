#include <minefree/report/explanation.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/explanation_parts.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/state_words.hpp>

namespace minefree::report {

namespace {

constexpr std::string_view between_sources = " + ";

/// The ids in a text of sources; words such as `default table` are among them.
std::vector<std::string> ids_in(std::string_view sources) {
  std::vector<std::string> ids;
  for (std::size_t start = 0; start < sources.size();) {
    auto const end = std::min(sources.find(between_sources, start), sources.size());
    ids.emplace_back(sources.substr(start, end - start));
    start = end + between_sources.size();
  }
  return ids;
}

/// The latest year in which one of the sources was published.
std::optional<int> published(Scenario const& scenario, std::string_view sources) {
  std::optional<int> latest;
  for (auto const& id : ids_in(sources)) {
    auto const found = scenario.source_years.find(id);
    if (found != scenario.source_years.end()) latest = std::max(latest.value_or(0), found->second);
  }
  return latest;
}

SourceTitles titles_named(std::vector<ExplainedNumber> const& numbers, SourceTitles const& titles) {
  SourceTitles named;
  if (titles.empty()) return named;
  for (auto const& number : numbers) {
    for (auto const& id : ids_in(number.source)) {
      if (auto const found = titles.find(id); found != titles.end()) named.insert(*found);
    }
  }
  return named;
}

}  // namespace

ExplainedNumber& NumberList::add(std::string name, std::string value, std::string unit,
                                 std::string source, std::string kind) {
  ExplainedNumber number;
  number.section = section_;
  number.name = std::move(name);
  number.value = std::move(value);
  number.unit = std::move(unit);
  if (source != last_source_) {  // figures of one source stand together
    last_source_ = source;
    published_ = published(explained_.scenario, source);
  }
  number.published = published_;
  number.source = std::move(source);
  number.kind = std::move(kind);
  numbers_.push_back(std::move(number));
  return numbers_.back();
}

ExplainedNumber& NumberList::add_cited(std::string name, std::string value, std::string unit,
                                       Citation const& citation) {
  auto const& ids = citation.ids;
  bool const own = ids.empty() || std::ranges::find(ids, "own") != ids.end();
  bool const by_scenario = explained_.state.inline_state;
  auto source = ids.empty() ? std::string(by_scenario ? "the scenario" : "own")
                            : join(ids, between_sources, between_sources);
  auto& number = add(std::move(name), std::move(value), std::move(unit), std::move(source),
                     by_scenario ? "scenario" : (own ? "prior" : "data"));
  number.note = citation.reason;
  return number;
}

std::string number_text(double value) { return shortest(rounded(value, area_decimals)); }

std::string spread_text(Spread const& spread) {
  if (spread.low == spread.high) return number_text(spread.best);
  return fmt::format("{} ({} to {})", number_text(spread.best), number_text(spread.low),
                     number_text(spread.high));
}

std::string word_of(Regime regime) {
  switch (regime) {
    case Regime::open:
      return "open";
    case Regime::restricted:
      return "restricted";
    case Regime::conflict:
      break;
  }
  return "conflict";
}

std::string word_of(Series series) {
  switch (series) {
    case Series::official:
      return "official";
    case Series::mine_action_review:
      return "mine_action_review";
    case Series::all_ordnance:
      break;
  }
  return "all_ordnance";
}

std::string span_text(std::optional<int> from, std::optional<int> to) {
  if (from && to)
    return *from == *to ? fmt::format("in {}", *from) : fmt::format("{} to {}", *from, *to);
  if (from) return fmt::format("from {}", *from);
  return to ? fmt::format("to {}", *to) : std::string{};
}

Explainer::Explainer(Scenario const& scenario, Plan const& plan)
    : scenario_(scenario),
      plan_(plan),
      donor_matrices_(plan.donor_matrices),
      donor_matrix_(donor_matrices_.of(scenario)) {}

Explanation Explainer::of(std::string const& code, SourceTitles const& titles) const {
  Explanation explanation;
  auto const state = std::ranges::find(scenario_.states, code, &StateData::code);
  if (state == scenario_.states.end()) return explanation;
  auto const& known = plan_.known[static_cast<std::size_t>(state - scenario_.states.begin())];
  auto const country = std::ranges::find(plan_.countries, code, &model::CountryPlan::code);
  Explained const explained{.scenario = scenario_,
                            .state = *state,
                            .known = known,
                            .country = country == plan_.countries.end() ? nullptr : &*country,
                            .donor_matrix = donor_matrix_};

  explanation.code = code;
  explanation.name = state->name;
  explanation.scenario = scenario_.name;
  explanation.origin = scenario_.origin;
  explanation.estimable = known.estimable();
  if (known.conditional) explanation.condition = override_of(scenario_, code)->condition;
  explanation.reasons = reasons_of(*state, known);
  if (!known.estimable() && !known.complete) explanation.needs = words_of(state->status.needs);

  NumberList numbers(explained);
  explain_treaty(explained, numbers);
  explain_series(explained, numbers);
  explain_history(explained, numbers);
  explain_stock(explained, numbers);
  explain_capacity(explained, numbers);
  explain_funding(explained, numbers);
  explain_security(explained, numbers);
  explain_people(explained, numbers);
  if (!known.complete) {  // a complete state is not simulated
    explain_levers(explained, numbers);
    explain_parameters(explained, numbers);
  }
  explanation.numbers = std::move(numbers).take();
  explanation.sources = titles_named(explanation.numbers, titles);
  return explanation;
}

Explanation explain(Scenario const& scenario, Plan const& plan, std::string const& code,
                    SourceTitles const& titles) {
  return Explainer(scenario, plan).of(code, titles);
}

Explanation explain_left_out(Scenario const& scenario, StateData const& state,
                             SourceTitles const& titles) {
  auto with_it = scenario;
  with_it.states.push_back(state);
  auto const plan = make_plan(with_it);
  auto explanation = explain(with_it, plan, state.code, titles);
  explanation.not_in_run =
      plan.known.back().complete ? explanation.reasons.front() : "the scenario does not ask for it";
  return explanation;
}

}  // namespace minefree::report
