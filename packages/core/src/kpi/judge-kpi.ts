import { aggregate } from "./aggregate.ts";
import type { KpiBound, KpiOutcome, KpiPlan, KpiResult } from "./kpi.ts";
import { kpiTrend } from "./trend.ts";

/**
 * Holds a KPI to its bound: the last `window` of the values, one an iteration, summed up. A gap (null, NaN) within
 * the window, fewer values than `minSamples`, and a value that cannot be summed up are inconclusive, never a pass;
 * what is there besides the gap does not count.
 *
 * @example
 * const select = { from: "summary", path: "risk" } as const;
 * const rest = { aggregate: "median", window: 3, minSamples: 3, soft: null, unit: null } as const;
 * const plan: KpiPlan = { id: "risk", select, ...rest, strict: { operator: "<=", value: 0.4 } };
 * judgeKpi(plan, [0.9, 0.35, 0.38, 0.36], "strict").outcome; // "pass"
 * judgeKpi(plan, [0.9, 0.35, null, 0.36], "strict").outcome; // "inconclusive"
 */
export function judgeKpi(plan: KpiPlan, values: readonly (number | null)[], which: "strict" | "soft"): KpiResult {
  if (!(plan.window >= 1)) throw new RangeError(`the window of ${plan.id} is ${plan.window}`);
  const bound = which === "soft" ? (plan.soft ?? plan.strict) : plan.strict;
  const window = values.slice(-plan.window).map((value) => (value !== null && Number.isFinite(value) ? value : null));
  const known = window.filter((value): value is number => value !== null);
  const gaps = window.length - known.length;
  const value = gaps > 0 || known.length < plan.minSamples ? null : aggregate(known, plan.aggregate);
  return {
    id: plan.id,
    aggregate: plan.aggregate,
    bound,
    ...judged(plan, bound, { value, gaps, known: known.length }),
    value,
    values: window,
    minSamples: plan.minSamples,
    trend: kpiTrend(values),
  };
}

interface Seen {
  readonly value: number | null;
  readonly gaps: number;
  readonly known: number;
}

function judged(plan: KpiPlan, bound: KpiBound, seen: Seen): { outcome: KpiOutcome; reason: string } {
  const { value, gaps, known } = seen;
  const inconclusive = (reason: string): { outcome: KpiOutcome; reason: string } => ({
    outcome: "inconclusive",
    reason,
  });
  if (gaps > 0) return inconclusive(`${gaps} of the last ${gaps + known} iterations have no value`);
  if (known < plan.minSamples) return inconclusive(`${known} values, ${plan.minSamples} are needed`);
  if (value === null) return inconclusive(noValue(plan, known));
  const unit = plan.unit === null ? "" : ` ${plan.unit}`;
  const text = `${plan.aggregate} of ${known} is ${shown(value)}${unit}`;
  if (bound.operator === ">=" ? value >= bound.value : value <= bound.value) return { outcome: "pass", reason: text };
  const wanted = `${bound.operator === ">=" ? "at least" : "at most"} ${bound.value}${unit}`;
  return { outcome: "fail", reason: `${text}, wanted ${wanted}` };
}

function noValue({ aggregate: how }: KpiPlan, known: number): string {
  if (known === 0) return "there is no value";
  return how === "hmean" ? "a value that is not above 0 has no harmonic mean" : `there is no ${how} of the values`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}
