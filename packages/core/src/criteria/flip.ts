import type { Decimal } from "../number/decimal.ts";
import { absoluteDecimal, addDecimals, compareDecimals, formatDecimal, multiplyDecimals } from "../number/decimal.ts";
import type { Bound, Spot } from "./bound.ts";
import { groupsHoldAt } from "./bound.ts";

const MINUS_ONE: Decimal = { units: -1n, scale: 0 };

/**
 * The observed value nearest to this one at which the answer would be the other: `<= 340`, `> 5`, `= 3`.
 * Null when no value would change it.
 */
export function nearestFlip(observed: Decimal, groups: readonly (readonly Bound[])[], met: boolean): string | null {
  let nearest: Spot | null = null;
  for (const spot of spotsOf(groups)) {
    if (groupsHoldAt(spot, groups) === !met && (nearest === null || isNearer(spot, nearest, observed))) nearest = spot;
  }
  return nearest === null ? null : spotText(nearest, observed, groups, met);
}

/** The answer can change only at a bound or right beside one; of the three, the bound itself is told first. */
function spotsOf(groups: readonly (readonly Bound[])[]): Spot[] {
  const values = groups.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  return values.flatMap((value) => ([0, -1, 1] as const).map((side) => ({ value, side })));
}

function isNearer(a: Spot, b: Spot, observed: Decimal): boolean {
  return compareDecimals(distance(a.value, observed), distance(b.value, observed)) < 0;
}

function distance(a: Decimal, b: Decimal): Decimal {
  return absoluteDecimal(addDecimals(a, multiplyDecimals(b, MINUS_ONE)));
}

function spotText(
  { value, side }: Spot,
  observed: Decimal,
  groups: readonly (readonly Bound[])[],
  met: boolean,
): string {
  const shown = formatDecimal(value);
  if (side !== 0) return `${side < 0 ? "<" : ">"} ${shown}`;
  const beyond = compareDecimals(value, observed) < 0 ? -1 : 1;
  const goesOn = groupsHoldAt({ value, side: beyond }, groups) === !met;
  return `${goesOn ? (beyond < 0 ? "<=" : ">=") : "="} ${shown}`;
}
