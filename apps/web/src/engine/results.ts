// The engine's JSON, as docs/results.md describes it. Decimal years: 2030.25 is 1 April 2030; null
// stands for "not within the horizon" in a date.

export interface Provenance {
  version: string;
  commit: string;
  scenario: string;
  scenario_sha256: string;
  data_sha256: string;
  posterior_sha256: string | null;
  seed: number;
  trajectories: number;
  origin: number;
  horizon: number;
}

export type Basis = 'data' | 'mixed' | 'prior';

/** By probability as text: '0.05', '0.5', '0.9', ... */
export type DateQuantiles = Record<string, number | null>;

/** A score of the hindcast with its interval over states. */
export interface Score {
  value: number;
  low: number | null;
  high: number | null;
  n: number;
}

export interface YearlyQuantiles {
  year: number[];
  p05: number[];
  p25: number[];
  p50: number[];
  p75: number[];
  p95: number[];
  mean: number[];
}

/** What every state of a summary has. */
interface AnyState {
  code: string;
  name: string;
  conditional: boolean;
  /** What a conditional result supposes. */
  condition: string | null;
  reasons: string[];
  /** What would make the state estimable. */
  needs: string[];
  status: string;
  last_stock_year: number | null;
  last_stock_km2: number | null;
  reported: { year: number[]; remaining_km2: number[]; declared: string | null };
}

/** A state that carries no date, and why. */
export interface StateWithoutDate extends AnyState {
  estimable: false;
  basis: Basis | null;
}

export interface EstimatedState extends AnyState {
  estimable: true;
  basis: Basis;
  skill: Record<string, Score> | null;
  initial: {
    confirmed_km2: number;
    suspected_km2: number;
    undiscovered_km2: number;
    undiscovered_at_declaration_km2: number;
  };
  completion: {
    quantiles: DateQuantiles;
    monte_carlo_error_months: number | null;
    never_share: number;
    by_month: { first: string; counts: number[] };
  };
  declaration: { quantiles: DateQuantiles };
  plain: {
    own_plan: string | null;
    mean_release_km2_per_year: number | null;
    remaining_over_mean_release: number | null;
  };
  plan: {
    km2_per_year: number | null;
    ratio_to_best_year: number | null;
    probability_met: number | null;
  };
  inputs: Record<string, number | null>;
  probability: {
    /** By target year as text. */
    by: Record<string, number>;
    deadline: string | null;
    deadline_met: number | null;
    expected_extensions: number | null;
    reopened_within_10_years: number | null;
  };
  remaining_km2: YearlyQuantiles;
  released_km2: {
    year: number[];
    cancelled: number[];
    reduced: number[];
    cleared: number[];
    discovered: number[];
  };
  funding_musd: {
    year: number[];
    p05: number[];
    p50: number[];
    p95: number[];
    unspent_p50: number[];
  };
  /** The optional parts `casualties`, `people` and `residual`, where the scenario asks for them. */
  [part: string]: unknown;
}

export type SummaryState = EstimatedState | StateWithoutDate;

/** `minefree run --json`. */
export interface Summary {
  format: 1;
  provenance: Provenance;
  name: string;
  /** Of all money. */
  price_year: number;
  states: SummaryState[];
  world: {
    affected: number;
    estimable: number;
    complete_by_end_of: { year: number[]; p10: number[]; p50: number[]; p90: number[] };
  };
}

/** A paired difference with its Monte Carlo error, and both sides. */
export interface PairedDifference {
  value: number | null;
  standard_error: number | null;
  base: number | null;
  other: number | null;
}
export interface WorldDifference {
  difference: number;
  standard_error: number | null;
  base: number;
  other: number;
}

export interface ComparedState {
  code: string;
  name: string;
  basis: Basis;
  conditional: boolean;
  earlier_share: number;
  later_share: number;
  same_share: number;
  /** Of `later_share`: complete within the horizon in the base alone. */
  no_longer_complete_share: number;
  /** Of `earlier_share`: complete within the horizon here alone. */
  newly_complete_share: number;
  median_years_gained: number | null;
  probability_difference: Record<string, PairedDifference>;
  variance_reduction: number | null;
  median_date_difference: PairedDifference;
  deadline_met_difference: PairedDifference | null;
  remaining_km2_difference: Record<string, PairedDifference>;
  spent_musd_difference: Record<string, PairedDifference>;
}

export interface ComparedScenario {
  scenario: string;
  name: string;
  provenance: Provenance;
  changes: { path: string; base: string | null; other: string | null }[];
  levers_without_effect: unknown[];
  changes_nothing: boolean;
  price_year: number | null;
  only_in_base: string[];
  only_in_other: string[];
  states: ComparedState[];
  world: {
    mean_states_complete_by_end_of: Record<string, WorldDifference>;
    remaining_km2_at_end_of: Record<string, WorldDifference>;
    spent_musd_to_end_of: Record<string, WorldDifference>;
  };
}

/** `minefree compare --json`. */
export interface Comparison {
  format: 1;
  base: { scenario: string; name: string; provenance: Provenance };
  others: ComparedScenario[];
}

export interface ExplainedNumber {
  section: string;
  name: string;
  value: string | number | null;
  unit: string;
  year: number | null;
  source: string;
  published: number | null;
  kind: string;
  used: boolean;
  note: string;
}

/** `minefree explain --json`. */
export interface Explanation {
  format: 1;
  code: string;
  name: string;
  scenario: string;
  origin: number;
  estimable: boolean;
  in_run: boolean;
  not_in_run: string | null;
  condition: string | null;
  reasons: string[];
  needs: string[];
  numbers: ExplainedNumber[];
  sources: Record<string, { title: string; publisher: string; year: string; url: string }>;
}

interface PlanClaim {
  published: number | null;
  source: string;
  reason: string;
}

export interface StatePlan {
  code: string;
  name: string;
  estimable: boolean;
  conditional: boolean;
  basis: Basis | null;
  reasons: string[];
  plan: {
    stated_completion: string | null;
    stated_in: PlanClaim | null;
    km2_per_year: number | null;
    km2_per_year_in: PlanClaim | null;
    cost_musd: number | null;
    cost_in: PlanClaim | null;
    ratio_to_best_year: number | null;
    probability_met: number | null;
  };
  stock: { year: number; km2: number; source: string } | null;
  best_year: { year: number; km2: number; cancelled_km2: number | null } | null;
  release_reported: boolean;
  mean_release_km2_per_year: number | null;
  years_of_mean: number[];
  needed_km2_per_year: number | null;
  needed_to_best_year: number | null;
  remaining_over_planned: number | null;
  remaining_over_mean_release: number | null;
  completion: { quantiles: DateQuantiles } | null;
  sentence: string;
}

/** `minefree plan --json`. */
export interface PlanReport {
  format: 1;
  provenance: Provenance;
  name: string;
  states: StatePlan[];
}

/** One value of the public record: a line of `minefree history`. */
export interface HistoryRow {
  state: string;
  year: number | null;
  variable: string;
  value: string;
  unit: string;
  source: string;
  published: number | null;
}
