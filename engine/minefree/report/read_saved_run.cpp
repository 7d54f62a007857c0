#include <algorithm>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include <minefree/report/report_facts.hpp>
#include <minefree/report/saved_values.hpp>

namespace minefree::report {

namespace {

ReportedYear read_year(SavedMap const& map) {
  ReportedYear year;
  map.read("year", year.year);
  map.read("remaining_km2", year.remaining_km2);
  map.read("cancelled_km2", year.cancelled_km2);
  map.read("reduced_km2", year.reduced_km2);
  map.read("cleared_km2", year.cleared_km2);
  map.read("released_km2", year.released_km2);
  map.read("discovered_km2", year.discovered_km2);
  map.read("international_musd", year.international_musd);
  map.read("national_musd", year.national_musd);
  map.read("source", year.source);
  return year;
}

ExplainedNumber read_number(SavedMap const& map) {
  ExplainedNumber number;
  map.read("section", number.section);
  map.read("name", number.name);
  map.read("value", number.value);
  map.read("unit", number.unit);
  map.read("year", number.year);
  map.read("source", number.source);
  map.read("published", number.published);
  map.read("kind", number.kind);
  map.read("used", number.used);
  map.read("note", number.note);
  return number;
}

void read_states(SavedMap const& map, ReportFacts& facts) {
  for (auto const& state : map.maps("states")) {
    std::string code;
    state.read("code", code);
    auto& told = facts.states[code];
    state.read("money_is_prior", told.money_is_prior);
    for (auto const& year : state.maps("reported")) told.reported.push_back(read_year(year));
    for (auto const& number : state.maps("numbers")) told.numbers.push_back(read_number(number));
  }
}

void read_sources(SavedMap const& map, SourceTitles& sources) {
  auto const all = map.map("sources");
  if (!all) return;
  for (auto const& id : all->keys()) {
    auto const source = all->map(id);
    if (!source) continue;
    auto& title = sources[id];
    source->read("title", title.title);
    source->read("publisher", title.publisher);
    source->read("year", title.year);
    source->read("url", title.url);
  }
}

void read_ten_futures(SavedMap const& map, RunSummary const& summary, ReportFacts& facts) {
  auto const by_target = map.map("ten_futures");
  if (!by_target) return;
  for (int const target : summary.targets) {
    auto& complete = facts.ten_futures[target];
    by_target->read(std::to_string(target), complete);
    if (complete.size() != 10) by_target->complain(std::to_string(target));
  }
}

/// What `report.json` holds of the summary.
void read_rest(SavedMap const& map, RunSummary& summary) {
  map.read("targets", summary.targets);
  map.read("changes_course", summary.changes_course);
  map.read("certain", summary.certain);
  map.read("newest_source_year", summary.newest_source_year);
  map.read("largest_error_months", summary.largest_error_months);
  if (auto const calibration = map.map("calibration")) {
    auto& read = summary.calibration.emplace();
    calibration->read("posterior", read.posterior);
    calibration->read("calibrated", read.calibrated);
  }
  bool const in_years = std::ranges::all_of(summary.targets, [&](int target) {
    return std::ranges::find(summary.years, target) != summary.years.end();
  });
  if (!in_years) {
    map.complain("targets");
    summary.targets.clear();
  }
}

void read_facts(SavedMap const& map, RunSummary const& summary, ReportFacts& facts) {
  map.read("description", facts.description);
  if (auto const based = map.map("based")) {
    auto& read = facts.based.emplace();
    based->read("base", read.base);
    based->read("changes", read.changes);
  }
  if (auto const asked = map.map("asked")) {
    asked->read("states", facts.asked.states);
    asked->read("targets", facts.asked.targets);
  }
  map.read("optional_parts", facts.optional_parts);
  read_ten_futures(map, summary, facts);
  read_states(map, facts);
  read_sources(map, facts.sources);
}

bool same_run(Provenance const& one, Provenance const& other) {
  auto const key = [](Provenance const& of) {
    return std::tie(of.build.version, of.build.commit, of.scenario, of.scenario_sha256,
                    of.data_sha256, of.posterior_sha256, of.seed, of.trajectories, of.origin,
                    of.horizon);
  };
  return key(one) == key(other);
}

/// The parts of both files must fit each other.
void check_together(SavedMap const& report, SavedRun const& run) {
  auto const& summary = run.summary;
  for (auto const& state : summary.states) {
    if (!state.projection) continue;
    bool const has_targets = std::ranges::all_of(
        summary.targets, [&](int target) { return state.probability.by.contains(target); });
    if (!has_targets) report.complain("targets");
    if (!run.facts.states.contains(state.code)) report.complain("states of " + state.code);
  }
}

}  // namespace

Outcome<SavedRun> read_saved_run(SavedFile const& summary_file, SavedFile const& report_file) {
  Outcome<SavedRun> outcome;
  auto& problems = outcome.problems;
  auto const parsed = [&](SavedFile const& file) {
    auto json = Json::parse(file.text, nullptr, false);
    if (!json.is_object()) {
      problems.add(Place::whole(file.path),
                   "this is not a JSON file as minefree writes it. Write the "
                   "folder again with 'minefree run SCENARIO --out DIR'.");
    }
    return json;
  };
  auto const summary_json = parsed(summary_file);
  auto const report_json = parsed(report_file);
  if (!problems.empty()) return outcome;

  SavedMap const summary(summary_json, {}, summary_file.path, problems);
  SavedMap const report(report_json, {}, report_file.path, problems);
  SavedRun run;
  Provenance of_report;
  if (auto const provenance = report.map("provenance")) read(*provenance, of_report);
  read(summary, run.summary);
  if (problems.empty() && !same_run(run.summary.provenance, of_report)) {
    problems.add(
        Place::whole(report_file.path),
        "it belongs to another run than summary.json beside it. Write the folder again with "
        "'minefree run SCENARIO --out DIR'.");
  }
  if (!problems.empty()) return outcome;
  read_rest(report, run.summary);
  read_facts(report, run.summary, run.facts);
  if (problems.empty()) check_together(report, run);
  if (problems.empty()) outcome.value = std::move(run);
  return outcome;
}

}  // namespace minefree::report
