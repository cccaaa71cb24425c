import type { SloJudgement } from "./judge-sample.ts";
import type { ThroughputObjective } from "./objective.ts";
import type { SloSample } from "./sample.ts";

/** A rate of successes. The sample is of whole seconds between the first and the last, which hold less by nature. */
export function judgeThroughput({ minPerS }: ThroughputObjective, sample: SloSample): SloJudgement {
  const { completed, failed, dropped, elapsedMs } = sample;
  const said = { interval: null, samples: completed, minSamples: 1 };
  if (completed + failed + dropped === 0 || elapsedMs === 0) {
    const reason = elapsedMs === 0 ? "there is no second between the first and the last" : "no request ended";
    return { ...said, observed: null, outcome: "inconclusive", reason };
  }
  const observed = (completed * 1000) / elapsedMs;
  const outcome = observed >= minPerS ? "pass" : "fail";
  const reason = `${completed} successes in ${elapsedMs / 1000} s, ${minPerS} a second are wanted`;
  return { ...said, observed, outcome, reason };
}
