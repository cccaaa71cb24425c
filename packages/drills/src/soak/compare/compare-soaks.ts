import type { KpiOutcome, KpiPlan, KpiResult, SoakIteration } from "@holdpoint/core";
import { aggregate, cliffsDelta, SHIFT_SAMPLES_MAX, unpairedShift } from "@holdpoint/core";
import type { ReportInput } from "../report/report-input.ts";
import { soakOutcome } from "../soak-outcome.ts";

/** `soak compare`: one run against another, KPI by KPI. */
export interface SoakComparison {
  readonly schema: "holdpoint/soak-comparison/v1";
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  /** Why the two measure different things; empty: they do not. */
  readonly differences: readonly string[];
  readonly kpis: readonly ComparedKpi[];
}

export interface ComparedRun {
  readonly id: string;
  readonly run: string;
  readonly commit: string;
  readonly outcome: KpiOutcome;
  readonly steady: number;
}

export interface ComparedKpi {
  readonly id: string;
  readonly unit: string | null;
  readonly better: "higher" | "lower";
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  /** How much larger b is than a (Hodges-Lehmann), over the steady iterations; null: one of them has no value. */
  readonly shift: number | null;
  /** Of the shift, with 95 % confidence. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Share of a's median; null where that is 0. */
  readonly shiftRatio: number | null;
  /** Cliff's delta, -1 to 1: how much more often b lies above a than below it. */
  readonly cliffsDelta: number | null;
  /** Better and worse take an interval on one side of 0 and a shift that matters; the same one that does not. */
  readonly verdict: "better" | "worse" | "same" | "unknown";
}

interface ComparedSide {
  readonly value: number | null;
  readonly outcome: KpiOutcome;
  readonly samples: number;
}

/** With fewer on a side no order is rare enough to tell anything with 95 % confidence. */
const SAMPLES_MIN = 4;
const CONFIDENCE = 0.95;
/** Of a's median: less is no difference that matters. */
const RELEVANT_RATIO = 0.01;

/**
 * Compares two stored runs. Whether they may be compared is for the caller: `differences` says what stands against it.
 *
 * @example
 * compareSoaks(before, after).kpis[0]; // { id: "p95_latency_ms", …, shift: -21.5, verdict: "better" }
 */
export function compareSoaks(a: ReportInput, b: ReportInput): SoakComparison {
  const kpis = a.body.terms.kpis.flatMap((plan) => {
    const other = b.body.terms.kpis.some(({ id }) => id === plan.id);
    return other ? [compareKpi(plan, a, b)] : [];
  });
  return { schema: "holdpoint/soak-comparison/v1", a: runOf(a), b: runOf(b), differences: differencesOf(a, b), kpis };
}

function runOf({ record, body }: ReportInput): ComparedRun {
  const { id, run } = body;
  return {
    id,
    run,
    commit: record.candidate.commit,
    outcome: soakOutcome(body, "strict"),
    steady: steadyOf(body).length,
  };
}

function steadyOf({ iterations }: ReportInput["body"]): readonly SoakIteration[] {
  return iterations.filter(({ phase }) => phase === "steady");
}

function differencesOf(a: ReportInput, b: ReportInput): string[] {
  const differs = (what: string, isSame: boolean): string[] => (isSame ? [] : [what]);
  return [
    ...differs("they are different soaks", a.body.id === b.body.id),
    ...differs("their plans differ", a.body.planSha256 === b.body.planSha256),
    ...differs("they ran on different machines", a.record.testbed.sha256 === b.record.testbed.sha256),
    ...differs("one of them is synthetic", a.body.synthetic === b.body.synthetic),
  ];
}

function compareKpi(plan: KpiPlan, a: ReportInput, b: ReportInput): ComparedKpi {
  const { id, unit } = plan;
  const better = plan.strict.operator === ">=" ? "higher" : "lower";
  const [before, after] = [valuesOf(a, id), valuesOf(b, id)];
  const told = shiftOf(before, after);
  const middle = aggregate(before, "median");
  const shiftRatio = told === null || middle === null || middle === 0 ? null : told.shift / Math.abs(middle);
  const isDecidable = told !== null && before.length >= SAMPLES_MIN && after.length >= SAMPLES_MIN;
  return {
    id,
    unit,
    better,
    a: sideOf(a, id, before.length),
    b: sideOf(b, id, after.length),
    shift: told?.shift ?? null,
    interval: told?.interval ?? null,
    shiftRatio,
    cliffsDelta: cliffsDelta(after, before)?.delta ?? null,
    verdict: isDecidable ? verdictOf(told, Math.abs(middle ?? 0) * RELEVANT_RATIO, better) : "unknown",
  };
}

type ShiftTold = NonNullable<ReturnType<typeof unpairedShift>>;

/** The last so many are enough. */
function shiftOf(before: readonly number[], after: readonly number[]): ShiftTold | null {
  return unpairedShift(after.slice(-SHIFT_SAMPLES_MAX), before.slice(-SHIFT_SAMPLES_MAX), CONFIDENCE);
}

function verdictOf(
  { shift, interval: [low, high] }: ShiftTold,
  relevant: number,
  better: ComparedKpi["better"],
): ComparedKpi["verdict"] {
  if (-relevant <= low && high <= relevant) return "same";
  const side = low > 0 && shift > relevant ? "higher" : high < 0 && shift < -relevant ? "lower" : null;
  if (side === null) return "unknown";
  return side === better ? "better" : "worse";
}

function valuesOf({ body }: ReportInput, id: string): readonly number[] {
  return steadyOf(body).flatMap(({ values }) => values[id] ?? []);
}

function sideOf({ body }: ReportInput, id: string, samples: number): ComparedSide {
  const result: KpiResult | undefined = body.kpis.strict.find((one) => one.id === id);
  return { value: result?.value ?? null, outcome: result?.outcome ?? "inconclusive", samples };
}
