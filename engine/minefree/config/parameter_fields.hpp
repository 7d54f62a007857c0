#pragma once

#include <utility>
#include <vector>

#include <minefree/config/sources.hpp>
#include <minefree/domain/parameters.hpp>

namespace minefree::config {

/// How a parameter of the table is given in a file: a number or spread, or three numbers by regime,
/// or three rows of three. `stated_by_scenario` marks values that hold under `certain: true`.
Value<ParameterValue> parameter_value(ParameterInfo const& info, Sourcing sourcing,
                                      bool stated_by_scenario);

/// Which parameters a record has.
enum class ParameterChoice {
  all,         // for the whole scenario
  of_a_state,  // all but those of the world, which are refused with a word of where they belong
};

/// A field for each parameter of the table, which adds its value to the list of the owner.
std::vector<AnyField> parameter_fields_of(ParameterValues& (*values_of)(void* owner),
                                          Sourcing sourcing, ParameterChoice choice);

/// The same of an Owner, in which `values_of` finds the list.
template <class Owner, class ValuesOf>
std::vector<Field<Owner>> parameter_fields(ValuesOf, Sourcing sourcing, ParameterChoice choice) {
  auto const values_of = [](void* owner) -> ParameterValues& {
    return ValuesOf{}(*static_cast<Owner*>(owner));
  };
  std::vector<Field<Owner>> fields;
  for (auto& field : parameter_fields_of(values_of, sourcing, choice)) {
    fields.push_back({std::move(field)});
  }
  return fields;
}

/// `programme` of a state: parameters of model.md section 5 that a state may have for itself.
Record<ParameterValues> const& programme_record(Sourcing sourcing);
/// `parameters` of a scenario: all of them.
Record<ParameterValues> const& parameters_record();

}  // namespace minefree::config
