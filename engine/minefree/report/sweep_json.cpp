#include <nlohmann/json.hpp>

#include <minefree/report/json_values.hpp>
#include <minefree/report/sweep.hpp>

namespace minefree::report {
namespace {

Json design_json(SweepDesign const& design, std::uint64_t points) {
  Json json{{"method", word_of(design.method)}, {"points", points}};
  if (design.method == DesignMethod::csv) {
    json["csv"] = design.csv;
    return json;
  }
  json["n"] = design.n;
  json["seed"] = design.seed;
  if (design.method == DesignMethod::morris) json["levels"] = design.levels;
  return json;
}

Json parameters_json(std::vector<SweepParameter> const& parameters) {
  Json all = Json::array();
  for (auto const& parameter : parameters) {
    all.push_back({{"name", parameter.name},
                   {"paths", parameter.paths},
                   {"low", parameter.low},
                   {"high", parameter.high},
                   {"scale", word_of(parameter.scale)}});
  }
  return all;
}

Json outputs_json(std::vector<SweepOutput> const& outputs) {
  Json all = Json::array();
  for (auto const& output : outputs) {
    all.push_back({{"name", column_of(output)},
                   {"result", word_of(output.result)},
                   {"state", output.state ? Json(*output.state) : Json()},
                   {"by", output.by ? Json(*output.by) : Json()}});
  }
  return all;
}

}  // namespace

std::string sweep_json(Sweep const& sweep, Provenance const& provenance, std::uint64_t points) {
  return in_lines({{"format", 1},
                   {"provenance", json_of(provenance)},
                   {"study", sweep.id},
                   {"study_sha256", sweep.study_sha256},
                   {"name", sweep.name},
                   {"trajectories", provenance.trajectories},
                   {"design", design_json(sweep.design, points)},
                   {"parameters", parameters_json(sweep.parameters)},
                   {"outputs", outputs_json(sweep.outputs)}});
}

}  // namespace minefree::report
