#pragma once

#include <functional>
#include <optional>

#include <minefree/decision/regret.hpp>
#include <minefree/domain/study.hpp>
#include <minefree/ensemble/outcomes.hpp>

namespace minefree {

/// How the trajectories of a plan are run; nothing when it was stopped.
using RunOutcomes =
    std::function<std::optional<TrajectoryOutcomes>(Plan const&, OutcomeQuestion const&)>;

/// True when the state of the target, if it names one, gets a date in some cell of the study.
bool target_can_be_estimated(Study const&);

/// Every strategy of a study in every future, under the same draws. Nothing when it was stopped.
std::optional<Regret> regret_of(Study const&, RunOutcomes const&);

}  // namespace minefree
