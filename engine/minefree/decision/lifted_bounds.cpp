#include <minefree/decision/lifted_bounds.hpp>

#include <cstddef>

namespace minefree {
namespace {

constexpr double practically_unlimited = 1e6;
constexpr int open_regime = 0;

/// The parameter is this, in every trajectory.
void fix(Parameter parameter, double value, model::ParameterPlan& parameters) {
  auto const k = static_cast<std::size_t>(parameter);
  parameters.spread[k] = {.best = value, .shape = parameters.spread[k].shape};
  parameters.uncertain[k] = false;
  parameters.drawn[k] = {};
}

void lift_absorption(model::CountryPlan& country) {
  fix(Parameter::hiring_speed, 1, country.parameters);
  fix(Parameter::max_growth, practically_unlimited, country.parameters);
}

void lift_access(int origin, int last_year, model::CountryPlan& country) {
  fix(Parameter::blocked_share, 0, country.parameters);
  country.security.new_mines_probability = {0, 0, 0};
  for (std::size_t t = 0; t < country.years.size(); ++t) {
    int const year = origin + 1 + country.first_year + static_cast<int>(t);
    if (year > origin && year <= last_year) country.years[t].forced_regime = open_regime;
  }
}

void lift_discovery(model::CountryPlan& country) {
  country.land.undiscovered_by_hand = numeric::TwoPiece{};
}

}  // namespace

std::string_view name_of(Bound bound) {
  switch (bound) {
    case Bound::absorption:
      return "absorption";
    case Bound::access:
      return "access";
    case Bound::discovery:
      return "discovery";
    case Bound::money:
      break;
  }
  return "money";
}

void lift(Bound bound, int last_year, Plan& plan, std::size_t country) {
  model::CountryPlan& state = plan.countries[country];
  switch (bound) {
    case Bound::absorption:
      return lift_absorption(state);
    case Bound::access:
      return lift_access(plan.world.origin, last_year, state);
    case Bound::discovery:
      return lift_discovery(state);
    case Bound::money:
      return;
  }
}

}  // namespace minefree
