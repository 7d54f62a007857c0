#pragma once

#include <cstddef>

#include <minefree/ensemble/plan.hpp>

namespace minefree {

/// The plan of one country of a plan, without optional parts: what it completes, and when, has the
/// bits that it has among the others, as states meet only where finished states' money is handed on
/// (`reallocate_share`; must be zero). Donors that give it nothing are left out.
Plan plan_of_country(Plan const&, std::size_t country);

/// How many years past a year a plan must run so that every completion up to that year is final: a
/// find before the declaration undoes a completion, and the declaration comes after a lag.
int years_until_declared(model::CountryPlan const&);

/// The same plan with an earlier end; `last_year` beyond the horizon changes nothing.
void end_with(int last_year, Plan&);

}  // namespace minefree
