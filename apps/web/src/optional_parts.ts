/** The parts of a state that a scenario asks for with `outputs`, as docs/results.md describes them. */

import type { EstimatedState, SummaryState } from './engine';

interface Span {
  p05: number;
  p50: number;
  p95: number;
}

interface Yearly {
  estimable: boolean;
  reasons: string[];
  year?: number[];
  p05?: number[];
  p50?: number[];
  p95?: number[];
}

/** People killed or injured a year, as recorded. */
export interface Casualties extends Yearly {
  reported?: { from: number; to: number; years: number; mean_per_year: number };
}

/** People who live beside mined land, as the state's sources count them. */
export interface People extends Yearly {
  reported?: { year: number; people_exposed: number; beside_km2: number };
}

/** The ten years after a declaration of completion. */
export interface Residual {
  teams: number;
  response_days: number;
  judged_share: number;
  adequate_every_year: number;
  adequacy_target: number;
  smallest_teams: number | null;
  price_year: number;
  cost_musd_per_year_total: Span;
  smallest_teams_cost_musd_per_year_total?: Span | null;
  finds_per_year: { year_after: number[]; p05: number[]; p50: number[]; p95: number[]; mean: number[] };
  keeps_up_every_year: number[];
  reopened_within_10_years: number | null;
}

export interface OptionalParts {
  casualties?: Casualties;
  people?: People;
  residual?: Residual;
}

/** The optional parts of a state; a part that was not asked for is absent. */
export function partsOf(state: SummaryState): OptionalParts {
  return state as unknown as OptionalParts;
}

/** How forecasts like this one did when made from earlier years. */
export interface Skill {
  stock_3_years_relative_wis?: { value: number; low: number | null; high: number | null; n: number } | null;
  stock_3_years_coverage_80?: { value: number; low: number | null; high: number | null; n: number } | null;
  deadline_met_brier_skill?: { value: number; low: number | null; high: number | null; n: number } | null;
}

export function skillOf(state: EstimatedState): Skill | null {
  return state.skill as Skill | null;
}
