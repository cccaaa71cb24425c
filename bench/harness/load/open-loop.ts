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
  const run = new Run(load);
  while (!run.isAllSent) {
    run.startDue();
    await load.pause(PAUSE_MS);
  }
  return run.ended();
}

class Run {
  readonly #load: OpenLoop;
  readonly #schedule: Schedule;
  readonly #total: number;
  readonly #firstMeasured: number;
  readonly #latenciesMs: number[] = [];
  readonly #idle: number[];
  readonly #underWay = new Set<Promise<void>>();
  #sent = 0;
  #lateMs = 0;
  #failure: { readonly cause: unknown } | null = null;

  constructor(load: OpenLoop) {
    const { perSecond, warmUpMs, measureMs, callers } = load;
    this.#load = load;
    this.#schedule = { startMs: load.nowMs(), perSecond };
    this.#total = Math.ceil(((warmUpMs + measureMs) * perSecond) / 1000);
    this.#firstMeasured = Math.ceil((warmUpMs * perSecond) / 1000);
    this.#idle = Array.from({ length: callers }, (_, caller) => caller);
  }

  get isAllSent(): boolean {
    return this.#sent >= this.#total || this.#failure !== null;
  }

  /** Starts what is due as long as somebody is idle. */
  startDue(): void {
    const due = Math.min(this.#total, dueCount(this.#schedule, this.#load.nowMs()));
    while (this.#sent < due && this.#failure === null) {
      // The one that was idle longest: a connection that is never used is closed by the server.
      const caller = this.#idle.shift();
      if (caller === undefined) return;
      this.#start(caller);
    }
  }

  /** The result, once nothing is under way. Rejects with the first failure. */
  async ended(): Promise<OpenLoopResult> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    if (this.#failure !== null) throw this.#failure.cause;
    return { ...summarize(this.#latenciesMs, this.#load.measureMs, this.#sent), lateMs: this.#lateMs };
  }

  #start(caller: number): void {
    const index = this.#sent;
    this.#sent += 1;
    const atMs = dueMs(this.#schedule, index);
    this.#lateMs = this.#load.nowMs() - atMs;
    const work = this.#work(caller, index, atMs).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  async #work(caller: number, index: number, atMs: number): Promise<void> {
    try {
      await this.#load.job(caller);
    } catch (cause) {
      this.#failure ??= { cause };
      return;
    }
    if (index >= this.#firstMeasured) this.#latenciesMs.push(this.#load.nowMs() - atMs);
    this.#idle.push(caller);
    this.startDue();
  }
}
