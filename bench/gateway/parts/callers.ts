import { LogHistogram } from "@holdpoint/core";
import type { LoadFigure } from "../../harness/load-figure.ts";
import { figureOf } from "../../harness/load-figure.ts";

export interface Calling {
  readonly callers: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** One job of one caller; a rejection ends everything, because a failed job is no job. */
  readonly job: (caller: number) => Promise<void>;
  readonly nowMs: () => number;
}

const US_PER_MS = 1000;

/**
 * Every caller begins its next job when its last one ended. A peer is a library, to which nothing is sent: whatever
 * stood between its callers and its functions would only slow it down.
 */
export async function measureCallers({ callers, warmUpMs, measureMs, job, nowMs }: Calling): Promise<LoadFigure> {
  const fromMs = nowMs() + warmUpMs;
  const untilMs = fromMs + measureMs;
  const latencies = new LogHistogram();
  let all = 0;
  const call = async (caller: number): Promise<void> => {
    for (let begunMs = nowMs(); begunMs < untilMs; begunMs = nowMs()) {
      await job(caller);
      all += 1;
      if (begunMs >= fromMs) latencies.record((nowMs() - begunMs) * US_PER_MS);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  return figureOf(latencies.toSlice(), measureMs, all);
}
