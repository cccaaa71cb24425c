import { quantileRanks } from "../../statistics/quantile-ranks.ts";
import { LogHistogram, nearestRank } from "../../histogram/log-histogram.ts";
import { judgeEvents } from "../../slo/judge-events.ts";
import type { SloJudgement } from "../../slo/judge-sample.ts";
import { judgeThroughput } from "../../slo/judge-throughput.ts";
import { minSamplesOf } from "../../slo/min-samples.ts";
import type { EventObjective, Objective, PercentileObjective, ThroughputObjective } from "../../slo/objective.ts";
import { quantileText } from "../../slo/objective-text.ts";
import type { ImportedPart } from "./imported-part.ts";
import { completedWithin, failedAmong, untimed } from "./imported-part.ts";

const CONFIDENCE = 0.95;
/** The first and the last second of a run hold less by nature. */
const EDGES_MS = 2000;

/**
 * Judges an objective by what is known of a part: it passes only where everything that may be so passes, and fails only
 * where nothing that may be so does not.
 */
export function judgePart(objective: Objective, part: ImportedPart): SloJudgement {
  if (objective.kind === "throughput") return judgeRate(objective, part);
  return objective.kind === "events" ? judgeShare(objective, part) : judgeQuantile(objective, part);
}

function judgeQuantile(objective: PercentileObjective, part: ImportedPart): SloJudgement {
  const { quantile, maxMs } = objective;
  const { completed, failed, dropped, times } = part;
  const name = quantileText(quantile);
  const samples = completed + failed + dropped[1];
  const minSamples = Math.max(objective.minSamples, minSamplesOf(quantile));
  const said = { observed: null, interval: null, samples, minSamples };
  const undecided = (reason: string): SloJudgement => ({ ...said, outcome: "inconclusive", reason });
  if (samples === 0) return undecided("no request ended");
  if (times === null) return undecided("it does not tell times, or not of how many requests");
  const [ranks, fewest] = [quantileRanks(samples, quantile, CONFIDENCE), completed + failed + dropped[0]];
  const lowRanks = quantileRanks(fewest, quantile, CONFIDENCE);
  if (fewest < minSamples || ranks === null || lowRanks === null)
    return undecided(`${name} wants ${minSamples} samples, and there are ${fewest}`);
  const [least, most] = completedWithin(part, maxMs);
  const among = failedAmong(part);
  const beyond = untimed(part) > 0 ? 0 : Number.POSITIVE_INFINITY;
  const msAt = (rank: number): readonly [low: number, high: number | null] =>
    rank > times.count ? [beyond, null] : times.atRank(rank);
  const low = msAt(lowRanks.low)[0];
  const high = ranks.high > completed ? Number.POSITIVE_INFINITY : msAt(ranks.high + among)[1];
  const observed = msAt(nearestRank(quantile, samples) + among)[1] ?? finite(high);
  const interval = high === null || !Number.isFinite(high) ? null : ([low, high] as const);
  const outcome = ranks.high <= least ? "pass" : lowRanks.low > most ? "fail" : "inconclusive";
  const between = `${name} is between ${endText(low)} and ${endText(high)} by ${times.source}`;
  const reason = `${between}, the limit is ${maxMs} ms${lostText(part)}`;
  return { ...said, observed, interval, outcome, reason };
}

function judgeShare(objective: EventObjective, part: ImportedPart): SloJudgement {
  const { within } = objective;
  const { completed, failed, dropped } = part;
  const [least, most] = within === null ? [completed, completed] : completedWithin(part, within.maxMs);
  const worst = judgeEvents(objective, { completed, failed, dropped: dropped[1], over: completed - least });
  if (worst.outcome === "pass") return worst;
  const best = judgeEvents(objective, { completed, failed, dropped: dropped[0], over: completed - most });
  if (best.outcome === "fail" || (worst.outcome === "inconclusive" && best.outcome === "inconclusive")) return best;
  const [fewest, many] = [completed - most + failed + dropped[0], completed - least + failed + dropped[1]];
  const reason = `${fewest} to ${many} of ${completed + failed + dropped[1]} requests were bad`;
  return { ...worst, outcome: "inconclusive", reason: `${reason} by ${part.times?.source ?? "what is told"}` };
}

function judgeRate(objective: ThroughputObjective, part: ImportedPart): SloJudgement {
  const { completed, failed, elapsedMs } = part;
  const sample = { completed, failed, dropped: part.dropped[1], over: 0, times: NO_TIMES };
  const whole = judgeThroughput(objective, { ...sample, elapsedMs });
  if (whole.outcome !== "fail") return whole;
  const inner = judgeThroughput(objective, { ...sample, elapsedMs: Math.max(0, elapsedMs - EDGES_MS) });
  if (inner.outcome === "fail") return whole;
  return {
    ...whole,
    outcome: "inconclusive",
    reason: `${whole.reason}; its first and last second hold less by nature`,
  };
}

const NO_TIMES = new LogHistogram();

function lostText({ failed, dropped }: ImportedPart): string {
  const lost = failed + dropped[1];
  return lost === 0 ? "" : `; ${failed} failed and ${dropped[1]} were dropped, which is slower than any limit`;
}

function endText(ms: number | null): string {
  if (ms === null) return "what is not told";
  return Number.isFinite(ms) ? `${Number(ms.toFixed(3))} ms` : "a failure";
}

function finite(ms: number | null): number | null {
  return ms !== null && Number.isFinite(ms) ? ms : null;
}
