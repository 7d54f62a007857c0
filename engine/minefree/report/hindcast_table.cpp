#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include <minefree/report/columns.hpp>
#include <minefree/report/hindcast.hpp>
#include <minefree/report/words.hpp>

namespace minefree::report {
namespace {

using hindcast::HindcastResult;
using hindcast::ScoreRow;
using hindcast::Variable;

/// What a line of a table is about.
struct Key {
  Variable variable{};
  std::optional<int> horizon;
  hindcast::Mode mode{};
};

std::vector<ScoreRow const*> rows_of(HindcastResult const& result, Key const& key) {
  std::vector<ScoreRow const*> rows;
  for (ScoreRow const& row : result.rows) {
    bool const wanted = !row.origin && row.variable == key.variable && row.horizon == key.horizon &&
                        row.mode == key.mode;
    if (wanted) rows.push_back(&row);
  }
  return rows;
}

ScoreRow const* find(std::vector<ScoreRow const*> const& rows, std::string const& model,
                     std::string const& metric, std::optional<std::string> const& baseline) {
  auto const found = std::ranges::find_if(rows, [&](ScoreRow const* row) {
    return row->model == model && row->metric == metric && row->baseline == baseline;
  });
  return found == rows.end() ? nullptr : *found;
}

std::string score_text(double value) { return fmt::format("{:.3f}", value); }

std::string with_interval(ScoreRow const& row) {
  if (!row.interval) return fmt::format("{:.2f}", row.value);
  return fmt::format("{:.2f} ({:.2f} to {:.2f})", row.value, row.interval->low, row.interval->high);
}

/// With one more digit, so that a value just beside its aim is seen to be.
std::string finely(ScoreRow const& row) {
  if (!row.interval) return fmt::format("{:.3f}", row.value);
  return fmt::format("{:.3f} (95 %: {:.2f} to {:.2f})", row.value, row.interval->low,
                     row.interval->high);
}

std::string share_with_interval(ScoreRow const& row) {
  if (!row.interval) return percent_text(row.value);
  return fmt::format("{} (95 %: {} to {})", percent_text(row.value),
                     percent_text(row.interval->low), percent_text(row.interval->high));
}

std::vector<std::string> models_in(std::vector<ScoreRow const*> const& rows) {
  std::vector<std::string> models{std::string(hindcast::our_model)};
  for (ScoreRow const* row : rows) {
    if (std::ranges::find(models, row->model) == models.end()) models.push_back(row->model);
  }
  return models;
}

struct Words {
  std::string title, score, own_metric, relative_metric, relative_heading;
};

Words words_of(Variable variable) {
  switch (variable) {
    case Variable::stock:
      return {"Known mined area", "WIS", "wis", "relative_wis", "ours / this one"};
    case Variable::release:
      return {"Land released since the origin", "WIS", "wis", "relative_wis", "ours / this one"};
    case Variable::casualties:
      return {"Casualties of the year", "WIS", "wis", "relative_wis", "ours / this one"};
    case Variable::world_funding:
      return {"International money for the world", "WIS", "wis", "relative_wis", "ours / this one"};
    case Variable::date:
      return {"Date of the declaration, years up to the end of 2025", "CRPS", "tw_crps",
              "relative_tw_crps", "ours / this one"};
    case Variable::deadline_met:
      return {"Deadline met", "Brier", "brier", "brier_skill", "our skill against it"};
    case Variable::extension_asked:
      return {"Longer deadline granted within five years", "Brier", "brier", "brier_skill",
              "our skill against it"};
  }
  return {};
}

std::string table_of(HindcastResult const& result, Key const& key, TableStyle const& style) {
  auto const rows = rows_of(result, key);
  if (rows.empty()) return {};
  auto const words = words_of(key.variable);
  std::vector<Column> columns{{.heading = "model", .group = {}, .align = Align::left},
                              {.heading = "n", .group = {}},
                              {.heading = words.score, .group = {}, .strong = true},
                              {.heading = words.relative_heading, .group = {}, .importance = 1}};
  bool const covers = words.own_metric == "wis";
  if (covers) {
    for (auto const* const share : {"50 %", "80 %", "95 %"}) {
      columns.push_back({.heading = share, .group = "coverage of", .importance = 2});
    }
    columns.push_back({.heading = "bias", .group = {}, .importance = 3});
  }
  for (auto const& model : models_in(rows)) {
    ScoreRow const* own = find(rows, model, words.own_metric, std::nullopt);
    if (!own) continue;
    auto const ours = std::string(hindcast::our_model);
    ScoreRow const* relative = find(rows, ours, words.relative_metric, model);
    columns[0].cells.push_back(model);
    columns[1].cells.push_back(std::to_string(own->n));
    columns[2].cells.push_back(score_text(own->value));
    columns[3].cells.push_back(relative ? with_interval(*relative) : "");
    if (!covers) continue;
    std::size_t column = 4;
    for (auto const* const metric : {"coverage_50", "coverage_80", "coverage_95"}) {
      ScoreRow const* row = find(rows, model, metric, std::nullopt);
      columns[column++].cells.push_back(row ? percent_text(row->value) : "");
    }
    ScoreRow const* bias = find(rows, model, "bias", std::nullopt);
    columns[column].cells.push_back(bias ? fmt::format("{:+.2f}", bias->value) : "");
  }
  std::string title = words.title;
  bool const ahead = key.horizon && key.variable != Variable::extension_asked;
  if (ahead) title += fmt::format(", {} year{} ahead", *key.horizon, *key.horizon == 1 ? "" : "s");
  return "\n" + bold(title, style.colour) + "\n" + lay_out(columns, style.columns, style.colour);
}

std::string primary_text(HindcastResult const& result, TableStyle const& style) {
  std::string text;
  for (auto const& endpoint : result.primary) {
    std::string sentence = endpoint.name + ": ";
    sentence.front() = static_cast<char>(std::toupper(sentence.front()));
    if (!endpoint.score) {
      sentence += "no case to score.";
    } else {
      bool const share = endpoint.score->metric == "coverage_80";
      sentence +=
          fmt::format("{}, n = {}; aim {}: {}.",
                      share ? share_with_interval(*endpoint.score) : finely(*endpoint.score),
                      endpoint.score->n, endpoint.aim, endpoint.met ? "met" : "missed");
    }
    text += wrapped("", sentence, 2, style.columns);
  }
  return text;
}

std::string origins_text(HindcastResult const& result, TableStyle const& style) {
  std::string origins;
  for (auto const& origin : result.origins) {
    origins += fmt::format("{}{} ({} states)", origins.empty() ? "" : ", ", origin.origin,
                           origin.estimable);
  }
  int funding = 0;
  int security = 0;
  for (auto const& origin : result.origins) {
    funding += origin.realised.funding_state_years;
    security += origin.realised.security_state_years;
  }
  auto const redefined = std::ranges::count_if(result.cases, [](hindcast::Case const& scored) {
    return scored.redefined && scored.mode == hindcast::Mode::unconditional;
  });
  auto const calibrated = std::ranges::count_if(
      result.origins, [](auto const& origin) { return origin.posterior_sha256.has_value(); });
  bool const others = calibrated < std::ssize(result.origins);
  auto const sentence = fmt::format("Origins, end of: {}. With draws of a calibration: {} of {}{}.",
                                    origins, calibrated, result.origins.size(),
                                    others ? "; the others use the estimator" : "");
  auto text = wrapped("", sentence, 2, style.columns);
  text += wrapped("",
                  fmt::format("Scored apart (in --json and --out), since the record was counted "
                              "anew in between: {} cases. The conditional runs were told {} "
                              "state-years of money and {} of security.",
                              redefined, funding, security),
                  2, style.columns);
  return text;
}

std::string landmine_free_text(HindcastResult const& result, TableStyle const& style) {
  if (result.landmine_free_2025.empty()) return {};
  std::vector<Column> columns{{.heading = "state", .group = {}, .align = Align::left},
                              {.heading = "ours", .group = "complete by 2025", .strong = true},
                              {.heading = "call", .group = "analysts'", .align = Align::left},
                              {.heading = "as a probability", .group = "analysts'"},
                              {.heading = "outcome", .group = {}, .align = Align::left}};
  for (auto const& row : result.landmine_free_2025) {
    if (!row.call && row.probability < 0.005 && !row.complete) continue;
    columns[0].cells.push_back(row.name);
    columns[1].cells.push_back(percent_text(row.probability));
    columns[2].cells.push_back(!row.call                             ? "-"
                               : *row.call == LikelihoodCall::high   ? "high"
                               : *row.call == LikelihoodCall::medium ? "medium"
                                                                     : "low");
    columns[3].cells.push_back(row.call_probability ? percent_text(*row.call_probability) : "-");
    columns[4].cells.push_back(row.complete ? "complete" : "not complete");
  }
  auto const scores = scores_of(result.landmine_free_2025);
  auto const origin = result.landmine_free_2025.front().origin;
  return "\n" +
         bold(fmt::format("Complete by the end of 2025, as seen from the end of {}", origin),
              style.colour) +
         "\n" + lay_out(columns, style.columns, style.colour) +
         wrapped("",
                 fmt::format("Brier score over all {} states {:.3f}; over the {} with a call, ours "
                             "{:.3f}, the calls' {:.3f}. States without a call and below 0.5 % are "
                             "left out of the table.",
                             scores.all, scores.ours, scores.with_call, scores.ours_with_call,
                             scores.calls),
                 2, style.columns);
}

std::string notes(TableStyle const& style) {
  std::string text = "\n";
  text += wrapped("",
                  "WIS: weighted interval score of log(value + 5 % of the stock at the origin), "
                  "smaller is better; 'ours / this one' below 1 means that ours was better on the "
                  "cases that both have. _spread: given the errors that the same forecast made in "
                  "earlier years. best_simple: the better of persistence and remaining area / mean "
                  "release, with spread.",
                  2, style.columns);
  text += wrapped("",
                  "Intervals: 95 %, from drawing whole states anew. Few states completed, so dates "
                  "and deadlines say little either way.",
                  2, style.columns);
  return text;
}

}  // namespace

std::string to_table(HindcastReport const& report, TableStyle const& style) {
  auto const& result = report.result;
  std::string text = primary_text(result, style) + origins_text(result, style);
  for (auto const variable :
       {Variable::stock, Variable::release, Variable::date, Variable::deadline_met,
        Variable::extension_asked, Variable::casualties, Variable::world_funding}) {
    for (std::optional<int> const horizon :
         {std::optional<int>(), std::optional(1), std::optional(3), std::optional(5)}) {
      text += table_of(result, {variable, horizon, hindcast::Mode::unconditional}, style);
    }
  }
  auto const conditional =
      table_of(result, {Variable::stock, 3, hindcast::Mode::conditional}, style);
  if (!conditional.empty()) text += "\nTold the money and the security that came:" + conditional;
  return text + landmine_free_text(result, style) + notes(style);
}

}  // namespace minefree::report
