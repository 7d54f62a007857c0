#include <minefree/report/sentences.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {

namespace {

/// Later than this many years before the newest source, an origin counts as today.
constexpr int years_of_today = 2;

/// The middle target, the later of two; the horizon when there are none.
int main_target(RunSummary const& summary) {
  auto const& targets = summary.targets;
  return targets.empty() ? summary.provenance.horizon : targets[targets.size() / 2];
}

std::size_t index_of(RunSummary const& summary, int year) {
  return static_cast<std::size_t>(year - summary.years.front());
}

std::string course(RunSummary const& summary) {
  if (summary.changes_course) return "In this scenario";
  if (is_looking_back(summary))
    return fmt::format("On the course of {}", summary.provenance.origin);
  return "On today's course";
}

/// The state of a run that is about one alone, and can be estimated.
StateSummary const* only_state(RunSummary const& summary) {
  bool const alone = summary.states.size() == 1 && summary.states.front().estimable();
  return alone ? &summary.states.front() : nullptr;
}

std::string in_year(std::optional<double> const& decimal_year, int horizon) {
  if (!decimal_year) return fmt::format("after {}", horizon);
  return std::to_string(calendar_year(*decimal_year));
}

bool any_state(RunSummary const& summary, auto predicate) {
  return std::ranges::any_of(summary.states, [&](StateSummary const& state) {
    return state.projection && predicate(state);
  });
}

/// What a basis is called in a sentence; the marks of the table say the same.
std::string_view basis_in_words(std::string_view basis) {
  if (basis == "data") return "states with data";
  return basis == "mixed" ? "those marked +" : "those marked *";
}

std::string marks_explained(RunSummary const& summary) {
  std::string text;
  auto const add = [&](std::string_view part) {
    text += fmt::format("{}{}", text.empty() ? "" : "; ", part);
  };
  if (any_state(summary, [](auto const& state) { return state.basis == "mixed"; })) {
    add("+ rests partly on judgement (prior), as releases are reported for fewer than three of the last "
        "five years");
  }
  if (any_state(summary, [](auto const& state) { return state.basis == "prior"; })) {
    add("* rests on judgement or given values alone (prior)");
  }
  if (any_state(summary, [](auto const& state) { return state.conditional; })) {
    add("? conditional, holds only if ");
    for (auto const& state : summary.states) {
      if (state.projection && state.conditional) {
        text +=
            fmt::format("{}{}: {}", text.ends_with("if ") ? "" : ", ", state.code, state.condition);
      }
    }
  }
  return text;
}

/// `Newest stock: 2024 for 9 states, oldest 2019 (Peru).` Of the states that get a date from a
/// recorded one.
std::string age_of_stocks(RunSummary const& summary) {
  constexpr std::size_t most_names = 3;
  std::map<int, std::vector<std::string>> names;
  for (auto const& state : summary.states) {
    if (state.projection && state.last_stock_year)
      names[*state.last_stock_year].push_back(state.name);
  }
  if (names.empty()) return {};
  auto const& [newest, with_newest] = *names.rbegin();
  if (names.size() == 1) return fmt::format(" Newest stock: {}.", newest);
  auto const& [oldest, with_oldest] = *names.begin();
  auto const of_oldest = with_oldest.size() <= most_names
                             ? join(with_oldest, ", ", " and ")
                             : fmt::format("{} states", with_oldest.size());
  return fmt::format(" Newest stock: {} for {} {}, oldest {} ({}).", newest, with_newest.size(),
                     with_newest.size() == 1 ? "state" : "states", oldest, of_oldest);
}

/// What a parameter decides, in words of people who do not read the model.
struct PlainWords {
  Parameter parameter;
  std::string_view words;
};
constexpr std::array plain_words{
    PlainWords{Parameter::capacity_km2_per_year, "each state's pace"},
    PlainWords{Parameter::reduced_share, "how its land is released"},
    PlainWords{Parameter::log_deviation_sd, "how much output varies"},
    PlainWords{Parameter::pause_probability, "how often programmes pause"},
    PlainWords{Parameter::resurvey_per_year, "waves of survey"},
    PlainWords{Parameter::discovery_per_year, "how fast unrecorded land is found"},
    PlainWords{Parameter::survey_cost_ratio, "what survey costs"},
    PlainWords{Parameter::funding_elasticity, "what money changes"},
    PlainWords{Parameter::maturity_penalty, "how much dearer the last land is"},
};

/// What the record has decided, and what is left to judgement.
std::string what_is_judgement(RunSummary const& summary) {
  if (!summary.calibration) {
    return "For every state, how fast unrecorded land is found, what survey costs and how money "
           "moves is judgement (prior); this run uses no calibration.";
  }
  auto const& calibrated = summary.calibration->calibrated;
  std::vector<std::string> fitted;
  std::vector<std::string> judged;
  for (auto const& [parameter, words] : plain_words) {
    bool const narrowed = std::ranges::find(calibrated, info(parameter).key) != calibrated.end();
    (narrowed ? fitted : judged).emplace_back(words);
  }
  auto text = fmt::format("Fitted to the record ({}): {}.", summary.calibration->posterior,
                          fitted.empty() ? "nothing" : join(fitted, ", ", " and "));
  if (!judged.empty()) {
    text += fmt::format(" Still judgement (prior): {}.", join(judged, ", ", " and "));
  }
  return text;
}

/// `data 0.86 (n = 12)`, for each basis among the states that has such a score.
std::string scores_by_basis(RunSummary const& summary,
                            std::optional<SkillScore> HindcastSkill::* score,
                            std::string (*text_of)(double)) {
  std::map<std::string, std::string> by_basis;
  for (auto const& state : summary.states) {
    if (!state.projection || !state.skill || !((*state.skill).*score)) continue;
    auto const& found = *((*state.skill).*score);
    auto const range = found.low && found.high
                           ? fmt::format(" ({} to {})", text_of(*found.low), text_of(*found.high))
                           : std::string{};
    by_basis[state.basis] = fmt::format("{}{} for {} (n = {})", text_of(found.value), range,
                                        basis_in_words(state.basis), found.cases);
  }
  std::vector<std::string> parts;
  for (auto const& [basis, text] : by_basis) parts.push_back(text);
  return join(parts, ", ", " and ");
}

std::string skill_in_words(RunSummary const& summary) {
  auto const error = scores_by_basis(summary, &HindcastSkill::relative_wis,
                                     [](double value) { return fmt::format("{:.2f}", value); });
  if (error.empty()) return {};
  auto const held = scores_by_basis(summary, &HindcastSkill::coverage_80, percent_text);
  return fmt::format(
      "Error to simple: how such forecasts did when made from earlier years (docs/hindcast.md). "
      "Their error in the land left after three years, over that of the better simple forecast, "
      "was {}; the 80 % interval held {}; 95 % intervals in brackets.",
      error, held);
}

}  // namespace

