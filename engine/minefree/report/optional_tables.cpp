#include <minefree/report/optional_tables.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

using States = std::vector<StateSummary const*>;

/// Those that have a part; the others with the reason why not.
template <class Part>
States states_with(RunSummary const& summary, std::optional<Part> OptionalSummary::* part) {
  States states;
  for (auto const& state : summary.states) {
    if (state.optional.*part) states.push_back(&state);
  }
  return states;
}

class Columns {
 public:
  explicit Columns(States states) : states_(std::move(states)) {}

  template <class CellOf>
  void add(std::string group, std::string heading, int importance, CellOf cell_of) {
    Column column{.heading = std::move(heading),
                  .group = std::move(group),
                  .importance = importance,
                  .cells = {}};
    if (columns_.empty()) column.align = Align::left;
    for (auto const* state : states_) column.cells.push_back(cell_of(*state));
    columns_.push_back(std::move(column));
  }

  std::string text(int columns, bool colour) {
    return lay_out(std::move(columns_), columns, colour);
  }

 private:
  States states_;
  std::vector<Column> columns_;
};

std::string whole_text(double number) {
  return with_commas(static_cast<std::uint64_t>(rounded(number, 0)));
}

std::string range_text(double low, double high) {
  return fmt::format("{} to {}", whole_text(low), whole_text(high));
}

std::string share_text(std::optional<double> const& share) {
  return share ? percent_text(*share) : "-";
}

std::string group_text(std::vector<GroupShare> const& groups, std::string_view name) {
  auto const found = std::ranges::find(groups, name, &GroupShare::group);
  return found == groups.end() ? "-" : percent_text(found->share);
}

void add_groups(Columns& table, std::vector<GroupShare> const& (*groups_of)(StateSummary const&)) {
  for (char const* const group : {"men", "women", "boys", "girls", "unknown"}) {
    table.add("Of them", group, 5,
              [=](StateSummary const& state) { return group_text(groups_of(state), group); });
  }
}

std::string refusals(States const& states,
                     std::vector<std::string> const& (*reasons_of)(StateSummary const&),
                     int columns) {
  std::string names;
  std::string reason;
  for (auto const* state : states) {
    if (reasons_of(*state).empty()) continue;
    names += (names.empty() ? "" : ", ") + state->name;
    reason = reasons_of(*state).front();
  }
  return names.empty() ? std::string{}
                       : wrapped("", fmt::format("Refused, as {}: {}.", reason, names), 2, columns);
}

States those_with(States states,
                  std::vector<std::string> const& (*reasons_of)(StateSummary const&)) {
  std::erase_if(states, [&](auto const* state) { return !reasons_of(*state).empty(); });
  return states;
}

/// The later of the targets, else ten years on: the year that a table shows beside the first one.
std::size_t shown_year(RunSummary const& summary) {
  int const year = summary.targets.empty() ? summary.years.front() + 9 : summary.targets.back();
  auto const index = static_cast<std::size_t>(std::max(0, year - summary.years.front()));
  return std::min(index, summary.years.size() - 1);
}

std::string residual_text(RunSummary const& summary, int columns, bool colour) {
  auto const states = states_with(summary, &OptionalSummary::residual);
  if (states.empty()) return {};
  auto const& first = *states.front()->optional.residual;
  auto const of = [](StateSummary const& state) -> ResidualSummary const& {
    return *state.optional.residual;
  };
  Columns table(states);
  table.add("", "State", 9, [](StateSummary const& state) { return state.name; });
  auto const finds = [=](StateSummary const& state, std::size_t year) {
    auto const& counts = of(state).finds_per_year;
    return year < counts.p05.size() ? range_text(counts.p05[year], counts.p95[year])
                                    : std::string("-");
  };
  table.add("Finds a year", "1st", 8, [=](StateSummary const& state) { return finds(state, 0); });
  table.add("Finds a year", "10th", 7, [=](StateSummary const& state) { return finds(state, 9); });
  table.add("Teams that", "keep up", 9, [=](StateSummary const& state) {
    auto const& residual = of(state);
    if (!residual.judged) return std::string("-");
    return residual.smallest_teams ? std::to_string(*residual.smallest_teams)
                                   : fmt::format(">{}", residual.keeps_up_every_year.size());
  });
  table.add("Their cost", "MUSD a year", 8, [=](StateSummary const& state) {
    auto const& cost = of(state).smallest_teams_cost_musd_per_year_total;
    return cost ? fmt::format("{:.1f} to {:.1f}", cost->p05, cost->p95) : "-";
  });
  table.add(fmt::format("With {} team{}", first.teams, first.teams == 1 ? "" : "s"),
            "adequate 10 years", 8,
            [=](StateSummary const& state) { return share_text(of(state).adequate_every_year); });
  table.add("Found again", "within 10 years", 8, [=](StateSummary const& state) {
    return share_text(of(state).reopened_within_10_years);
  });
  auto text = '\n' + bold("After completion", colour) + "\n\n" + table.text(columns, colour);
  text +=
      '\n' +
      wrapped(
          "",
          fmt::format(
              "Ten years from the declaration, or from {} where that is later. Finds: mines "
              "reported, 5th to 95th percentile. Keep up: no backlog and nine of ten finds "
              "answered within {:g} days, every year, in {} of futures, by teams that are never "
              "lost; adequate: the same with the {} team{} of the scenario, which may be lost. "
              "Cost: total, prices of {}, prior. Found again: mined land above the size of a "
              "task makes the state affected again. '-': the window does not end within the "
              "horizon in any future.",
              summary.years.front(), first.response_days, percent_text(first.adequacy_target),
              first.teams, first.teams == 1 ? "" : "s", first.price_year),
          2, columns);
  return text;
}

