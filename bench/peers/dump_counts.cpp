// dump_counts SCENARIO TRAJECTORIES [SEED [ENGINE]] > counts.json: what an engine counts, in a form
// that another program can hold its own trajectories against. ENGINE is `lanes`, which users run;
// `double`, the reference of the tests; or `naive`, a peer (naive_state.hpp).

#include <ctime>
#include <iostream>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include <minefree/ensemble/run.hpp>
#include <minefree/numeric/counts.hpp>

#include "naive_run.hpp"
#include "named_scenario.hpp"

namespace minefree::bench {
namespace {

using Json = nlohmann::ordered_json;

/// Places at which distributions are compared: edges of the engine's own bins near its quantiles,
/// and how many trajectories it counted below each.
Json counted_below(numeric::LogBins const& bins, std::span<std::uint32_t const> counts) {
  Json below = Json::array();
  std::uint64_t const all = numeric::total(counts);
  std::uint64_t sum = 0;
  std::size_t next = 0;
  constexpr double levels[] = {0, 0.1, 0.5, 0.9};
  for (int bin = 0; bin + 1 < bins.count && next < std::size(levels); ++bin) {
    sum += counts[static_cast<std::size_t>(bin)];
    if (static_cast<double>(sum) < levels[next] * static_cast<double>(all)) continue;
    below.push_back({numeric::lower_edge(bins, bin + 1), sum});
    while (next < std::size(levels) &&
           static_cast<double>(sum) >= levels[next] * static_cast<double>(all)) {
      ++next;
    }
  }
  return below;
}

Json by_year(numeric::LogBins const& bins, std::vector<std::uint32_t> const& counts, int years) {
  Json json = Json::array();
  auto const width = static_cast<std::size_t>(bins.count);
  for (int year = 0; year < years; ++year) {
    auto const row = std::span(counts).subspan(static_cast<std::size_t>(year) * width, width);
    json.push_back(counted_below(bins, row));
  }
  return json;
}

/// Months over all groups of trajectories.
std::vector<std::uint32_t> months_of(std::vector<std::uint32_t> const& completion) {
  std::size_t const width = completion.size() / groups_of_trajectories;
  std::vector<std::uint32_t> sum(width);
  for (std::size_t k = 0; k < completion.size(); ++k) sum[k % width] += completion[k];
  return sum;
}

Json json_of(std::string const& code, StateCounts const& counts, StateBins const& bins, int years) {
  return {
      {"code", code},
      {"completion", months_of(counts.completion)},
      {"declaration", counts.declaration},
      {"declared", counts.declared},
      {"deadline_met", counts.deadline_met},
      {"extensions", counts.extensions},
      {"followed_up", counts.followed_up},
      {"reopened", counts.reopened},
      {"initial_m2",
       {counts.initial_confirmed_m2, counts.initial_suspected_m2, counts.initial_undiscovered_m2}},
      {"undiscovered_at_declaration_m2", counts.undiscovered_at_declaration_m2},
      {"remaining_m2", counts.remaining_m2},
      {"cancelled_m2", counts.cancelled_m2},
      {"reduced_m2", counts.reduced_m2},
      {"cleared_m2", counts.cleared_m2},
      {"discovered_m2", counts.discovered_m2},
      {"remaining", by_year(bins.area_km2, counts.remaining, years)},
      {"funding", by_year(bins.money_musd, counts.funding, years)},
      {"unspent", by_year(bins.money_musd, counts.unspent, years)}};
}

Json json_of(Plan const& plan, Ensemble const& ensemble, double seconds) {
  Json states = Json::array();
  for (std::size_t k = 0; k < plan.countries.size(); ++k) {
    states.push_back(
        json_of(plan.countries[k].code, ensemble.states[k], plan.bins[k], ensemble.years));
  }
  return {{"trajectories", ensemble.trajectories},
          {"seconds", seconds},
          {"complete_by", ensemble.complete_by},
          {"states", states}};
}

std::optional<Ensemble> run_engine(std::string_view engine, Plan const& plan, Range range) {
  if (engine == "lanes") return run(plan, range);
  if (engine == "double") return run_reference(plan, range);
  if (engine == "naive") return run_naive(plan, range);
  return std::nullopt;
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

int show_usage() {
  std::cerr
      << "usage: dump_counts SCENARIO TRAJECTORIES [SEED [lanes | double | naive]] > counts.json\n";
  return 2;
}

}  // namespace
}  // namespace minefree::bench

int main(int count, char** arguments) {
  using namespace minefree;
  if (count < 3 || count > 5) return bench::show_usage();
  Scenario scenario = bench::named_scenario(arguments[1]);
  Range const range{.first = 0, .count = std::stoull(arguments[2])};
  if (count > 3) scenario.seed = std::stoull(arguments[3]);
  Plan const plan = make_plan(scenario);
  double const begun = bench::processor_seconds();
  auto const ensemble = bench::run_engine(count > 4 ? arguments[4] : "lanes", plan, range);
  double const seconds = bench::processor_seconds() - begun;
  if (!ensemble) return bench::show_usage();
  std::cout << bench::json_of(plan, *ensemble, seconds).dump() << '\n';
}
