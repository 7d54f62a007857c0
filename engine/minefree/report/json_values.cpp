#include <minefree/report/json_values.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace minefree::report {

namespace {

Json null_or(std::optional<std::string> const& text) { return text ? Json(*text) : Json(nullptr); }

bool is_list_of_maps(Json const& value) {
  return value.is_array() && !value.empty() && value.front().is_object();
}

}  // namespace

Json json_of(Provenance const& provenance) {
  return {{"version", provenance.build.version},
          {"commit", provenance.build.commit},
          {"scenario", provenance.scenario},
          {"scenario_sha256", provenance.scenario_sha256},
          {"data_sha256", null_or(provenance.data_sha256)},
          {"posterior_sha256", null_or(provenance.posterior_sha256)},
          {"seed", provenance.seed},
          {"trajectories", provenance.trajectories},
          {"origin", provenance.origin},
          {"horizon", provenance.horizon}};
}

Json json_of(DateQuantiles const& quantiles) {
  Json json = Json::object();
  for (auto const& quantile : quantiles) {
    auto const key = fmt::format("{}", quantile.share);
    json[key] = quantile.year ? Json(*quantile.year) : Json(nullptr);
  }
  return json;
}

std::string in_lines(Json const& map) {
  std::string text = "{";
  for (auto const& [key, value] : map.items()) {
    text += fmt::format("{}{}: ", text.size() == 1 ? "" : ",\n ", Json(key).dump());
    if (!is_list_of_maps(value)) {
      text += value.dump();
      continue;
    }
    for (std::size_t k = 0; k < value.size(); ++k) {
      text += (k == 0 ? "[\n  " : ",\n  ") + value[k].dump();
    }
    text += "]";
  }
  return text + "}\n";
}

}  // namespace minefree::report