std::vector<std::string> const& casualty_reasons(StateSummary const& state) {
  return state.optional.casualties->reasons;
}
std::vector<GroupShare> const& casualty_groups(StateSummary const& state) {
  return state.optional.casualties->groups;
}

std::string casualties_text(RunSummary const& summary, int columns, bool colour) {
  auto const all = states_with(summary, &OptionalSummary::casualties);
  if (all.empty()) return {};
  auto const states = those_with(all, casualty_reasons);
  auto text = '\n' + bold("People killed or injured a year", colour) + "\n\n";
  if (!states.empty()) {
    auto const of = [](StateSummary const& state) -> CasualtySummary const& {
      return *state.optional.casualties;
    };
    auto const late = shown_year(summary);
    Columns table(states);
    table.add("", "State", 9, [](StateSummary const& state) { return state.name; });
    table.add("Reported", "mean", 9, [=](StateSummary const& state) {
      return whole_text(of(state).reported_mean_per_year);
    });
    table.add("Reported", "years", 7, [=](StateSummary const& state) {
      return fmt::format("{}-{:02}", of(state).reported_from, of(state).reported_to % 100);
    });
    for (std::size_t const year : {std::size_t{0}, late}) {
      table.add(std::to_string(summary.years[year]), "P50", 9, [=](StateSummary const& state) {
        return whole_text(of(state).casualties.p50[year]);
      });
      table.add(std::to_string(summary.years[year]), "P5 to P95", 8,
                [=](StateSummary const& state) {
                  return range_text(of(state).casualties.p05[year], of(state).casualties.p95[year]);
                });
    }
    add_groups(table, casualty_groups);
    text += table.text(columns, colour) + '\n';
  }
  text += refusals(all, casualty_reasons, columns);
  auto const effect = states.empty() ? 0 : states.front()->optional.casualties->effect;
  text += wrapped(
      "",
      "Casualties of mines and of other explosive remnants, as recorded; many are not recorded. They are "
      "supposed to fall with the land and to rise with fighting (prior). Shares are those of the years "
      "that report them; unknown is what they leave open.",
      2, columns);
  if (effect > 0) {
    text += wrapped(
        "",
        fmt::format(
            "The scenario supposes an effect of risk education of {:g} on the log scale; no "
            "figure of such an effect was found.",
            effect),
        2, columns);
  }
  return text;
}

std::vector<std::string> const& people_reasons(StateSummary const& state) {
  return state.optional.people->reasons;
}
std::vector<GroupShare> const& people_groups(StateSummary const& state) {
  return state.optional.people->groups;
}

std::string people_text(RunSummary const& summary, int columns, bool colour) {
  auto const all = states_with(summary, &OptionalSummary::people);
  if (all.empty()) return {};
  auto const states = those_with(all, people_reasons);
  auto text = '\n' + bold("People exposed to mines", colour) + "\n\n";
  if (!states.empty()) {
    auto const of = [](StateSummary const& state) -> PeopleSummary const& {
      return *state.optional.people;
    };
    auto const late = shown_year(summary);
    Columns table(states);
    table.add("", "State", 9, [](StateSummary const& state) { return state.name; });
    table.add("Reported", "people", 9, [=](StateSummary const& state) {
      return whole_text(of(state).reported_people_exposed);
    });
    table.add("Reported", "as of", 8,
              [=](StateSummary const& state) { return std::to_string(of(state).reported_year); });
    table.add(std::to_string(summary.years[late]), "P50", 9, [=](StateSummary const& state) {
      return whole_text(of(state).people_exposed.p50[late]);
    });
    table.add(std::to_string(summary.years[late]), "P5 to P95", 8, [=](StateSummary const& state) {
      return range_text(of(state).people_exposed.p05[late], of(state).people_exposed.p95[late]);
    });
    add_groups(table, people_groups);
    table.add("Risk education", "reached", 6, [=](StateSummary const& state) {
      auto const& people = of(state);
      return people.eore_people
                 ? fmt::format("{} ({})", whole_text(*people.eore_people), *people.eore_year)
                 : "-";
    });
    text += table.text(columns, colour) + '\n';
  }
  text += refusals(all, people_reasons, columns);
  text += wrapped(
      "",
      "The reported figure, in proportion to the known mined land that is left. What counts as exposed "
      "differs from state to state: the figures do not add up to a world total.",
      2, columns);
  return text;
}

}  // namespace

std::string optional_tables(RunSummary const& summary, int columns, bool colour) {
  return casualties_text(summary, columns, colour) + people_text(summary, columns, colour) +
         residual_text(summary, columns, colour);
}

}  // namespace minefree::report
