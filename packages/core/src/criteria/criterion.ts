import type { Decimal } from "../number/decimal.ts";

export type Operator = "<" | "<=" | ">" | ">=" | "=" | "!=";

/** One comparison of what is observed with a fixed value, or with a baseline and a difference to it. */
export interface Criterion {
  /** As it was written, without white space. */
  readonly text: string;
  readonly operator: Operator;
  /** `fixed`: the amount itself. `difference`: baseline + amount. `percent`: baseline + amount % of its size. */
  readonly against: "fixed" | "difference" | "percent";
  readonly amount: Decimal;
}

/** OR between the groups, AND inside; never empty, and no group is. */
export type Criteria = readonly (readonly Criterion[])[];

/** Bounds of what is read; far beyond what a person can follow. */
export const CRITERION_CHARS_MAX = 64;
export const CRITERIA_GROUPS_MAX = 16;
export const CRITERIA_IN_GROUP_MAX = 16;

/** As it is shown to a person: `<500 and <=+10%, or <200`. */
export function criteriaText(criteria: Criteria): string {
  return criteria.map((group) => group.map((criterion) => criterion.text).join(" and ")).join(", or ");
}
