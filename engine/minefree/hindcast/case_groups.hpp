#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <minefree/hindcast/cases.hpp>
#include <minefree/hindcast/scores.hpp>

namespace minefree::hindcast {

// Cases that are scored together, and what scores one forecast of one of them.

using Cases = std::vector<Case const*>;
using Score = std::function<double(Case const&, Distribution const&)>;

/// By mode, variable and horizon.
using Group = std::tuple<Mode, Variable, std::optional<int>>;
/// The wanted cases, grouped.
std::map<Group, Cases> grouped(std::vector<Case> const&, std::function<bool(Case const&)> const&);
/// True where no recount of the record lies between the origin and the truth.
bool as_defined(Case const&);

/// All models that say something of some of the cases.
std::set<std::string> models_of(Cases const&);
/// The cases of which all of these models say something.
Cases with_all(Cases const&, std::vector<std::string> const& models);
/// What a model that is there says.
Distribution const& forecast_of(Case const&, std::string_view model);

double sum_of(Cases const&, std::string const& model, Score const&);

/// Scores: of a quantity on the log scale, of a date in years up to the censoring, of an event.
double wis_of(Case const&, Distribution const&);
double date_score_of(Case const&, Distribution const&);
double brier_of(Case const&, Distribution const&);
ForecastEvent event_of(Case const&, Distribution const&);

}  // namespace minefree::hindcast
