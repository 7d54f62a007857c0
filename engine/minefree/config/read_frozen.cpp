#include <minefree/config/read_frozen.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <minefree/base/sha256.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/collections.hpp>
#include <minefree/config/json_tree.hpp>
#include <minefree/config/numbers.hpp>
#include <minefree/config/provenance.hpp>
#include <minefree/config/record.hpp>
#include <minefree/config/scalars.hpp>

namespace minefree::config {
namespace {

constexpr int only_format = 1;
constexpr std::string_view only_kind = "frozen forecast";
constexpr double largest_exact = 9'007'199'254'740'991;  // 2^53 - 1

/// Null, or a value of that kind.
template <class T>
Value<std::optional<T>> or_null(Value<T> const& value) {
  using Nullable = std::optional<T>;
  auto shape = *value.shape();
  shape.words += " or null";
  auto const read = [value](Tree const& tree, Reading const& reading,
                            Shape const&) -> std::optional<Nullable> {
    if (tree.is_null()) return std::make_optional<Nullable>();
    auto found = value.read(tree, reading);
    if (!found) return std::nullopt;
    return std::make_optional<Nullable>(std::move(found));
  };
  return value_of<Nullable>(std::move(shape), read);
}

std::optional<std::string> why_not_a_share(std::string_view text) {
  auto const number = parse_number(text);
  if (number && *number > 0 && *number < 1) return std::nullopt;
  return "(it is no share between 0 and 1, such as 0.5). Freeze the forecast again.";
}

std::optional<std::string> why_not_a_year(std::string_view text) {
  auto const number = parse_integer(text);
  if (number && *number >= 1900 && *number <= 2400) return std::nullopt;
  return "(it is no year, such as 2030). Freeze the forecast again.";
}

Shape shape_of_key(std::string_view example) {
  Shape shape;
  shape.example = example;
  return shape;
}

/// A map whose keys are numbers.
template <class Key, class T>
Value<std::map<Key, T>> by_number(std::string_view example, WhyNotAKey why_not,
                                  Value<T> const& value) {
  auto const texts = map_of(shape_of_key(example), why_not, value);
  auto const read = [texts](Tree const& tree, Reading const& reading,
                            Shape const&) -> std::optional<std::map<Key, T>> {
    auto found = texts.read(tree, reading);
    if (!found) return std::nullopt;
    std::map<Key, T> numbers;
    for (auto& [key, entry] : *found) {
      numbers.emplace(static_cast<Key>(*parse_number(key)), std::move(entry));
    }
    return numbers;
  };
  return value_of<std::map<Key, T>>(*texts.shape(), read);
}

Value<double> date_in_years() {
  return number({.thing = "a decimal year", .low = 1900, .high = 2400, .example = "2031.5"});
}

Value<std::uint64_t> count() {
  return whole<std::uint64_t>(
      {.thing = "a whole number", .low = 0, .high = largest_exact, .example = "20000"});
}

Record<Provenance> provenance_record() {
  auto const version_of = [](std::string_view name, std::string Build::* part,
                             std::string_view help) {
    return taken_field<Provenance>(
               name, line_of_text("0.1.0"), help,
               [part](std::string text, Provenance& owner) { owner.build.*part = std::move(text); })
        .required();
  };
  using P = Provenance;
  auto const text = [] { return line_of_text("baseline"); };
  return {
      "provenance",
      "where a frozen forecast comes from",
      {version_of("version", &Build::version, "of the program"),
       version_of("commit", &Build::commit, "of the program's sources"),
       field<P>("scenario", &P::scenario, text(), "its name").required(),
       field<P>("scenario_sha256", &P::scenario_sha256, text(), "its hash").required(),
       field<P>("data_sha256", &P::data_sha256, or_null(text()), "hash of the record").required(),
       field<P>("posterior_sha256", &P::posterior_sha256, or_null(text()),
                "hash of the calibration")
           .required(),
       field<P>("seed", &P::seed, count(), "start of the random numbers").required(),
       field<P>("trajectories", &P::trajectories, count(), "futures simulated").required(),
       field<P>("origin", &P::origin, year(), "last year whose figures were used").required(),
       field<P>("horizon", &P::horizon, year(), "last simulated year").required()}};
}

Record<FrozenState> state_record() {
  using S = FrozenState;
  auto const dates = by_number<double>("0.5", why_not_a_share, or_null(date_in_years()));
  auto const shares = [] { return by_number<int>("2030", why_not_a_year, share()); };
  return Record<FrozenState>(
      "frozen state", "what was forecast of one state",
      {field<S>("code", &S::code, state_code(), "ISO 3166 alpha-3").required(),
       field<S>("name", &S::name, line_of_text("Angola"), "for people").required(),
       field<S>("estimable", &S::estimable, yes_no(), "there is a forecast").required(),
       field<S>("conditional", &S::conditional, yes_no(), "on what the scenario supposes"),
       field<S>("reasons", &S::reasons, list_of(line_of_text("none")), "why there is no forecast"),
       field<S>("declared", &S::declared, or_null(line_of_text("2020-01-01")), "complete before"),
       field<S>("basis", &S::basis, or_null(line_of_text("data")), "what it rests on"),
       field<S>("last_stock_year", &S::last_stock_year, or_null(year()), "of the newest stock"),
       field<S>("last_stock_km2", &S::last_stock_km2, or_null(area_km2()), "the newest stock"),
       field<S>("deadline", &S::deadline, or_null(line_of_text("2030-12-31")), "Article 5"),
       field<S>("deadline_met", &S::deadline_met, or_null(share()), "probability"),
       field<S>("completion", &S::completion, dates, "dates by share"),
       field<S>("complete_by", &S::complete_by, shares(), "probability by the end of the year"),
       field<S>("declared_by", &S::declared_by, shares(), "probability by the end of the year"),
       field<S>("remaining_km2", &S::remaining_km2,
                by_number<double>("0.5", why_not_a_share, list_of(area_km2())), "by share"),
       field<S>("released_km2", &S::released_km2, list_of(area_km2()), "mean of each year"),
       field<S>("discovered_km2", &S::discovered_km2, list_of(area_km2()), "mean of each year")});
}

Value<bool> anything() {
  return value_of<bool>(
      Shape{}, [](Tree const&, Reading const&, Shape const&) { return std::optional(true); });
}

Record<FrozenForecast> file_record() {
  using F = FrozenForecast;
  return {
      "frozen forecast",
      "a forecast that was kept",
      {checked_only<F>("format", whole<int>({.thing = "a whole number", .low = 1, .high = 1000}),
                       "1")
           .required(),
       checked_only<F>("kind", line_of_text("frozen forecast"), "what the file is").required(),
       field<F>("name", &F::name, line_of_text("Today's course"), "for people").required(),
       field<F>("provenance", &F::provenance, provenance_record().value(), "where it comes from")
           .required(),
       // Read as a scenario where it is run again.
       checked_only<F>("scenario", anything(), "the scenario, whole").required(),
       field<F>("years", &F::years, list_of(year(), {.at_least = 1}), "of the yearly values")
           .required(),
       field<F>("states_sha256", &F::states_sha256, line_of_text("0"), "hash of states").required(),
       field<F>("file_sha256", &F::file_sha256, line_of_text("0"), "hash of all the rest")
           .required(),
       field<F>("states", &F::states, list_of(state_record().value(), {.at_least = 1}),
                "one map a state")
           .required()}};
}

/// What kind of file it is comes first: every other message would mislead.
bool is_of_this_kind(Tree const& tree, std::string const& path, Problems& problems) {
  auto const* const kind = tree.find("kind");
  if (!kind || kind->text != only_kind) {
    problems.add(
        kind ? kind->place : Place::whole(path),
        "this is no frozen forecast. Make one with 'minefree freeze SCENARIO --out FILE'.");
    return false;
  }
  auto const* const format = tree.find("format");
  if (format && format->text != std::to_string(only_format)) {
    problems.add(format->place,
                 fmt::format("format is {}, and this version of minefree reads format {}. Read the "
                             "file with the version that froze it.",
                             in_quotes(format->text), only_format));
    return false;
  }
  return true;
}

void check_state(FrozenState const& state, std::size_t years, Place const& place,
                 Problems& problems) {
  if (!state.estimable) return;
  auto const missing = [&](std::string_view what) {
    problems.add(place, fmt::format("state {} is estimable, but {}. Freeze the forecast again.",
                                    state.code, what));
  };
  if (!state.remaining_km2.contains(0.5)) missing("remaining_km2 has no median");
  if (!state.completion.contains(0.5)) missing("completion has no median");
  if (state.complete_by.empty()) missing("complete_by is missing");
  bool const whole = std::ranges::all_of(
      state.remaining_km2, [=](auto const& entry) { return entry.second.size() == years; });
  if (!whole || state.released_km2.size() != years) {
    missing(fmt::format("its yearly values are not {} each", years));
  }
}

/// The scenario that is kept has the same years: no option of `freeze` changes these.
void check_years(Tree const& tree, Problems& problems) {
  for (auto const* const key : {"origin", "horizon"}) {
    auto const* const said = tree.find("provenance")->find(key);
    auto const* const of_scenario = tree.find("scenario")->find(key);
    if (!of_scenario || parse_integer(of_scenario->text) == parse_integer(said->text)) continue;
    problems.add(said->place,
                 fmt::format("provenance.{} is {}, but the scenario that was frozen has {}: one of "
                             "them was edited since. Take the file as it was frozen.",
                             key, said->text, in_quotes(of_scenario->text)));
  }
}

void check_hashes(FrozenForecast const& forecast, Tree const& tree, Problems& problems) {
  if (scenario_sha256(*tree.find("scenario")) != forecast.provenance.scenario_sha256) {
    problems.add(tree.find("scenario")->place,
                 "the scenario is not the one that provenance.scenario_sha256 stands for: it was "
                 "edited since. Take the file as it was frozen.");
  }
  if (sha256_of_frozen_states(tree) != forecast.states_sha256) {
    problems.add(tree.find("states")->place,
                 "the forecast is not the one that states_sha256 stands for: it was edited since. "
                 "Take the file as it was frozen.");
  }
  if (!problems.empty()) return;  // a part that is named says more than the whole
  if (sha256_of_frozen_file(tree) != forecast.file_sha256) {
    problems.add(
        tree.find("file_sha256")->place,
        "the file is not the one that file_sha256 stands for: its provenance, its name, its "
        "years or a hash was edited since. Take the file as it was frozen.");
  }
}

}  // namespace

std::string sha256_of_frozen_states(Tree const& file) {
  auto const* const states = file.find("states");
  return states ? sha256_hex(canonical_json(*states)) : std::string{};
}

std::string sha256_of_frozen_file(Tree const& file) {
  return sha256_hex(canonical_json(without(file, "file_sha256")));
}

Outcome<FrozenFile> read_frozen(std::string_view bytes, std::string const& path,
                                Files const& files) {
  Outcome<FrozenFile> outcome;
  auto& problems = outcome.problems;
  auto const parsed = files.parse(bytes, path);  // JSON is YAML, and YAML knows lines
  problems.add_all(parsed.problems);
  if (!parsed.value || !is_of_this_kind(*parsed.value, path, problems)) return outcome;
  auto const& tree = *parsed.value;

  auto forecast = file_record().read(tree, Reading(problems, nullptr));
  if (!forecast) return outcome;
  auto const& states = tree.find("states")->items;
  for (std::size_t k = 0; k < states.size(); ++k) {
    check_state(forecast->states[k], forecast->years.size(), states[k].place, problems);
  }
  check_years(tree, problems);
  check_hashes(*forecast, tree, problems);
  if (!problems.empty()) return outcome;
  forecast->scenario_json = canonical_json(*tree.find("scenario"));
  outcome.value = FrozenFile{std::move(*forecast), *tree.find("scenario")};
  return outcome;
}

}  // namespace minefree::config
