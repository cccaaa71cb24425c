import type { Counts, ErrorCode, LoadPlan, RunSecond } from "@holdpoint/core";
import { HoldpointError, mergeCounts } from "@holdpoint/core";
import { mergeSeconds } from "../../../load/report/merge-seconds.ts";
import type { WorkerEnd } from "./messages.ts";
import { WorkerThread } from "./worker-thread.ts";

/** Seconds of one worker that wait for those of another one; more, and the slowest is given up. */
const AHEAD_SECONDS_MAX = 120;

const PLAN_FAULT = /^HP-(?:LOAD|CONFIG)-/;

interface Member {
  readonly thread: WorkerThread;
  readonly waiting: RunSecond[];
  open: number | null;
  connectFailures: Counts;
  end: WorkerEnd | null;
  lost: string | null;
}

/** All workers of a run as one: told together, their seconds merged in order. */
export class Crew {
  readonly #members: Member[];
  readonly #onSecond: (second: RunSecond) => void;
  readonly #onLost: () => void;
  readonly #ready = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<void>();
  #next = 0;

  /** @param onLost a worker is gone, so the run proves nothing any more */
  constructor(plan: LoadPlan, onSecond: (second: RunSecond) => void, onLost: () => void) {
    this.#onSecond = onSecond;
    this.#onLost = onLost;
    // Whoever waits is told; nobody may be waiting yet.
    for (const { promise } of [this.#ready, this.#ended]) promise.catch(() => undefined);
    this.#members = Array.from({ length: plan.workers }, (_, worker) => this.#start(plan, worker));
  }

  /** All are connected and warm, or known not to be. Throws what a worker says makes the plan impossible. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** All have ended or are lost. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  get open(): number {
    return this.#members.reduce((sum, { open }) => sum + (open ?? 0), 0);
  }

  get connectFailures(): Counts {
    return mergeCounts(this.#members.map((member) => member.end?.connectFailures ?? member.connectFailures));
  }

  get lost(): readonly string[] {
    return this.#members.flatMap(({ lost }, worker) => (lost === null ? [] : [`worker ${worker}: ${lost}`]));
  }

  get ends(): readonly WorkerEnd[] {
    return this.#members.flatMap(({ end }) => end ?? []);
  }

  begin(atUs: number): void {
    for (const member of this.#members) if (isActive(member)) member.thread.tell({ type: "start", atUs });
  }

  stop(): void {
    for (const member of this.#members) if (isActive(member)) member.thread.tell({ type: "stop" });
  }

  /** Whoever has not ended by itself counts as lost. */
  giveUp(why: string): void {
    for (const [worker, member] of this.#members.entries()) if (isActive(member)) this.#lose(worker, why);
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({ thread }) => thread.terminate()));
  }

  #start(plan: LoadPlan, worker: number): Member {
    const thread = new WorkerThread(
      { plan, worker, workers: plan.workers },
      {
        ready: (open, connectFailures) => {
          this.#change(worker, { open, connectFailures });
        },
        second: (second) => {
          this.#members[worker]?.waiting.push(second);
          this.#merge();
        },
        ended: (end) => this.#change(worker, { end }),
        failed: ({ code, message, place }) => {
          // What is wrong with the plan is told as such, before anything is measured; the rest is the worker's own.
          if (this.#members[worker]?.open === null && PLAN_FAULT.test(code)) {
            const error = new HoldpointError(code as ErrorCode, message, place);
            this.#ready.reject(error);
            this.#ended.reject(error);
          }
          this.#lose(worker, `${code}: ${message}`);
        },
        lost: (why) => this.#lose(worker, why),
      },
    );
    return { thread, waiting: [], open: null, connectFailures: [], end: null, lost: null };
  }

  /** Nothing more of it counts; what it told before does. */
  #lose(worker: number, why: string): void {
    const member = this.#members[worker];
    if (member === undefined || !isActive(member)) return;
    void member.thread.terminate();
    this.#change(worker, { lost: why });
    this.#onLost();
  }

  #change(worker: number, change: Partial<Member>): void {
    const member = this.#members[worker];
    if (member === undefined) return;
    Object.assign(member, change);
    this.#merge();
    if (this.#members.every((one) => one.open !== null || !isActive(one))) this.#ready.resolve();
    if (this.#members.every((one) => !isActive(one))) this.#ended.resolve();
  }

  /** Hands over each second that no worker can add to any more. */
  #merge(): void {
    for (;;) {
      const late = this.#members.findIndex((member) => isActive(member) && member.waiting.length === 0);
      if (late >= 0) {
        const ahead = Math.max(...this.#members.map(({ waiting }) => waiting.length));
        if (ahead <= AHEAD_SECONDS_MAX) return;
        this.#lose(late, `it is ${ahead} seconds behind`);
        return;
      }
      const parts = this.#members.flatMap(({ waiting }) =>
        waiting[0]?.second === this.#next ? (waiting[0] ?? []) : [],
      );
      if (parts.length === 0) return;
      for (const { waiting } of this.#members) if (waiting[0]?.second === this.#next) waiting.shift();
      this.#next += 1;
      this.#onSecond(mergeSeconds(parts));
    }
  }
}

function isActive({ end, lost }: Member): boolean {
  return end === null && lost === null;
}
