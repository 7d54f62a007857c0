#include <minefree/decision/idle_levers.hpp>

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/domain/donors.hpp>
#include <minefree/ensemble/run.hpp>

namespace minefree {
namespace {

/// Futures in which nearly every lever that does anything shows.
constexpr std::uint64_t first_futures = 64;

/// A lever's key in two parts: `funding.donors` and `LUX`.
struct LeverKey {
  std::string kind, name;
};

LeverKey parts_of(std::string_view key) {
  auto const last = key.rfind('.');
  if (last == std::string_view::npos) return {std::string(key), {}};
  return {std::string(key.substr(0, last)), std::string(key.substr(last + 1))};
}

template <class Lever>
void take_back(std::string const& name, std::map<std::string, Lever> const& base,
               std::map<std::string, Lever>& other) {
  auto const found = base.find(name);
  if (found == base.end()) {
    other.erase(name);
  } else {
    other.insert_or_assign(name, found->second);
  }
}

void take_back(std::string const& name, ParameterValues const& base, ParameterValues& other) {
  auto const parameter = parameter_named(name);
  auto const is_it = [&](ParameterValue const& value) { return value.id == parameter; };
  std::erase_if(other, is_it);
  std::ranges::copy_if(base, std::back_inserter(other), is_it);
}

bool same_numbers(Plan const& one, Plan const& other) {
  return one.world == other.world && one.countries == other.countries &&
         one.affected == other.affected;
}

bool same_futures(Plan const& one, Plan const& other, std::uint64_t count) {
  auto const pair = run_pair(one, other, {.first = 0, .count = count});
  bool const same_dates = std::ranges::all_of(
      pair.pairs, [&](PairCounts const& counts) { return counts.same == count; });
  return same_dates && pair.base.states == pair.other.states;
}

/// A few futures first, since most levers show in them.
bool always_same_futures(Plan const& one, Plan const& other) {
  auto const all = other.trajectories;
  return same_futures(one, other, std::min(first_futures, all)) && same_futures(one, other, all);
}

/// No state in which the plans differ turns money into work.
bool money_moves_nothing(Plan const& one, Plan const& other) {
  if (one.countries.size() != other.countries.size() || one.countries == other.countries)
    return false;
  auto const elasticity = static_cast<std::size_t>(Parameter::funding_elasticity);
  for (std::size_t k = 0; k < one.countries.size(); ++k) {
    if (one.countries[k] == other.countries[k]) continue;
    auto const& parameters = other.countries[k].parameters;
    bool const certain = !parameters.uncertain[elasticity] && !parameters.drawn[elasticity].value;
    if (!certain || parameters.spread[elasticity].best != 0) return false;
  }
  return true;
}

std::string why_not_of_state(std::string const& code, ComparedSide side) {
  for (std::size_t k = 0; k < side.scenario.states.size(); ++k) {
    if (side.scenario.states[k].code != code) continue;
    KnownState const& known = side.plan.known[k];
    auto const& name = side.scenario.states[k].name;
    if (known.complete) return fmt::format("{} was complete before the first simulated year", name);
    if (known.estimable()) return {};
    return fmt::format("{} cannot be estimated: {}", name, join(known.reasons, "; ", "; "));
  }
  return {};
}

std::string why_not_of_donor(std::string const& code, ComparedSide side) {
  auto const donor = donor_named(code);
  if (!donor) return {};
  auto const& numbers = side.plan.world.donor_numbers;
  if (std::ranges::find(numbers, donor->number) != numbers.end()) return {};
  return fmt::format("no state that can be estimated is known to get money from it ({})",
                     donor->name);
}

std::string why_not(LeverKey const& key, ComparedSide side) {
  if (key.kind == "funding.donors") return why_not_of_donor(key.name, side);
  constexpr std::array of_states = {"funding.recipients", "funding.national", "survey", "security",
                                    "state_overrides"};
  if (std::ranges::find(of_states, key.kind) != of_states.end())
    return why_not_of_state(key.name, side);
  return {};
}

}  // namespace

std::optional<std::string> lever_of(std::string_view path) {
  constexpr std::array whole = {"funding.world", "funding.reallocate_share"};
  if (std::ranges::find(whole, path) != whole.end()) return std::string(path);
  constexpr std::array kinds = {"funding.donors.", "funding.recipients.", "funding.national.",
                                "survey.",         "security.",           "parameters.",
                                "state_overrides."};
  for (std::string_view const kind : kinds) {
    if (!path.starts_with(kind)) continue;
    // What a scenario supposes in words changes no number.
    if (path.ends_with(".condition")) return std::nullopt;
    return std::string(path.substr(0, path.find('.', kind.size())));
  }
  return std::nullopt;
}

Scenario with_lever_of_base(Scenario other, Scenario const& base, std::string const& lever) {
  auto const [kind, name] = parts_of(lever);
  auto const& money = base.funding;
  if (lever == "funding.world") other.funding.world = money.world;
  if (lever == "funding.reallocate_share") other.funding.reallocate_share = money.reallocate_share;
  if (kind == "funding.donors") take_back(name, money.donors, other.funding.donors);
  if (kind == "funding.recipients") take_back(name, money.recipients, other.funding.recipients);
  if (kind == "funding.national") take_back(name, money.national, other.funding.national);
  if (kind == "survey") take_back(name, base.survey, other.survey);
  if (kind == "security") take_back(name, base.security, other.security);
  if (kind == "state_overrides") take_back(name, base.state_overrides, other.state_overrides);
  if (kind == "parameters") take_back(name, base.parameters, other.parameters);
  return other;
}

std::vector<IdleLever> idle_levers(Scenario const& base, ComparedSide other,
                                   std::vector<std::string> const& levers) {
  std::vector<IdleLever> idle;
  for (auto const& lever : levers) {
    auto const key = parts_of(lever);
    Plan const without = make_plan(with_lever_of_base(other.scenario, base, lever));
    bool const same = same_numbers(without, other.plan);
    if (!same && key.kind.starts_with("funding") && money_moves_nothing(without, other.plan)) {
      idle.push_back(
          {lever, "funding_elasticity is 0 wherever it reaches, so that money moves no date"});
    } else if (same || always_same_futures(without, other.plan)) {
      idle.push_back({lever, why_not(key, other)});
    }
  }
  return idle;
}

}  // namespace minefree
