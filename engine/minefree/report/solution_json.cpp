#include <nlohmann/json.hpp>

#include <minefree/base/text.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/json_values.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/solution.hpp>

namespace minefree::report {
namespace {

Json money(std::optional<double> const& musd) {
  return musd ? Json(rounded(*musd, money_decimals)) : Json(nullptr);
}

Json share(double value) { return rounded(value, share_decimals); }

Json date(std::optional<double> const& decimal_year) {
  return decimal_year ? Json(rounded(*decimal_year, date_decimals)) : Json(nullptr);
}

void add_dates(DatesOfMoney const& dates, Json& json) {
  json["p50"] = date(dates.p50);
  json["date_at_probability"] = date(dates.at_probability);
  auto const deadline = dates.deadline_to_ask_for();
  json["deadline_to_ask_for"] = deadline ? Json(to_text(*deadline)) : Json(nullptr);
}

void add_answer(MoneyAnswer const& answer, Json& json) {
  json["reachable"] = answer.reachable;
  json["binding"] = answer.binding ? Json(name_of(*answer.binding)) : Json(nullptr);
  json["musd_per_year_total"] = money(answer.musd_per_year_total());
  json["musd_per_year_additional"] = money(answer.musd_per_year_additional);
  json["musd_per_year_standard_error"] = money(answer.additional_standard_error);
  auto const total = answer.musd_per_year_total();
  bool const has_multiplier = total && answer.musd_per_year_now > 0;
  json["multiplier"] =
      has_multiplier ? Json(rounded(*total / answer.musd_per_year_now, 3)) : Json(nullptr);
  json["achieved_probability"] = share(answer.achieved.probability);
  json["achieved_probability_standard_error"] = share(answer.achieved.standard_error);
  json["probability_now"] = share(answer.now.probability);
  json["probability_with_unlimited_money"] =
      answer.unlimited ? share(answer.unlimited->probability) : Json(nullptr);
  json["unspent_share"] = answer.unspent_share ? share(*answer.unspent_share) : Json(nullptr);
  Json bounds = Json::array();
  for (auto const& lifted : answer.lifted) {
    bounds.push_back(
        {{"bound", name_of(lifted.bound)}, {"probability_without", share(lifted.probability)}});
  }
  json["bounds"] = bounds;
  Json needed = Json::array();
  for (Bound const bound : answer.needed) needed.push_back(name_of(bound));
  json["must_go_together"] = needed;
}

Json json_of(SolvedState const& state, Solution const& solution) {
  Json json{{"state", state.code}, {"name", state.name}};
  json["by"] = solution.by ? Json(*solution.by) : Json(nullptr);
  json["probability"] = solution.probability;
  if (state.answer) add_answer(*state.answer, json);
  json["musd_per_year_now"] = money(state.musd_per_year_now);
  json["money_is_prior"] = state.money_is_prior;
  json["price_year"] = solution.price_year;
  json["from"] = solution.years.from;
  json["to"] = solution.years.to;
  Json now = Json::object();
  add_dates(state.now, now);
  json["now"] = now;
  json["deadline_to_ask_for"] = now["deadline_to_ask_for"];
  if (state.given) {
    Json given{{"musd_per_year_total",
                money(state.musd_per_year_now + state.given->musd_per_year_additional)},
               {"musd_per_year_additional", money(state.given->musd_per_year_additional)}};
    add_dates(state.given->dates, given);
    json["with_money"] = given;
  }
  if (!state.condition.empty()) json["condition"] = state.condition;
  return json;
}

}  // namespace

std::string to_json(Solution const& solution, bool of_one_state) {
  if (of_one_state && solution.states.size() == 1) {
    Json json = json_of(solution.states.front(), solution);
    json["provenance"] = json_of(solution.provenance);
    return json.dump(1) + "\n";
  }
  if (of_one_state && solution.states.empty() && solution.refused.size() == 1) {
    auto const& state = solution.refused.front();
    return Json{{"state", state.code},
                {"name", state.name},
                {"by", solution.by ? Json(*solution.by) : Json(nullptr)},
                {"probability", solution.probability},
                {"reachable", false},
                {"reasons", state.reasons},
                {"provenance", json_of(solution.provenance)}}
               .dump(1) +
           "\n";
  }
  Json states = Json::array();
  for (auto const& state : solution.states) states.push_back(json_of(state, solution));
  Json refused = Json::array();
  for (auto const& state : solution.refused) {
    refused.push_back({{"state", state.code}, {"name", state.name}, {"reasons", state.reasons}});
  }
  return Json{{"format", 1},
              {"provenance", json_of(solution.provenance)},
              {"states", states},
              {"not_estimable", refused}}
             .dump(1) +
         "\n";
}

std::string to_csv(Solution const& solution) {
  CsvLines csv("state,result,value,unit");
  for (auto const& state : solution.states) {
    auto const row = [&](std::string_view result, std::optional<double> value, int decimals,
                         std::string_view unit) {
      if (value) csv.row(state.code, result, shortest(rounded(*value, decimals)), unit);
    };
    row("musd_per_year_now", state.musd_per_year_now, money_decimals, "MUSD a year");
    row("p50_now", state.now.p50, date_decimals, "decimal year");
    row("date_at_probability_now", state.now.at_probability, date_decimals, "decimal year");
    if (auto const& answer = state.answer) {
      row("reachable", answer->reachable ? 1 : 0, 0, "1 or 0");
      row("musd_per_year_additional", answer->musd_per_year_additional, money_decimals,
          "MUSD a year");
      row("musd_per_year_standard_error", answer->additional_standard_error, money_decimals,
          "MUSD a year");
      row("musd_per_year_total", answer->musd_per_year_total(), money_decimals, "MUSD a year");
      row("probability_now", answer->now.probability, share_decimals, "share");
      row("achieved_probability", answer->achieved.probability, share_decimals, "share");
      row("unspent_share", answer->unspent_share, share_decimals, "share");
      if (answer->unlimited) {
        row("probability_with_unlimited_money", answer->unlimited->probability, share_decimals,
            "share");
      }
      for (auto const& lifted : answer->lifted) {
        row("probability_without_" + std::string(name_of(lifted.bound)), lifted.probability,
            share_decimals, "share");
      }
    }
    if (state.given) {
      row("given_musd_per_year_additional", state.given->musd_per_year_additional, money_decimals,
          "MUSD a year");
      row("p50_with_money", state.given->dates.p50, date_decimals, "decimal year");
      row("date_at_probability_with_money", state.given->dates.at_probability, date_decimals,
          "decimal year");
    }
  }
  return csv.text();
}

}  // namespace minefree::report
