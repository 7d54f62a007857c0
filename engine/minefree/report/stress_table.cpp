#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/domain/donors.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/comparison.hpp>
#include <minefree/report/stress.hpp>
#include <minefree/report/table_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

constexpr int widest_table = 120;
constexpr int narrowest_text = 60;
constexpr std::size_t most_movements = 15;
constexpr std::size_t most_supposed_movements = 6;

std::string years_gained(std::optional<double> const& years) {
  return years ? fmt::format("{:.1f}", *years) : "-";
}

Difference const* main_difference(StateComparison const& state) {
  if (state.probability.empty()) return nullptr;
  return &state.probability[state.probability.size() / 2];
}

/// `38.2`, or `38.2 ?` where some states' money is supposed and not in the sum.
std::string money_text(DonorStress const& donor) {
  bool const all_unknown =
      !donor.states.empty() && donor.amount_unknown.size() == donor.states.size();
  auto const amount = all_unknown ? std::string("-") : fmt::format("{:.1f}", donor.musd_per_year);
  return amount + (donor.amount_unknown.empty() ? "  " : " ?");
}

/// How many states fewer; a gain has a minus.
std::string fewer(double difference) {
  return fmt::format("{:.3f}", difference == 0 ? 0.0 : -difference);
}

std::string donor_table(StressReport const& report, int columns, bool colour) {
  auto const& stress = report.stress;
  auto const& targets = stress.donors.front().complete;
  auto const by = targets.empty() ? std::string("Fewer complete")
                                  : fmt::format("Fewer states complete by {}",
                                                targets[targets.size() / 2].target);
  std::vector<Column> all{name_column("Donor dropped"),    column("a year", "MUSD"),
                          column("reached", "States"),     column("reported", by),
                          column("error", by, 5),          column("with *", by, 6),
                          name_column("Most hurt"),        column("later", "its futures", 4),
                          column("gained", "its years", 3)};
  all[3].strong = true;
  for (auto const& donor : stress.donors) {
    auto const* const hurt = most_hurt(donor);
    all[0].cells.push_back(shortened(donor.name, 34));
    all[1].cells.push_back(money_text(donor));
    all[2].cells.push_back(std::to_string(donor.states.size()));
    bool const counted = !donor.complete.empty();
    auto const main = donor.complete.size() / 2;
    auto const* const mean = counted ? &donor.complete_where_reported[main] : nullptr;
    all[3].cells.push_back(mean ? fewer(mean->value) : "-");
    all[4].cells.push_back(mean ? fmt::format("{:.3f}", mean->standard_error) : "-");
    all[5].cells.push_back(counted ? fewer(donor.complete[main].value) : "-");
    auto const mark = hurt ? mark_of(*hurt) : std::string{};
    all[6].cells.push_back(hurt ? table_name(hurt->name) + (mark.empty() ? "" : ' ' + mark) : "-");
    all[7].cells.push_back(hurt ? percent_text(hurt->later_share) : "-");
    all[8].cells.push_back(hurt ? years_gained(telling_median(*hurt)) : "-");
  }
  return lay_out(std::move(all), columns, colour);
}

struct Movement {
  DonorStress const* donor;
  StateComparison const* state;
};

/// Movements of states whose money is reported, or of those where it is supposed. Largest fall of
/// the chance by the main target first; then by the share of later futures.
std::vector<Movement> movements_of(Stress const& stress, bool supposed) {
  std::vector<Movement> movements;
  for (auto const& donor : stress.donors) {
    for (auto const& state : donor.states) {
      bool const of_this_kind = amount_unknown(donor, state) == supposed;
      if (of_this_kind && state.same_share < 1) movements.push_back({&donor, &state});
    }
  }
  std::ranges::stable_sort(movements, {}, [](Movement const& movement) {
    auto const* const main = main_difference(*movement.state);
    return std::pair(main ? main->value : 0.0, -movement.state->later_share);
  });
  return movements;
}

std::string movement_table(std::vector<Movement> const& movements, int columns, bool colour) {
  auto const* const first = main_difference(*movements.front().state);
  auto const by = first ? fmt::format("Complete by end of {}", first->target) : "Complete";
  std::vector<Column> all{name_column("State"),       name_column("Without"),
                          column("later", "Futures"), column("gained", "Median years"),
                          column("now", by, 5),       column("then", by, 5),
                          column("points", by),       column("error", by, 4)};
  all[2].strong = true;
  all[3].strong = true;
  for (auto const& [donor, state] : movements) {
    auto const* const main = main_difference(*state);
    auto const mark = mark_of(*state);
    all[0].cells.push_back(table_name(state->name) + (mark.empty() ? "" : ' ' + mark));
    all[1].cells.push_back(shortened(donor->name, 24));
    all[2].cells.push_back(percent_text(state->later_share));
    all[3].cells.push_back(years_gained(telling_median(*state)));
    all[4].cells.push_back(main ? percent_text(main->base) : "-");
    all[5].cells.push_back(main ? percent_text(main->other) : "-");
    all[6].cells.push_back(main ? fmt::format("{:+.1f}", 100 * main->value) : "-");
    all[7].cells.push_back(main ? fmt::format("{:.2f}", 100 * main->standard_error) : "-");
  }
  return lay_out(std::move(all), columns, colour);
}

