import { formatDecimal, parseDecimal } from "../number/decimal.ts";
import type { Bound } from "./bound.ts";
import { boundOf, groupsHoldAt } from "./bound.ts";
import type { Criteria, Criterion } from "./criterion.ts";
import { nearestFlip } from "./flip.ts";

/** What criteria say about one observed value. */
export interface CriteriaResult {
  /** `missing`: it hangs on a baseline that is not there; never a pass. */
  readonly outcome: "met" | "not-met" | "missing";
  readonly met: boolean;
  readonly reason: "met" | "not-met" | "baseline-missing" | "not-a-number";
  /** What was wanted, with the baseline worked out: `<500 and <=+10% (<= 330)`. */
  readonly threshold: string;
  /** `would be met at <= 330`, `would no longer be met at > 330`; null when nothing would change it. */
  readonly flip: string | null;
  /** Whether any of the criteria is relative to a baseline. */
  readonly needsBaseline: boolean;
}

/**
 * Judges one observed value in exact decimals. NaN and infinities are not met, whatever the criteria; a baseline that
 * is one of those is no baseline. An alternative that needs no baseline can be met without one.
 *
 * @example
 * evaluateCriteria(parseCriteria("<=+10%"), 331, 300).flip; // "would be met at <= 330"
 */
export function evaluateCriteria(criteria: Criteria, observed: number, baselineValue: number | null): CriteriaResult {
  const baseline = baselineValue === null ? null : parseDecimal(baselineValue);
  const groups = criteria.map((group) => group.map((criterion) => boundOf(criterion, baseline)));
  const threshold = criteria
    .map((group, index) => group.map((one, at) => boundText(one, groups[index]?.[at])).join(" and "))
    .join(", or ");
  const needsBaseline = criteria.flat().some(({ against }) => against !== "fixed");
  const value = parseDecimal(observed);
  if (value === null) {
    return { outcome: "not-met", met: false, reason: "not-a-number", threshold, flip: null, needsBaseline };
  }
  const answer = groupsHoldAt({ value, side: 0 }, groups);
  if (answer === null) {
    const flip = "would be judged with a baseline";
    return { outcome: "missing", met: false, reason: "baseline-missing", threshold, flip, needsBaseline };
  }
  const outcome = answer ? "met" : "not-met";
  const at = nearestFlip(value, groups, answer);
  const flip = at === null ? null : `would ${answer ? "no longer be met" : "be met"} at ${at}`;
  return { outcome, met: answer, reason: outcome, threshold, flip, needsBaseline };
}

function boundText({ text, against }: Criterion, bound: Bound | undefined): string {
  if (against === "fixed" || bound === undefined) return text;
  return bound.value === null ? `${text} (no baseline)` : `${text} (${bound.operator} ${formatDecimal(bound.value)})`;
}
