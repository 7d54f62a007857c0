#include <nlohmann/json.hpp>

#include <minefree/base/text.hpp>
#include <minefree/report/allocation.hpp>
#include <minefree/report/csv_lines.hpp>
#include <minefree/report/json_values.hpp>
#include <minefree/report/rounding.hpp>

namespace minefree::report {
namespace {

constexpr int gain_decimals = 6;

Json json_of(Estimate const& estimate) {
  return {{"value", rounded(estimate.value, gain_decimals)},
          {"standard_error", rounded(estimate.standard_error, gain_decimals)}};
}

double musd(double value) { return rounded(value, money_decimals); }

double lump_of(AllocationReport const& report) {
  return report.question.budget_musd / report.question.lumps;
}

Json curve_of(AllocationReport const& report, GainCurve const& curve) {
  Json points = Json::array();
  for (std::size_t lumps = 0; lumps < curve.gain.size(); ++lumps) {
    points.push_back({{"musd_per_year", musd(static_cast<double>(lumps) * lump_of(report))},
                      {"gain", rounded(curve.gain[lumps], gain_decimals)},
                      {"unspent_share", rounded(curve.unspent[lumps], share_decimals)}});
  }
  return points;
}

Json json_of(AllocatedState const& state, AllocationReport const& report) {
  auto const& allocation = report.allocation;
  auto const k = state.country;
  Json json{{"code", state.code},
            {"name", state.name},
            {"considered", static_cast<bool>(report.question.takes_part[k])},
            {"musd_per_year_now", musd(state.musd_per_year_now)},
            {"money_is_prior", state.money_is_prior}};
  if (!report.question.takes_part[k]) return json;
  json["musd_per_year_additional"] = {{"best", musd(allocation.best.musd[k])},
                                      {"equal", musd(allocation.equal.musd[k])},
                                      {"proportional", musd(allocation.proportional.musd[k])}};
  json["gain"] = {{"best", json_of(allocation.best.gains[k])},
                  {"equal", json_of(allocation.equal.gains[k])},
                  {"proportional", json_of(allocation.proportional.gains[k])}};
  json["gain_of_one_million_more"] = json_of(allocation.curves[k].of_one_million);
  json["most_musd_per_year"] = musd(allocation.curves[k].most_lumps * lump_of(report));
  json["curve"] = curve_of(report, allocation.curves[k]);
  return json;
}

}  // namespace

std::string to_json(AllocationReport const& report) {
  auto const& allocation = report.allocation;
  Json states = Json::array();
  for (auto const& state : report.states) states.push_back(json_of(state, report));
  Json refused = Json::array();
  for (auto const& state : report.refused) {
    refused.push_back({{"code", state.code}, {"name", state.name}, {"reasons", state.reasons}});
  }
  return Json{{"format", 1},
              {"provenance", json_of(report.provenance)},
              {"budget_musd_per_year_additional", report.question.budget_musd},
              {"price_year", report.price_year},
              {"from", report.question.years.from},
              {"to", report.question.years.to},
              {"by", report.question.by},
              {"objective", name_of(report.question.objective)},
              {"lump_musd", musd(lump_of(report))},
              {"gain",
               {{"best", json_of(allocation.best.gain)},
                {"equal", json_of(allocation.equal.gain)},
                {"proportional", json_of(allocation.proportional.gain)},
                {"best_less_equal", json_of(allocation.best_less_equal)},
                {"best_less_proportional", json_of(allocation.best_less_proportional)},
                {"promised", rounded(allocation.promised_gain, gain_decimals)}}},
              {"states", states},
              {"not_estimable", refused}}
             .dump(1) +
         "\n";
}

std::string to_csv(AllocationReport const& report) {
  CsvLines csv("state,split,musd_per_year_additional,gain,gain_standard_error");
  auto const& allocation = report.allocation;
  auto const rows = [&](std::string_view name, Split const& split) {
    for (auto const& state : report.states) {
      auto const k = state.country;
      if (!report.question.takes_part[k]) continue;
      csv.row(state.code, name, shortest(musd(split.musd[k])),
              shortest(rounded(split.gains[k].value, gain_decimals)),
              shortest(rounded(split.gains[k].standard_error, gain_decimals)));
    }
  };
  rows("best", allocation.best);
  rows("equal", allocation.equal);
  rows("proportional", allocation.proportional);
  return csv.text();
}

std::string curves_csv(AllocationReport const& report) {
  CsvLines csv("state,musd_per_year_additional,gain,unspent_share");
  for (auto const& state : report.states) {
    auto const& curve = report.allocation.curves[state.country];
    for (std::size_t lumps = 0; lumps < curve.gain.size(); ++lumps) {
      csv.row(state.code, shortest(musd(static_cast<double>(lumps) * lump_of(report))),
              shortest(rounded(curve.gain[lumps], gain_decimals)),
              shortest(rounded(curve.unspent[lumps], share_decimals)));
    }
  }
  return csv.text();
}

}  // namespace minefree::report