/// A heading and the first of the movements; empty when there are none.
std::string movements_text(std::string_view heading, std::vector<Movement> movements,
                           std::size_t most, int columns, bool colour) {
  if (movements.empty()) return {};
  auto const all = movements.size();
  auto const count =
      all > most ? fmt::format(" ({} of {}; all with --json)", most, all) : std::string{};
  if (all > most) movements.resize(most);
  return fmt::format("\n{}{}\n\n", heading, count) + movement_table(movements, columns, colour);
}

std::string single_donors(Stress const& stress) {
  std::vector<std::string> parts;
  for (auto const& single : single_donor_states(stress)) {
    parts.push_back(fmt::format("{} ({}, {}{})", table_name(single.state->name), single.donor,
                                percent_text(single.share),
                                single.state->international_musd ? "" : ", amount supposed"));
  }
  if (parts.empty()) return "No state has one donor alone in the record.";
  return "One donor alone in the record, and its share of the state's international money: " +
         join(parts, ", ", ", ") + ".";
}

/// Of the states with several donors: how much hangs on the largest.
std::string largest_donors(Stress const& stress) {
  std::vector<StateDonors const*> states;
  for (auto const& state : stress.states) {
    if (state.donors.size() > 1) states.push_back(&state);
  }
  std::ranges::stable_sort(states, std::greater<>{},
                           [](auto const* state) { return state->donors[0].share; });
  std::vector<std::string> parts;
  for (auto const* state : states) {
    parts.push_back(fmt::format("{} ({}, {})", table_name(state->name), state->donors[0].donor,
                                percent_text(state->donors[0].share)));
  }
  if (parts.empty()) return {};
  return "The largest of several: " + join(parts, ", ", ", ") + ".";
}

/// What dropping a donor cannot show.
std::string unseen(Stress const& stress) {
  std::vector<std::string> no_rows;
  std::vector<std::string> supposed;
  for (auto const& state : stress.states) {
    if (state.donors.empty()) no_rows.push_back(table_name(state.name));
    if (!state.donors.empty() && !state.international_musd)
      supposed.push_back(table_name(state.name));
  }
  std::string text;
  if (stress.named_share) {
    text += fmt::format(
        "Rows of donors explain {} of the international money that is reported for these states, and "
        "totals fill in another {} (imputed); the rest has no donor here and is never dropped. ",
        percent_text(*stress.named_share), percent_text(stress.imputed_share.value_or(0)));
  }
  if (!no_rows.empty()) {
    text += fmt::format("No donor is known, so that nothing can be seen: {}. ",
                        join(no_rows, ", ", ", "));
  }
  if (!supposed.empty()) {
    text += fmt::format(
        "* The amount is not reported but supposed (prior), and the few rows that there are count as "
        "all of it, so that a donor weighs too much: {}. ",
        join(supposed, ", ", ", "));
  }
  return text;
}

std::string conditions(StressReport const& report) {
  auto const& stress = report.stress;
  auto text = fmt::format(
      "Each donor in turn gives {} from {} on{}, and nobody steps in; the same {} futures as '{}'. ",
      stress.share >= 1 ? "nothing" : percent_text(stress.share) + " less", stress.from,
      report.usual_year
          ? " (the second simulated year, as most of the first is given; --from takes "
            "another)"
          : "",
      with_commas(report.provenance.trajectories), report.name);
  return text;
}

}  // namespace

std::string to_table(StressReport const& report, TableStyle const& style) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_table);
  auto const& stress = report.stress;
  std::string text = bold(report.name, style.colour) + "\n\n";
  if (stress.states.empty()) return text + "No state can be estimated.\n";
  text += wrapped("", strongest_sentence(stress, report.provenance.horizon), 0, columns);
  text += wrapped("", conditions(report), 0, columns);
  if (!stress.donors.empty()) text += "\n" + donor_table(report, columns, style.colour);

  text += movements_text("The largest movements", movements_of(stress, false), most_movements,
                         columns, style.colour);
  text +=
      movements_text("* Where the amount is not reported but supposed (prior)",
                     movements_of(stress, true), most_supposed_movements, columns, style.colour);

  text += "\n" + wrapped("", single_donors(stress), 2, columns);
  if (auto const largest = largest_donors(stress); !largest.empty())
    text += wrapped("", largest, 2, columns);
  if (auto const not_seen = unseen(stress); !not_seen.empty())
    text += wrapped("", not_seen, 2, columns);
  text += wrapped(
      "",
      fmt::format(
          "MUSD a year: total taken away, million USD of {}, mean of {} to the horizon, "
          "before ups and downs; ? without states whose amount is supposed. Years gained: "
          "over futures in which both complete and the dates differ; - when those are under "
          "5 %. Errors are Monte Carlo standard errors under shared draws.",
          report.price_year, stress.from),
      2, columns);
  std::vector<StateComparison const*> shown;
  for (auto const& donor : stress.donors) {
    for (auto const& state : donor.states) shown.push_back(&state);
  }
  if (auto const legend = legend_of(shown); !legend.empty())
    text += wrapped("", legend, 2, columns);
  return text;
}

}  // namespace minefree::report
