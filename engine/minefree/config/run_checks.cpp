#include <minefree/config/run_checks.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <minefree/base/iso_code.hpp>
#include <minefree/base/nearest_word.hpp>
#include <minefree/base/text.hpp>
#include <minefree/config/output_fields.hpp>

namespace minefree::config {

namespace {

// The maps of a scenario whose keys are codes of states.
std::vector<std::pair<std::string, Tree const*>> maps_by_state(Tree const& scenario) {
  std::vector<std::pair<std::string, Tree const*>> maps;
  if (auto const* const funding = scenario.find("funding")) {
    for (std::string const key : {"recipients", "national"}) {
      if (auto const* const map = funding->find(key)) maps.emplace_back("funding." + key, map);
    }
  }
  for (std::string const key : {"survey", "security", "state_overrides"}) {
    if (auto const* const map = scenario.find(key)) maps.emplace_back(key, map);
  }
  return maps;
}

template <class Lever>
std::optional<int> last_year(Lever const& lever, int) {
  return lever.to;
}

// Notes entries of a list of levers whose years all lie outside the simulated ones.
template <class Lever>
void note_idle(std::vector<Lever> const& levers, Tree const* list, Scenario const& scenario,
               Problems& notes) {
  for (std::size_t i = 0; list && i < levers.size() && i < list->items.size(); ++i) {
    auto const& lever = levers[i];
    auto const last = last_year(lever, scenario.origin);
    bool const over = last && *last <= scenario.origin;
    bool const beyond = lever.from && *lever.from > scenario.horizon;
    if (!over && !beyond) continue;
    notes.add(list->items[i].place,
              fmt::format("this entry has no effect: the simulated years are {} to {}.",
                          scenario.origin + 1, scenario.horizon));
  }
}

template <class Lever>
void note_idle(std::map<std::string, std::vector<Lever>> const& levers, Tree const* map,
               Scenario const& scenario, Problems& notes) {
  for (auto const& [code, list] : levers) {
    note_idle(list, map ? map->find(code) : nullptr, scenario, notes);
  }
}

// Money of a year that has passed cannot come sooner; money of a year after the horizon can.
void check_front_loads(std::vector<FundingLever> const& levers, Tree const* list,
                       Scenario const& scenario, Problems& problems, Problems& notes) {
  for (std::size_t i = 0; list && i < levers.size() && i < list->items.size(); ++i) {
    auto const& lever = levers[i];
    if (lever.shape != FundingShape::front_load) continue;
    if (*lever.to <= scenario.origin || *lever.from > scenario.horizon) continue;  // idle
    auto const& place = list->items[i].place;
    if (*lever.from <= scenario.origin) {
      problems.add(
          place, fmt::format("this entry moves the money of {} to {}, but the simulation starts in "
                             "{}. Let it begin then or later.",
                             *lever.from, *lever.to, scenario.origin + 1));
    } else if (*lever.to > scenario.horizon) {
      notes.add(place,
                fmt::format("this entry moves the money of {} to {}, beyond the horizon, {}: up to "
                            "there the total is not the same.",
                            *lever.from, *lever.to, scenario.horizon));
    }
  }
}

void check_front_loads(std::map<std::string, std::vector<FundingLever>> const& levers,
                       Tree const* map, Scenario const& scenario, Problems& problems,
                       Problems& notes) {
  for (auto const& [code, list] : levers) {
    check_front_loads(list, map ? map->find(code) : nullptr, scenario, problems, notes);
  }
}

}  // namespace

void check_codes(Tree const& scenario, std::vector<StateData> const& states, Problems& problems) {
  std::vector<std::string> codes;
  for (auto const& state : states) codes.push_back(state.code);
  for (auto const& [name, map] : maps_by_state(scenario)) {
    for (auto const& entry : map->entries) {
      bool const in_run = std::ranges::find(codes, entry.key) != codes.end();
      if (in_run || !is_state_code(entry.key)) continue;
      auto const hint = did_you_mean(entry.key, codes);
      problems.add(entry.key_place,
                   fmt::format("{} names {}, which is not among the states of this run.{}", name,
                               in_quotes(entry.key),
                               hint.empty() ? " Add it to 'states', or remove the entry." : hint));
    }
  }
}

int price_year_of(Scenario const& scenario, Tree const& tree, Problems& problems) {
  auto const& index = scenario.price_index;
  auto const given = scenario.funding.price_year;
  if (given == 0) {
    auto const after = index.upper_bound(scenario.origin);
    return after == index.begin() ? scenario.origin : std::prev(after)->first;
  }
  if (!index.empty() && !index.contains(given)) {
    auto const* const funding = tree.find("funding");
    auto const* const place = funding ? funding->find("price_year") : nullptr;
    problems.add(
        place ? place->place : tree.place,
        fmt::format("funding.price_year is {}, but the record has prices of {} to {}. Choose "
                    "one of these years.",
                    given, index.begin()->first, index.rbegin()->first));
  }
  return given;
}

void check_run(Scenario const& scenario, Tree const& tree, Problems& problems, Problems& notes) {
  auto const* const overrides = tree.find("state_overrides");
  for (auto const& [code, override] : scenario.state_overrides) {
    auto const* const starts = overrides->find(code)->find("starts");
    if (!override.starts || !starts) continue;
    if (*override.starts > scenario.origin && *override.starts <= scenario.horizon) continue;
    problems.add(
        starts->place,
        fmt::format("starts is {}, outside the simulated years, {} to {}. Change it, the origin "
                    "or the horizon.",
                    *override.starts, scenario.origin + 1, scenario.horizon));
  }
  auto const& funding = scenario.funding;
  if (auto const* const levers = tree.find("funding")) {
    note_idle(funding.world, levers->find("world"), scenario, notes);
    note_idle(funding.donors, levers->find("donors"), scenario, notes);
    note_idle(funding.recipients, levers->find("recipients"), scenario, notes);
    note_idle(funding.national, levers->find("national"), scenario, notes);
    check_front_loads(funding.world, levers->find("world"), scenario, problems, notes);
    check_front_loads(funding.donors, levers->find("donors"), scenario, problems, notes);
    check_front_loads(funding.recipients, levers->find("recipients"), scenario, problems, notes);
    check_front_loads(funding.national, levers->find("national"), scenario, problems, notes);
  }
  note_idle(scenario.survey, tree.find("survey"), scenario, notes);
  note_idle(scenario.security, tree.find("security"), scenario, notes);
  note_parts_not_asked(scenario, tree, notes);
}

}  // namespace minefree::config
