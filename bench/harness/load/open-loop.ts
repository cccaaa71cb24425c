import type { LoadResult } from "./latency.ts";
import { summarize } from "./latency.ts";
import type { Schedule } from "./schedule.ts";
import { dueCount, dueMs } from "./schedule.ts";

export interface OpenLoop {
  /** Jobs under way at once; a job that is due while all are busy waits, and its wait counts. */
  readonly callers: number;
  readonly perSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly job: (caller: number) => Promise<void>;
  readonly nowMs: () => number;
  /** Resolves after about so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/** `lateMs`: how long after its time the last job of the load was started. */
export interface OpenLoopResult extends LoadResult {
  readonly lateMs: number;
}

const PAUSE_MS = 1;

/** Jobs on an absolute schedule; a latency counts from when its job was due, not from when it was sent. */
export async function openLoop(load: OpenLoop): Promise<OpenLoopResult> {
  const schedule: Schedule = { startMs: load.nowMs(), perSecond: load.perSecond };
  const total = Math.ceil(((load.warmUpMs + load.measureMs) * load.perSecond) / 1000);
  const first = Math.ceil((load.warmUpMs * load.perSecond) / 1000);
  const latenciesMs: number[] = [];
  const idle = Array.from({ length: load.callers }, (_, caller) => caller);
  const underWay = new Set<Promise<void>>();
  let sent = 0;
  let lateMs = 0;
  let broken: { readonly cause: unknown } | null = null;

  const start = (caller: number): void => {
    const index = sent;
    sent += 1;
    lateMs = load.nowMs() - dueMs(schedule, index);
    const work = load
      .job(caller)
      .then(() => {
        if (index >= first) latenciesMs.push(load.nowMs() - dueMs(schedule, index));
        idle.push(caller);
        startDue();
      })
      .catch((cause: unknown) => {
        broken ??= { cause };
      })
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  const startDue = (): void => {
    const due = Math.min(total, dueCount(schedule, load.nowMs()));
    while (sent < due && broken === null) {
      const caller = idle.pop();
      if (caller === undefined) return;
      start(caller);
    }
  };
  const failure = (): { readonly cause: unknown } | null => broken;

  while (sent < total && failure() === null) {
    startDue();
    await load.pause(PAUSE_MS);
  }
  while (underWay.size > 0) await Promise.all(underWay);
  const ended = failure();
  if (ended !== null) throw ended.cause;
  return { ...summarize(latenciesMs, load.measureMs), lateMs };
}
