import type { LoadResult } from "./latency.ts";
import { summarize } from "./latency.ts";

export interface ClosedLoop {
  readonly callers: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** One piece of work of one caller; a rejection ends the load, because a failed piece is no piece. */
  readonly job: (caller: number) => Promise<void>;
  readonly nowMs: () => number;
}

/** Every caller starts its next job when its last one ended; what ends within the measured time counts. */
export async function closedLoop(load: ClosedLoop): Promise<LoadResult> {
  const fromMs = load.nowMs() + load.warmUpMs;
  const untilMs = fromMs + load.measureMs;
  const latenciesMs: number[] = [];
  let all = 0;
  const call = async (caller: number): Promise<void> => {
    for (let sentMs = load.nowMs(); sentMs < untilMs; sentMs = load.nowMs()) {
      await load.job(caller);
      all += 1;
      const endedMs = load.nowMs();
      if (endedMs >= fromMs && endedMs < untilMs) latenciesMs.push(endedMs - sentMs);
    }
  };
  await Promise.all(Array.from({ length: load.callers }, (_, caller) => call(caller)));
  return summarize(latenciesMs, load.measureMs, all);
}
