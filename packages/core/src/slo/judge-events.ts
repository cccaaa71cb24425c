import type { SloJudgement } from "./judge-sample.ts";
import { minSamplesOf } from "./min-samples.ts";
import type { EventObjective } from "./objective.ts";
import { percentText } from "./objective-text.ts";
import type { SloCounts } from "./sample.ts";

/** How many were asked for, and how many of them were not good. */
export function eventsOf({ completed, failed, dropped, over }: SloCounts): {
  readonly all: number;
  readonly bad: number;
} {
  return { all: completed + failed + dropped, bad: failed + dropped + over };
}

/**
 * Bad requests that so many allow: a whole number, cut off.
 *
 * @example
 * budgetOf(0.999, 1_800_000); // 1800
 */
export function budgetOf(ratio: number, all: number): number {
  const budget = (1 - ratio) * all;
  return Math.floor(budget + Math.max(1, budget) * 2 ** -40);
}

/** Bad share over the share that may be bad; 1 spends the budget exactly, null where nothing was asked for. */
export function burnRateOf(ratio: number, bad: number, all: number): number | null {
  return all === 0 ? null : Number((bad / all / (1 - ratio)).toPrecision(12));
}

/**
 * An event objective: good is what was answered as the checks want and in time; failed and dropped requests are bad.
 * With few samples only a miss is decided: more bad ones than a run with enough samples might have had.
 */
export function judgeEvents(objective: EventObjective, counts: SloCounts): SloJudgement {
  const { ratio, within } = objective;
  const { all, bad } = eventsOf(counts);
  const minSamples = Math.max(objective.minSamples, minSamplesOf(ratio));
  const said = { observed: all === 0 ? null : (all - bad) / all, interval: null, samples: all, minSamples };
  if (all === 0) return { ...said, outcome: "inconclusive", reason: "no request ended" };
  const allowed = budgetOf(ratio, Math.max(all, minSamples));
  const told = `${bad} of ${all} requests were bad${within === null ? "" : ` or beyond ${within.maxMs} ms`}`;
  const wanted = `${percentText(ratio)} % must be good`;
  if (bad > allowed) return { ...said, outcome: "fail", reason: `${told}, ${allowed} may be: ${wanted}` };
  if (all < minSamples) {
    const reason = `${told}, and a share of ${percentText(ratio)} % wants ${minSamples} samples`;
    return { ...said, outcome: "inconclusive", reason };
  }
  return { ...said, outcome: "pass", reason: `${told}, ${allowed} may be: ${wanted}` };
}
