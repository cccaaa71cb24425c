import { judgeEvents } from "./judge-events.ts";
import { judgePercentile } from "./judge-percentile.ts";
import { judgeThroughput } from "./judge-throughput.ts";
import type { Objective } from "./objective.ts";
import type { SloSample } from "./sample.ts";

/** What a window or a run says about an objective; `reason` is a clause. */
export interface SloJudgement {
  readonly outcome: "pass" | "fail" | "inconclusive";
  readonly reason: string;
  readonly observed: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly samples: number;
  readonly minSamples: number;
}

export function judgeSample(objective: Objective, sample: SloSample): SloJudgement {
  if (objective.kind === "percentile") return judgePercentile(objective, sample);
  return objective.kind === "events" ? judgeEvents(objective, sample) : judgeThroughput(objective, sample);
}
