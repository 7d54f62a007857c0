#include <minefree/report/report_facts.hpp>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <minefree/base/text.hpp>
#include <minefree/domain/history.hpp>
#include <minefree/ensemble/yearly_money.hpp>
#include <minefree/report/comparison.hpp>
#include <minefree/report/optional_tables.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {

namespace {

constexpr int columns_of_optional_tables = 100;

std::optional<double> value_of(std::optional<Figure> const& figure) {
  return figure ? std::optional(rounded(figure->value, area_decimals)) : std::nullopt;
}

/// The ids of the sources of a year's figures of land, each once, in the order of the figures.
std::string sources_of(YearFigures const& year, std::optional<RecordedStock> const& stock) {
  std::vector<std::string> ids;
  auto const add = [&](std::string const& id) {
    if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  };
  if (stock) add(stock->source);
  for (auto const* figure : {&year.cancelled_km2, &year.reduced_km2, &year.cleared_km2,
                             &year.released_km2, &year.discovered_km2}) {
    if (*figure) add((*figure)->source);
  }
  return join(ids, " + ", " + ");
}

std::vector<ReportedYear> reported_land(std::vector<YearFigures> const& history) {
  std::vector<ReportedYear> reported;
  for (auto const& figures : history) {
    auto const stock = stock_of(history, figures.year);
    ReportedYear year{.year = figures.year,
                      .cancelled_km2 = value_of(figures.cancelled_km2),
                      .reduced_km2 = value_of(figures.reduced_km2),
                      .cleared_km2 = value_of(figures.cleared_km2),
                      .released_km2 = rounded(released_km2(figures), area_decimals),
                      .discovered_km2 = value_of(figures.discovered_km2),
                      .source = sources_of(figures, stock)};
    if (stock) year.remaining_km2 = rounded(stock->total_km2(), area_decimals);
    if (year.remaining_km2 || year.released_km2 || year.discovered_km2) reported.push_back(year);
  }
  return reported;
}

void add_reported_money(Scenario const& scenario, StateData const& state,
                        std::vector<ReportedYear>& reported) {
  if (!state.funding) return;
  for (auto const& row : state.funding->years) {
    if (!usable_money(scenario, row.year, row.source)) continue;
    auto found = std::ranges::lower_bound(reported, row.year, {}, &ReportedYear::year);
    if (found == reported.end() || found->year != row.year) {
      found = reported.insert(found, ReportedYear{});
      found->year = row.year;
    }
    auto const in_prices = [&](double musd) {
      return rounded(in_price_year(scenario, row.year, musd), money_decimals);
    };
    if (row.international_musd) found->international_musd = in_prices(*row.international_musd);
    if (row.national_musd) found->national_musd = in_prices(*row.national_musd);
  }
}

/// In ten futures as likely as one another: those in the middle of each tenth.
std::map<int, std::vector<int>> ten_futures(RunSummary const& summary, Ensemble const& ensemble) {
  std::map<int, std::vector<int>> by_target;
  for (int tenth = 0; tenth < 10; ++tenth) {
    auto const complete = quantile_of_complete_states(ensemble, (2 * tenth + 1) / 20.0);
    for (int const target : summary.targets) {
      by_target[target].push_back(
          complete[static_cast<std::size_t>(target - summary.years.front())]);
    }
  }
  return by_target;
}

}  // namespace

std::vector<std::string> sentences_of(std::vector<ScenarioChange> const& changes) {
  std::vector<std::string> sentences;
  for (auto const& change : changes) sentences.push_back(sentence_of(change));
  return sentences;
}

ReportFacts report_facts(Scenario const& scenario, Plan const& plan, Ensemble const& ensemble,
                         RunSummary const& summary, ReportInput input) {
  ReportFacts facts;
  facts.description = scenario.description;
  facts.based = std::move(input.based);
  facts.asked = std::move(input.asked);
  facts.ten_futures = ten_futures(summary, ensemble);
  facts.optional_parts = optional_tables(summary, columns_of_optional_tables, false);
  Explainer const explainer(scenario, plan);
  for (auto const& state : summary.states) {
    if (!state.estimable()) continue;
    auto const data = std::ranges::find(scenario.states, state.code, &StateData::code);
    auto const country = std::ranges::find(plan.countries, state.code, &model::CountryPlan::code);
    auto const& known = plan.known[static_cast<std::size_t>(data - scenario.states.begin())];
    auto& told = facts.states[state.code];
    told.reported = reported_land(known.history);
    add_reported_money(scenario, *data, told.reported);
    told.money_is_prior = country->funding.mean_musd <= 0;
    auto explanation = explainer.of(state.code, input.titles);
    told.numbers = std::move(explanation.numbers);
    facts.sources.insert(explanation.sources.begin(), explanation.sources.end());
  }
  return facts;
}

}  // namespace minefree::report
