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

/// Name, help and default of a parameter, with the shape of its values.
FieldShape parameter_shape(ParameterInfo const& info, Shape shape);

/// Which parameters a record has.
enum class ParameterChoice {
  all,         // for the whole scenario
  of_a_state,  // all but those of the world, which are refused with a word of where they belong
};

/// A field for each parameter of the table. `values_of` finds in an Owner the list they go to.
template <class Owner, class ValuesOf>
std::vector<Field<Owner>> parameter_fields(ValuesOf values_of, Sourcing sourcing,
                                           ParameterChoice choice) {
  std::vector<Field<Owner>> fields;
  for (auto const& info : parameter_table()) {
    if (choice == ParameterChoice::of_a_state && info.scope == ParameterScope::world) {
      fields.push_back(refused<Owner>(std::string(info.key),
                                      "holds for the whole world, not for one state. Give it under "
                                      "'parameters' of a scenario."));
      continue;
    }
    auto const value = parameter_value(info, sourcing, sourcing == Sourcing::user);
    fields.push_back(
        {parameter_shape(info, value.shape),
         [read = value.read, values_of](Tree const& tree, Reading const& reading, Owner& owner) {
           auto given = read(tree, reading);
           if (given) values_of(owner).push_back(std::move(*given));
           return given.has_value();
         }});
  }
  return fields;
}

/// `programme` of a state: parameters of model.md section 5 that a state may have for itself.
Record<ParameterValues> const& programme_record(Sourcing sourcing);
/// `parameters` of a scenario: all of them.
Record<ParameterValues> const& parameters_record();

}  // namespace minefree::config
