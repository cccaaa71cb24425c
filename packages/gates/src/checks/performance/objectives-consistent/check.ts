import type { Check, CheckInput, Finding, LoadBody, SloResult } from "@holdpoint/core";
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

function contradictions({ id, slo }: LoadBody): Problem[] {
  return slo
    .filter(({ outcome }) => outcome === "pass")
    .flatMap((result) => [...beyond(id, result), ...tooFew(id, result)]);
}

function beyond(id: string, result: SloResult): Problem[] {
  const seen = missedBy(result);
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
function missedBy({ kind, observed, bound, interval, budget, windows }: SloResult): string | null {
  if (windows !== null) return windows.judged > 0 ? null : "no window was judged";
  if (observed === null) return "nothing was observed";
  if (kind === "percentile") {
    if (interval === null) return "there is no interval";
    return interval[1] <= bound ? null : `its interval ends at ${interval[1]} ms`;
  }
  if (budget !== null && budget.spent > budget.allowed)
    return `${budget.spent} of ${budget.allowed} bad requests were spent`;
  return observed >= bound ? null : `${observed} was observed`;
}
