#pragma once

#include <minefree/config/record.hpp>
#include <minefree/domain/scenario.hpp>

namespace minefree::config {

// What a scenario changes beside money: survey, security, and suppositions about single states.

Record<SurveyLever> survey_lever_record();
Record<SecurityLever> security_lever_record();
Record<StateOverride> state_override_record();

}  // namespace minefree::config
