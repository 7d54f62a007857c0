#pragma once

#include <minefree/config/record.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

/// Which optional parts of the result are made: a list of words.
Value<Outputs> outputs_list();
/// The teams that answer what turns up after completion.
Record<ResidualLevers> residual_record();
/// The declared switch of risk education.
Record<RiskEducation> risk_education_record();

/// Notes what is set for a part that the scenario does not ask for.
void note_parts_not_asked(Scenario const&, Tree const& scenario, Problems& notes);

}  // namespace minefree::config
