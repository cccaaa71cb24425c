import type { Decimal } from "../number/decimal.ts";
import { absoluteDecimal, addDecimals, compareDecimals, multiplyDecimals } from "../number/decimal.ts";
import type { Criterion, Operator } from "./criterion.ts";

const ONE_PERCENT: Decimal = { units: 1n, scale: 2 };

/** A criterion with its baseline put in; `value` is null when it needs a baseline and there is none. */
export interface Bound {
  readonly operator: Operator;
  readonly value: Decimal | null;
}

/**
 * Percentages are of the baseline's size, so that `+10%` points upwards for a negative baseline too.
 */
export function boundOf({ operator, against, amount }: Criterion, baseline: Decimal | null): Bound {
  if (against === "fixed") return { operator, value: amount };
  if (baseline === null) return { operator, value: null };
  const difference =
    against === "difference"
      ? amount
      : multiplyDecimals(multiplyDecimals(absoluteDecimal(baseline), amount), ONE_PERCENT);
  return { operator, value: addDecimals(baseline, difference) };
}

/** A place on the number line: at `value`, or as near below or above it as one likes. */
export interface Spot {
  readonly value: Decimal;
  readonly side: -1 | 0 | 1;
}

const HOLDS: Readonly<Record<Operator, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
};

/** True, false, or null for what cannot be known without a baseline. */
function holdsAt(spot: Spot, { operator, value }: Bound): boolean | null {
  return value === null ? null : HOLDS[operator](compareDecimals(spot.value, value) || spot.side);
}

/** OR between groups, AND inside, with unknown as the third value: a known answer wins where it can. */
export function groupsHoldAt(spot: Spot, groups: readonly (readonly Bound[])[]): boolean | null {
  const answers = groups.map((group) => {
    const each = group.map((bound) => holdsAt(spot, bound));
    if (each.includes(false)) return false;
    return each.includes(null) ? null : true;
  });
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}
