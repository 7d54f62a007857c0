#pragma once

#include <minefree/config/record.hpp>
#include <minefree/domain/state_data.hpp>

namespace minefree::config {

/// Where a state is given: in a file of its own, whose figures come from the public record, or
/// whole inside a scenario, whose figures are the user's own.
enum class StateForm { file, inside_scenario };

/// Everything a state may say: sections, rows, units, ranges, and checks across them.
Record<StateData> const& state_record(StateForm form);

/// `format`: 1, the only one there is.
template <class Owner>
Field<Owner> format_field();

Value<int> format_one();

template <class Owner>
Field<Owner> format_field() {
  return checked_only<Owner>("format", format_one(), "version of this format");
}

/// open, restricted or conflict.
Value<Regime> regime_word();

}  // namespace minefree::config
