#pragma once

#include <minefree/config/record.hpp>
#include <minefree/config/sources.hpp>
#include <minefree/domain/state_data.hpp>

namespace minefree::config {

// The rows of figures of a state: one record each, made for rows of the public record or of a user.

Record<HistoryRow> history_record(Sourcing);
Record<FundingYear> funding_year_record(Sourcing);
Record<DonorYear> donor_year_record(Sourcing);
Record<SecuritySpan> security_span_record(Sourcing);
Record<CasualtyYear> casualty_year_record(Sourcing);
Record<PeopleYear> people_year_record(Sourcing);
Record<ResidualYear> residual_year_record(Sourcing);
Record<OwnPlan> own_plan_record(Sourcing);
Record<GrantedDeadline> granted_deadline_record(Sourcing);
Record<Declaration> declaration_record(Sourcing);

}  // namespace minefree::config
