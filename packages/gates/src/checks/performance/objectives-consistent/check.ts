import type { Check, CheckInput, Finding, LoadBody, SloResult } from "@holdpoint/core";
import { LogHistogram, sliceProblem } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns, performanceRuns } from "../../../evidence/load-runs.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const met = performanceRuns(input).flatMap(({ slo }) => slo.filter(({ outcome }) => outcome === "pass"));
  return judgeRuns(input, contradictions, () => ({
    reason: `${count(met.length, "met objective")} follow from their figures`,
    observed: met.length,
    threshold: met.length,
  }));
}

function contradictions(run: LoadBody): Problem[] {
  const { id, slo } = run;
  return slo
    .filter(({ outcome }) => outcome === "pass")
    .flatMap((result) => [...beyond(run, result), ...tooFew(id, result)]);
}

function beyond(run: LoadBody, result: SloResult): Problem[] {
  const { id } = run;
  const seen = missedBy(result) ?? unlikeRun(run, result);
  if (seen === null) return [];
  return [
    {
      outcome: "fail",
      code: "contradicts",
      text: `load ${id}: "${result.text}" is called met, and ${seen}`,
      observed: seen,
      threshold: result.bound,
      flip: "would pass with figures that meet it",
    },
  ];
}

function tooFew(id: string, { text, samples, minSamples }: SloResult): Problem[] {
  if (samples >= minSamples && samples > 0) return [];
  return [
    {
      outcome: "fail",
      code: "few-samples",
      text: `load ${id}: "${text}" is called met on ${count(samples, "sample")}, it wants ${minSamples}`,
      observed: samples,
      threshold: minSamples,
      flip: `would pass with ${minSamples} samples`,
    },
  ];
}

/** The figure by which an objective is missed; where it was judged by windows, these are. */
function missedBy({ text, kind, observed, bound, interval, budget, windows }: SloResult): string | null {
  if (windows !== null) return missedByWindows(windows, text);
  if (observed === null) return "nothing was observed";
  if (kind === "percentile") {
    if (interval === null) return "there is no interval";
    return interval[1] <= bound ? null : `its interval ends at ${interval[1]} ms`;
  }
  if (budget !== null && budget.spent > budget.allowed)
    return `${budget.spent} of ${budget.allowed} bad requests were spent`;
  return observed >= bound ? null : `${observed} was observed`;
}

/** How many windows may be missed stands in the text only. */
function missedByWindows(
  { judged, missed, inconclusive }: NonNullable<SloResult["windows"]>,
  text: string,
): string | null {
  if (judged === 0) return "no window was judged";
  const most = Number(/ in all but (\d+) windows of /.exec(text)?.[1] ?? 0);
  return missed + inconclusive <= most
    ? null
    : `${missed} windows were missed and ${inconclusive} undecided of ${most}`;
}

/** Buckets are known to 1/128. */
const NEAR = 1 / 64;

/** An objective of the whole run beside the run's own histogram and counts; null where they agree, or are not there. */
function unlikeRun(run: LoadBody, { text, kind, scope, observed, budget, windows }: SloResult): string | null {
  if (windows !== null || Object.values(scope).some((name) => name !== null)) return null;
  if (kind === "events" && budget !== null && budget.spent < run.failed + run.dropped)
    return `${run.failed + run.dropped} requests of the run failed or were dropped, ${budget.spent} are said to be bad`;
  const [, percent = "", clock = ""] = /^p(\d+(?:\.\d+)?) of (response|service) time/.exec(text) ?? [];
  const slice = run.series.find(({ of }) => of === "run")?.[clock as "response" | "service"] ?? null;
  if (kind !== "percentile" || slice === null || observed === null || sliceProblem(slice) !== null) return null;
  // What failed has its own time there, and counts as slower than any here: the histogram can only be the faster one.
  const ms = (LogHistogram.ofSlice(slice).quantile(Number(`${percent}e-2`)) ?? 0) / 1000;
  return ms * (1 - NEAR) <= observed ? null : `${observed} ms is said, the run's histogram gives ${ms} ms`;
}