std::optional<double> quantile_at(DateQuantiles const& quantiles, double share) {
  auto const found = std::ranges::find(quantiles, share, &DateQuantile::share);
  return found == quantiles.end() ? std::nullopt : found->year;
}

bool is_looking_back(RunSummary const& summary) {
  return summary.newest_source_year > summary.provenance.origin + years_of_today;
}

std::string state_sentence(StateSummary const& state, RunSummary const& summary) {
  auto const horizon = summary.provenance.horizon;
  auto const& quantiles = state.projection->completion.quantiles;
  auto const middle = quantile_at(quantiles, 0.5);
  auto text = state.conditional ? fmt::format("Supposing {}, {}", state.condition, state.name)
                                : fmt::format("{} {}", course(summary), state.name);
  text += fmt::format(" completes {}{} (80 %: {} to {}).", middle ? "in " : "",
                      in_year(middle, horizon), in_year(quantile_at(quantiles, 0.1), horizon),
                      in_year(quantile_at(quantiles, 0.9), horizon));
  return text;
}

std::string main_sentence(RunSummary const& summary) {
  if (auto const* const state = only_state(summary)) return state_sentence(*state, summary);
  auto const target = main_target(summary);
  auto const year = index_of(summary, target);
  auto const& world = summary.world;
  return fmt::format("{} about {} of {} {} by {} (80 %: {} to {}).", course(summary),
                     world.p50[year], world.affected,
                     world.affected == 1 ? "state completes" : "states complete", target,
                     world.p10[year], world.p90[year]);
}

std::string further_sentence(RunSummary const& summary) {
  if (only_state(summary)) return {};
  std::string text;
  for (int const target : summary.targets) {
    if (target == main_target(summary)) continue;
    auto const year = index_of(summary, target);
    auto const& world = summary.world;
    text += fmt::format("{} {} it is {} ({} to {})", text.empty() ? "By" : ", by", target,
                        world.p50[year], world.p10[year], world.p90[year]);
  }
  if (!text.empty()) text += ".";
  int const refused = summary.world.affected - summary.world.estimable;
  if (refused > 0) {
    text +=
        fmt::format("{}For {} of the {} no date can be given; they are counted as not complete.",
                    text.empty() ? "" : " ", refused, summary.world.affected);
  }
  return text;
}

std::vector<std::string> notes_of(RunSummary const& summary, std::string const& scenario_path) {
  auto const& provenance = summary.provenance;
  std::vector<std::string> notes;
  if (summary.world.estimable > 0) {
    notes.push_back(fmt::format(
        "P10, P50, P90: complete by then in 1, 5 and 9 of 10 futures; >{} is not within the horizon. "
        "Article 5: deadline in force and chance to meet it. Own plan: date the state names. Straight "
        "line: area left / mean release of three years.",
        provenance.horizon));
    if (auto const marks = marks_explained(summary); !marks.empty()) notes.push_back(marks + ".");
    if (!summary.certain) notes.push_back(what_is_judgement(summary));
    if (auto const scores = skill_in_words(summary); !scores.empty()) notes.push_back(scores);
  }
  bool const has_error = !summary.certain && summary.largest_error_months;
  auto const error = has_error
                         ? fmt::format("; Monte Carlo error of P50 and P80 at most {:.1f} months",
                                       *summary.largest_error_months)
                         : std::string{};
  notes.push_back(fmt::format("Figures up to {}.{} {} futures, seed {}{}.", provenance.origin,
                              age_of_stocks(summary), with_commas(provenance.trajectories),
                              provenance.seed, error));
  auto const any = std::ranges::find_if(summary.states, &StateSummary::estimable);
  auto const& code = any != summary.states.end() ? any->code : summary.states.front().code;
  notes.push_back(fmt::format("Every number and its source: minefree explain {} {}",
                              shell_word(scenario_path), shell_word(code)));
  return notes;
}

}  // namespace minefree::report
