#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/columns.hpp>
#include <minefree/report/solution.hpp>
#include <minefree/report/solution_words.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

constexpr int widest_text = 120;
constexpr int narrowest_text = 60;

/// `absorption (were it lifted: 71 %)`
std::string lifted_text(LiftedBound const& lifted) {
  return fmt::format("{} {}", name_of(lifted.bound), percent_text(lifted.probability));
}

std::string reached_sentence(SolvedState const& state, Solution const& solution) {
  auto const& answer = *state.answer;
  auto const goal = fmt::format("{} completes by the end of {} with a probability of {}",
                                state.name, *solution.by, asked_text(solution.probability));
  if (*answer.musd_per_year_additional == 0) {
    return fmt::format("{} with the money of this scenario: it is {} without anything more.", goal,
                       percent_text(answer.now.probability));
  }
  auto text = fmt::format("{} if {} million USD a year come on top of the usual {}, {}: {} in all",
                          goal, money_text(*answer.musd_per_year_additional),
                          money_text(answer.musd_per_year_now), span_of(solution.years),
                          money_text(*answer.musd_per_year_total()));
  if (auto const factor = times_usual(answer); !factor.empty())
    text += fmt::format(", {} times", factor);
  text += fmt::format(" (prices of {}).", solution.price_year);
  text += fmt::format(" With the money of this scenario the probability is {}.",
                      percent_text(answer.now.probability));
  return text;
}

std::string binding_sentences(SolvedState const& state, Solution const& solution) {
  auto const& answer = *state.answer;
  auto const goal = fmt::format("a probability of {} by the end of {}",
                                asked_text(solution.probability), *solution.by);
  if (answer.binding == Bound::money && answer.lifted.empty()) {
    return fmt::format(
        "{} does not reach {} with {} million USD a year on top, the most that was looked for: the "
        "probability is {} then, and {} with unlimited money. What binds is money.",
        state.name, goal, money_text(solution.most_musd_per_year),
        percent_text(answer.achieved.probability), percent_text(answer.unlimited->probability));
  }
  auto text = fmt::format(
      "No sum of money gives {} {}: the probability is {} now and {} with unlimited money from {} "
      "on.",
      state.name, goal, percent_text(answer.now.probability),
      percent_text(answer.unlimited->probability), solution.years.from);
  text += fmt::format(" What binds most is {}.", name_of(*answer.binding));
  std::vector<std::string> parts;
  for (auto const& lifted : answer.lifted) parts.push_back(lifted_text(lifted));
  text += fmt::format(" With unlimited money and one bound supposed away: {}.",
                      join(parts, ", ", ", "));
  if (answer.needed.empty()) {
    text +=
        " Not even with all of them supposed away: what is left is the time that work takes, "
        "and luck.";
  } else if (answer.needed.size() > 1) {
    text += fmt::format(" It takes {} together.", names_of(answer.needed));
  }
  return text;
}

std::string absorption_sentence(MoneyAnswer const& answer) {
  if (!answer.unspent_share || *answer.unspent_share < 0.05) return {};
  return fmt::format("Of the whole sum, {} is more than teams can take up in these years.",
                     percent_text(*answer.unspent_share));
}

std::string date_words(std::optional<double> const& date, int horizon) {
  return date ? fmt::format("in {}", calendar_year(*date)) : fmt::format("after {}", horizon);
}

std::string given_sentence(SolvedState const& state, Solution const& solution) {
  int const horizon = solution.provenance.horizon;
  double const more = state.given->musd_per_year_additional;
  return fmt::format(
      "With {} million USD a year from {} on ({} {} than usual, prices of {}) {} completes {} in the "
      "median and {} with a probability of {}; with the money of this scenario {} and {}.",
      money_text(state.musd_per_year_now + more), solution.years.from, money_text(std::abs(more)),
      more < 0 ? "less" : "more", solution.price_year, state.name,
      date_words(state.given->dates.p50, horizon),
      date_words(state.given->dates.at_probability, horizon), asked_text(solution.probability),
      date_words(state.now.p50, horizon), date_words(state.now.at_probability, horizon));
}

std::string deadline_sentence(SolvedState const& state, Solution const& solution) {
  auto const& dates = state.given ? state.given->dates : state.now;
  auto const deadline = dates.deadline_to_ask_for();
  auto const money = state.given ? "With that money" : "With the money of this scenario";
  if (!deadline) {
    return fmt::format("{} no deadline before {} is met with a probability of {}.", money,
                       solution.provenance.horizon + 1, asked_text(solution.probability));
  }
  return fmt::format("{} the deadline to ask for, met with a probability of {}, is {}.", money,
                     asked_text(solution.probability), to_text(*deadline));
}

