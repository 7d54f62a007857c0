#include <nlohmann/json.hpp>

#include <minefree/report/csv_lines.hpp>
#include <minefree/report/json_values.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/survey_report.hpp>

namespace minefree::report {

namespace {

constexpr std::array<std::string_view, 3> regimes{"open", "restricted", "conflict"};

Json json_of(Estimate const& measured) {
  return {{"value", measured.value}, {"standard_error", measured.standard_error}};
}

Json json_of(ByUnknown<Estimate> const& values) {
  Json map = Json::object();
  for (std::size_t k = 0; k < values.size(); ++k) {
    map[std::string(name_of(all_unknowns[k]))] = json_of(values[k]);
  }
  return map;
}

Json json_of(ByUnknown<Narrowing> const& values) {
  ByUnknown<Estimate> years;
  for (std::size_t k = 0; k < values.size(); ++k) years[k] = values[k].years;
  return json_of(years);
}

Json width_of(StateSurveyValue const& value) {
  if (!value.range) return nullptr;
  return {{"from", value.range->low},
          {"to", value.range->high},
          {"years", value.width.value},
          {"standard_error", value.width.standard_error},
          {"narrowed_by_survey_of_all", json_of(value.narrowing_by_all)},
          {"untouched_years", rounded(value.untouched_years(), date_decimals)}};
}

Json json_of(SurveyValueAt const& at, StateSurveyValue const& value,
             std::vector<int> const& targets) {
  Json gained = Json::object();
  for (std::size_t a = 1; a < all_actions.size(); ++a) {
    gained[std::string(name_of(all_actions[a]))] = json_of(at.years_gained[a]);
  }
  Json probability = Json::object();
  for (std::size_t t = 0; t < targets.size(); ++t) {
    Json actions = Json::object();
    for (std::size_t a = 0; a < all_actions.size(); ++a) {
      actions[std::string(name_of(all_actions[a]))] = at.complete_by[a][t];
    }
    probability[std::to_string(targets[t])] = actions;
  }
  Json after = nullptr;
  if (value.range) {
    after = rounded(value.width.value - at.narrowing.back().years.value, date_decimals);
  }
  return {{"musd", at.musd},
          {"survey_intensity", at.intensity},
          {"campaign",
           {{"suspected_share", at.campaign.suspected_share},
            {"usual_years", at.campaign.usual_years},
            {"narrowed_years", value.range ? json_of(at.narrowing) : Json(nullptr)},
            {"width_after_years", after}}},
          {"years_gained", gained},
          {"probability", probability},
          {"evppi_years", json_of(at.evppi_years)}};
}

Json json_of(StateSurvey const& state, SurveyReport const& report) {
  Json sentences = Json::array();
  if (!state.value) sentences.push_back(sentence_of(state, 0, report.provenance));
  for (std::size_t a = 0; state.value && a < report.musd.size(); ++a) {
    sentences.push_back(sentence_of(state, a, report.provenance));
  }
  Json json{{"code", state.code},
            {"name", state.name},
            {"estimable", state.value.has_value()},
            {"conditional", state.conditional},
            {"basis", state.basis.empty() ? Json(nullptr) : Json(state.basis)},
            {"reasons", state.reasons},
            {"needs", state.needs},
            {"sentences", sentences}};
  if (!state.value) return json;
  StateSurveyValue const& value = *state.value;
  json["regime"] = regimes[static_cast<std::size_t>(value.regime)];
  json["blocked_share"] = value.prices.blocked_share;
  json["price"] = {{"clearance_musd_per_km2", value.prices.clearance_musd_per_km2},
                   {"survey_musd_per_km2", value.prices.survey_musd_per_km2},
                   {"all_suspected_musd", value.prices.all_suspected_musd},
                   {"usual_survey_musd_per_year", value.prices.usual_survey_musd_per_year},
                   {"basis", value.price_is_prior ? "prior" : "data"}};
  json["complete_within_horizon"] = value.completed_share;
  json["width"] = width_of(value);
  json["explained_variance"] = json_of(value.explained);
  Json amounts = Json::array();
  for (SurveyValueAt const& at : value.at) amounts.push_back(json_of(at, value, report.targets));
  json["amounts"] = amounts;
  return json;
}

/// The rows of one state: those without an amount first.
void add_rows(StateSurvey const& state, std::vector<int> const& targets, CsvLines& csv) {
  StateSurveyValue const& value = *state.value;
  auto const row = [&](auto const& musd, std::string_view result, std::string_view of,
                       Estimate const& m) {
    csv.row(state.code, musd, result, of, m.value, m.standard_error);
  };
  auto const plain = [&](std::string_view result, double number) {
    csv.row(state.code, "", result, "", number, "");
  };
  plain("clearance_musd_per_km2", value.prices.clearance_musd_per_km2);
  plain("survey_musd_per_km2", value.prices.survey_musd_per_km2);
  plain("all_suspected_musd", value.prices.all_suspected_musd);
  plain("blocked_share", value.prices.blocked_share);
  plain("complete_within_horizon_share", value.completed_share);
  if (value.range) {
    row("", "width_years", name_of(*value.range), value.width);
    plain("untouched_years", rounded(value.untouched_years(), date_decimals));
  }
  for (std::size_t u = 0; u < all_unknowns.size(); ++u) {
    auto const of = name_of(all_unknowns[u]);
    row("", "explained_variance_share", of, value.explained[u]);
    if (value.range) row("", "narrowed_by_all_years", of, value.narrowing_by_all[u].years);
    for (SurveyValueAt const& at : value.at) {
      if (value.range) row(at.musd, "narrowed_years", of, at.narrowing[u].years);
      row(at.musd, "evppi_years", of, at.evppi_years[u]);
    }
  }
  for (SurveyValueAt const& at : value.at) {
    for (std::size_t a = 0; a < all_actions.size(); ++a) {
      auto const of = name_of(all_actions[a]);
      if (all_actions[a] != Action::nothing) row(at.musd, "gained_years", of, at.years_gained[a]);
      for (std::size_t t = 0; t < targets.size(); ++t) {
        csv.row(state.code, at.musd, fmt::format("complete_by_{}_share", targets[t]), of,
                at.complete_by[a][t], "");
      }
    }
  }
}

}  // namespace

std::string to_json(SurveyReport const& report) {
  Json states = Json::array();
  for (auto const& state : report.states) states.push_back(json_of(state, report));
  return in_lines({{"format", 1},
                   {"provenance", json_of(report.provenance)},
                   {"name", report.name},
                   {"price_year", report.price_year},
                   {"musd", report.musd},
                   {"states", states}});
}

std::string to_csv(SurveyReport const& report) {
  CsvLines csv("state,musd,result,of,value,standard_error");
  for (auto const& state : report.states) {
    if (state.value) add_rows(state, report.targets, csv);
  }
  return csv.text();
}

}  // namespace minefree::report
