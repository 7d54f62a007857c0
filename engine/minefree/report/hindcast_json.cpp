#include <nlohmann/json.hpp>

#include <minefree/report/hindcast.hpp>
#include <minefree/report/json_values.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

template <class T>
Json or_null(std::optional<T> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(hindcast::ScoreRow const& row) {
  Json low = nullptr;
  Json high = nullptr;
  if (row.interval) {
    low = rounded(row.interval->low, score_decimals);
    high = rounded(row.interval->high, score_decimals);
  }
  return {{"origin", origin_text(row)},
          {"mode", hindcast::name_of(row.mode)},
          {"variable", hindcast::name_of(row.variable)},
          {"horizon", or_null(row.horizon)},
          {"model", row.model},
          {"baseline", or_null(row.baseline)},
          {"metric", row.metric},
          {"value", rounded(row.value, score_decimals)},
          {"low", low},
          {"high", high},
          {"n", row.n}};
}

Json json_of(std::vector<hindcast::ScoreRow> const& rows) {
  Json list = Json::array();
  for (auto const& row : rows) list.push_back(json_of(row));
  return list;
}

Json json_of(hindcast::PrimaryEndpoint const& endpoint) {
  return {{"name", endpoint.name},
          {"aim", endpoint.aim},
          {"met", endpoint.met},
          {"row", endpoint.score ? json_of(*endpoint.score) : Json(nullptr)}};
}

Json json_of(hindcast::OriginSummary const& origin) {
  return {{"origin", std::to_string(origin.origin)},
          {"states", origin.estimable},
          {"funding_state_years_known", origin.realised.funding_state_years},
          {"security_state_years_known", origin.realised.security_state_years},
          {"deadlines_fallen_due", origin.reference_class.of},
          {"deadlines_met", origin.reference_class.came},
          {"posterior_sha256", or_null(origin.posterior_sha256)}};
}

std::string word_of(hindcast::LandmineFree2025 const& row) {
  if (!row.call) return {};
  return *row.call == LikelihoodCall::high     ? "high"
         : *row.call == LikelihoodCall::medium ? "medium"
                                               : "low";
}

Json json_of(hindcast::LandmineFree2025 const& row) {
  return {
      {"origin", std::to_string(row.origin)},
      {"state", row.state},
      {"probability", rounded(row.probability, share_decimals)},
      {"call", row.call ? Json(word_of(row)) : Json(nullptr)},
      {"call_probability",
       row.call_probability ? Json(rounded(*row.call_probability, share_decimals)) : Json(nullptr)},
      {"complete", row.complete}};
}

template <class T>
Json list_of(std::vector<T> const& values) {
  Json list = Json::array();
  for (auto const& value : values) list.push_back(json_of(value));
  return list;
}

}  // namespace

std::string origin_text(hindcast::ScoreRow const& row) {
  return row.origin ? std::to_string(*row.origin) : "all";
}

std::string to_json(HindcastReport const& report) {
  auto const& result = report.result;
  Json const provenance = {
      {"version", report.build.version},
      {"commit", report.build.commit},
      {"data_sha256", or_null(report.data_sha256)},
      {"seed", report.seed},
      {"trajectories", report.trajectories},
      {"priors", report.vague ? "vague" : "usual"},
  };
  return in_lines({{"format", 1},
                   {"provenance", provenance},
                   {"primary", list_of(result.primary)},
                   {"origins", list_of(result.origins)},
                   {"rows", json_of(result.rows)},
                   {"redefined_rows", json_of(result.redefined_rows)},
                   {"landmine_free_2025", list_of(result.landmine_free_2025)}});
}

}  // namespace minefree::report