std::string sentences_of(SolvedState const& state, Solution const& solution, int columns) {
  std::vector<std::string> sentences;
  if (state.answer) {
    sentences.push_back(state.answer->reachable ? reached_sentence(state, solution)
                                                : binding_sentences(state, solution));
    sentences.push_back(absorption_sentence(*state.answer));
  }
  if (state.given) sentences.push_back(given_sentence(state, solution));
  sentences.push_back(deadline_sentence(state, solution));
  if (state.money_is_prior) {
    sentences.push_back(
        "What it gets now is in no report: the usual sum is taken from its capacity and the cost of "
        "a square kilometre elsewhere (prior), and so are all sums here.");
  }
  if (!state.condition.empty())
    sentences.push_back(fmt::format("Conditional: {}.", state.condition));
  std::string text;
  for (auto const& sentence : sentences) {
    if (!sentence.empty()) text += wrapped("", sentence, 0, columns);
  }
  return text;
}

std::string main_sentence(Solution const& solution) {
  if (!solution.by) return {};
  std::size_t already = 0;
  std::size_t reachable = 0;
  std::size_t beyond_money = 0;
  for (auto const& state : solution.states) {
    if (state.answer->binding == Bound::money && state.answer->lifted.empty()) ++beyond_money;
    if (!state.answer->reachable) continue;
    ++(*state.answer->musd_per_year_additional == 0 ? already : reachable);
  }
  auto const too_dear = beyond_money == 0
                            ? std::string()
                            : fmt::format("{} only with more than {} million USD a year on top, ",
                                          beyond_money, money_text(solution.most_musd_per_year));
  return fmt::format(
      "Of {} states, {} complete by the end of {} with a probability of {} as it is, {} with more "
      "money {}, {}and {} with no sum of money.",
      solution.states.size(), already, *solution.by, asked_text(solution.probability), reachable,
      span_of(solution.years), too_dear,
      solution.states.size() - already - reachable - beyond_money);
}

std::string notes_of(Solution const& solution, int columns) {
  std::string text;
  if (solution.by) {
    text += wrapped(
        "",
        fmt::format("MUSD: million USD of {}; usual: expected money a year in this scenario {}; "
                    "more: additional, with its Monte Carlo error; unspent: share of it all that "
                    "teams cannot take up. What binds when no sum will do: absorption, access or "
                    "discovery, which must be overcome together where several are named.",
                    solution.price_year, span_of(solution.years)),
        2, columns);
  }
  auto const prior = std::ranges::any_of(solution.states, &SolvedState::money_is_prior);
  if (prior) {
    text += wrapped("",
                    "$: what the state gets now is in no report but taken from its capacity and a "
                    "usual cost (prior). *: the state's date rests on judgement, + partly.",
                    2, columns);
  }
  text += wrapped("",
                  fmt::format("Now: with the money of this scenario, the year of the median and of "
                              "{}; 31 December of the latter is the deadline to ask for.",
                              asked_text(solution.probability)),
                  2, columns);
  return text;
}

std::string refusals(Solution const& solution, int columns) {
  std::string names;
  if (solution.states.empty() && solution.refused.size() == 1) {
    auto const& state = solution.refused.front();
    return wrapped("", fmt::format("{}: {}.", state.name, join(state.reasons, "; ", "; ")), 0,
                   columns);
  }
  for (auto const& state : solution.refused) {
    if (state.status == StateStatus::declared) continue;
    names += fmt::format("{}{}", names.empty() ? "" : ", ", state.name);
  }
  if (names.empty()) return {};
  return "\n" + wrapped("",
                        "No money gives a date where none can be estimated: " + names +
                            ". The reasons: minefree run.",
                        2, columns);
}

}  // namespace

std::string to_text(Solution const& solution, TableStyle const& style) {
  int const columns = std::clamp(style.columns, narrowest_text, widest_text);
  auto text = bold(solution.name, style.colour) + "\n\n";
  if (solution.states.size() == 1) {
    text += sentences_of(solution.states.front(), solution, columns);
  } else if (!solution.states.empty()) {
    if (auto const sentence = main_sentence(solution); !sentence.empty())
      text += bold(wrapped("", sentence, 0, columns), style.colour) + "\n";
    text += solved_table(solution, columns, style.colour) + "\n";
    text += faint(notes_of(solution, columns), style.colour);
  }
  return text + refusals(solution, columns);
}

}  // namespace minefree::report
