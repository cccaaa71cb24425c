import type { LogHistogram } from "../histogram/log-histogram.ts";
import { nearestRank } from "../histogram/log-histogram.ts";
import { quantileRanks } from "../statistics/quantile-ranks.ts";
import type { SloJudgement } from "./judge-sample.ts";
import { minSamplesOf } from "./min-samples.ts";
import type { PercentileObjective } from "./objective.ts";
import { quantileText } from "./objective-text.ts";
import type { SloSample } from "./sample.ts";

const CONFIDENCE = 0.95;

/**
 * A percentile limit, judged by the distribution-free interval of the percentile: within only if its upper end is,
 * missed if its lower end is beyond, else undecided. What failed or was dropped has no time; it counts as slower than
 * any limit, so that a fast refusal cannot make the rest look good.
 */
export function judgePercentile(objective: PercentileObjective, sample: SloSample): SloJudgement {
  const { quantile, maxMs } = objective;
  const { times, completed, failed, dropped } = sample;
  const samples = Math.max(completed, times.count) + failed + dropped;
  const minSamples = Math.max(objective.minSamples, minSamplesOf(quantile));
  const name = quantileText(quantile);
  const said = { observed: null, interval: null, samples, minSamples };
  if (samples === 0) return { ...said, outcome: "inconclusive", reason: "no request ended" };
  const observed = finite(atRank(times, nearestRank(quantile, samples), "high"));
  const ranks = samples < minSamples ? null : quantileRanks(samples, quantile, CONFIDENCE);
  if (ranks === null) {
    const reason = `${name} wants ${minSamples} samples, and there are ${samples}`;
    return { ...said, observed, outcome: "inconclusive", reason };
  }
  const low = atRank(times, ranks.low, "low");
  const high = atRank(times, ranks.high, "high");
  const interval = finite(high) === null ? null : ([low, high] as const);
  const outcome = high <= maxMs ? "pass" : low > maxMs ? "fail" : "inconclusive";
  const between = Number.isFinite(low)
    ? `${name} is between ${endText(low)} and ${endText(high)}`
    : `${name} lies among the requests that failed or were dropped`;
  const lost =
    failed + dropped === 0 ? "" : `; ${failed} failed and ${dropped} were dropped, which is slower than any limit`;
  const limit = outcome === "inconclusive" ? `, on both sides of ${maxMs} ms` : `, the limit is ${maxMs} ms`;
  return { ...said, observed, interval, outcome, reason: `${between}${limit}${lost}` };
}

/** Milliseconds of a rank; infinite where it falls among what has no time. */
function atRank(times: LogHistogram, rank: number, end: "low" | "high"): number {
  if (rank > times.count) return Number.POSITIVE_INFINITY;
  return (end === "low" ? times.atRankLow(rank) : times.atRank(rank)) / 1000;
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}

function endText(ms: number): string {
  return Number.isFinite(ms) ? `${ms} ms` : "a failure";
}
