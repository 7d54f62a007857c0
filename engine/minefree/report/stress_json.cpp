#include <nlohmann/json.hpp>

#include <minefree/domain/donors.hpp>
#include <minefree/report/comparison_values.hpp>
#include <minefree/report/rounding.hpp>
#include <minefree/report/stress.hpp>

namespace minefree::report {
namespace {

Json world_json(std::vector<Difference> const& complete) {
  return {{"mean_states_complete_by_end_of", by_target(complete, share_decimals, "difference")}};
}

Json donor_json(DonorStress const& donor) {
  Json states = Json::array();
  for (auto const& state : donor.states) states.push_back(json_of(state));
  return {{"donor", donor.donor},
          {"name", donor.name},
          {"musd_per_year", rounded(donor.musd_per_year, money_decimals)},
          {"amount_unknown", donor.amount_unknown},
          {"states", states},
          {"world", world_json(donor.complete)},
          {"world_where_reported", world_json(donor.complete_where_reported)}};
}

Json money_json(StateDonors const& state) {
  Json donors = Json::object();
  for (auto const& donor : state.donors) donors[donor.donor] = rounded(donor.share, share_decimals);
  auto const& musd = state.international_musd;
  return {{"code", state.code},
          {"name", state.name},
          {"international_musd", musd ? Json(rounded(*musd, money_decimals)) : Json(nullptr)},
          {"amount", musd ? "reported" : "prior"},
          {"named_share", rounded(state.named_share(), share_decimals)},
          {"imputed_share", rounded(state.imputed_share(), share_decimals)},
          {"largest_donor", state.donors.empty() ? Json(nullptr) : Json(state.donors[0].donor)},
          {"donor_shares", donors}};
}

Json single_json(SingleDonor const& single) {
  return {{"code", single.state->code},
          {"name", single.state->name},
          {"donor", single.donor},
          {"donor_name", donor_named(single.donor)->name},
          {"share", rounded(single.share, share_decimals)},
          {"amount", single.state->international_musd ? "reported" : "prior"}};
}

template <class Values, class Write>
Json list_of(Values const& values, Write write) {
  Json list = Json::array();
  for (auto const& value : values) list.push_back(write(value));
  return list;
}

}  // namespace

std::string to_json(StressReport const& report) {
  auto const& stress = report.stress;
  auto const& named = stress.named_share;
  auto const& imputed = stress.imputed_share;
  return Json{{"format", 1},
              {"provenance", json_of(report.provenance)},
              {"name", report.name},
              {"from", stress.from},
              {"share", rounded(stress.share, share_decimals)},
              {"price_year", report.price_year},
              {"named_share_of_reported_money",
               named ? Json(rounded(*named, share_decimals)) : Json(nullptr)},
              {"imputed_share_of_reported_money",
               imputed ? Json(rounded(*imputed, share_decimals)) : Json(nullptr)},
              {"donors", list_of(stress.donors, donor_json)},
              {"states", list_of(stress.states, money_json)},
              {"single_donor_states", list_of(single_donor_states(stress), single_json)}}
             .dump(1) +
         "\n";
}

}  // namespace minefree::report
