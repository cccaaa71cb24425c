import type { Counts, LoadPlan, RunSecond } from "@holdpoint/core";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { EngineEnd, EngineRecorder, StepExchange } from "../../../load/engine/terms.ts";
import type { CompiledFlows } from "../../../load/flow/compile-flows.ts";
import { compileFlows } from "../../../load/flow/compile-flows.ts";
import { firstStep } from "../../../load/report/load-step.ts";
import { SecondRecorder } from "../../../load/report/second-recorder.ts";
import type { WorkerPart } from "../../../load/schedule/arrivals.ts";
import { arrivalsOf, closedSpansOf, phaseStartsUs } from "../../../load/schedule/arrivals.ts";
import { warmUpPhase } from "../../../load/schedule/warm-up.ts";
import type { Transport } from "../../../load/wire.ts";
import { monotonicClock } from "../clock.ts";
import { runEngine } from "../engine.ts";
import { transportOf } from "./transport-of.ts";
import type { WorkerEnd } from "./messages.ts";

const TICK_MS = 250;
const US_PER_MS = 1000;
/** So that an abort is seen in time. */
const WAIT_MS_MAX = 20;
const NANOSECONDS_PER_MS = 1e6;
const DELAY_RESOLUTION_MS = 20;

/** Numbers of warm-up arrivals begin here, so that those of the run do not depend on how long it warmed up. */
const WARM_UP_INDEX = 1_000_000_000;

/** One worker's part of a run: connects and warms up at once, measures when it is told to. */
export class Generator {
  readonly #plan: LoadPlan;
  readonly #part: WorkerPart;
  readonly #flows: CompiledFlows;
  readonly #clockUs = monotonicClock();
  readonly #transport: Transport<StepExchange>;
  readonly #stop = new AbortController();

  /** @throws HoldpointError for a plan that cannot be sent */
  constructor(plan: LoadPlan, part: WorkerPart) {
    this.#plan = plan;
    this.#part = part;
    this.#flows = compileFlows(plan);
    this.#transport = transportOf<StepExchange>(plan, this.#clockUs, part);
  }

  get connectFailures(): Counts {
    return [...this.#transport.connectFailures];
  }

  /** @returns how many connections are open and usable */
  async prepare(): Promise<number> {
    const { connections, warmUpMs } = this.#plan;
    const wanted = partOf(connections, this.#part);
    const failures = await Promise.race([this.#transport.connect(wanted), stopOf(this.#stop.signal)]);
    if (failures === null || failures.length === wanted) return 0;
    if (warmUpMs > 0 && !this.#stop.signal.aborted) await this.#warmUp();
    return wanted - failures.length;
  }

  async measure(startUs: number, seal: (second: RunSecond) => void): Promise<WorkerEnd> {
    const recorder = new SecondRecorder({
      phases: this.#plan.phases,
      flows: this.#flows,
      indexOf: (own) => this.#indexOf(own),
      startUs,
      seal,
    });
    const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
    delay.enable();
    const { strayAnswers: strayBefore, repeated: repeatedBefore } = this.#transport;
    const ticking = setInterval(() => recorder.advance(this.#clockUs()), TICK_MS);
    try {
      const engine = await this.#run(startUs, recorder, recorder, 0);
      // A schedule that falls silent before its last phase is over is no shorter for it.
      if (!engine.aborted) await this.#until(startUs + (phaseStartsUs(this.#plan.phases).at(-1) ?? 0));
      recorder.finish(this.#clockUs(), !this.#stop.signal.aborted);
      return {
        engine,
        connectFailures: this.connectFailures,
        blockedMsMax: delay.max / NANOSECONDS_PER_MS,
        strayAnswers: this.#transport.strayAnswers - strayBefore,
        repeated: this.#transport.repeated - repeatedBefore,
      };
    } finally {
      clearInterval(ticking);
      delay.disable();
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  close(): Promise<void> {
    return this.#transport.close();
  }

  async #warmUp(): Promise<void> {
    const phase = warmUpPhase(this.#plan);
    const quiet = { due: nothing, dropped: nothing, overflowed: nothing, queued: nothing };
    await this.#run(this.#clockUs(), quiet, null, WARM_UP_INDEX, [phase]);
  }

  async #until(atUs: number): Promise<void> {
    const { signal } = this.#stop;
    for (let leftUs = atUs - this.#clockUs(); leftUs > 0 && !signal.aborted; leftUs = atUs - this.#clockUs()) {
      await sleep(Math.min(WAIT_MS_MAX, Math.ceil(leftUs / US_PER_MS)));
    }
  }

  #run(
    startUs: number,
    engineRecorder: EngineRecorder,
    recorder: SecondRecorder | null,
    firstIndex: number,
    phases: LoadPlan["phases"] = this.#plan.phases,
  ): Promise<EngineEnd> {
    const plan = this.#plan;
    const part = this.#part;
    return runEngine({
      transport: this.#transport,
      startUs,
      arrivals: arrivalsOf(phases, plan.seed, part),
      closed: closedSpansOf(phases, part),
      makeExchange: (dueUs, own) => {
        const index = firstIndex + this.#indexOf(own);
        return firstStep({ recorder, flow: this.#flows.flowOf(index), values: this.#flows.valuesOf(index), dueUs });
      },
      poolFull: plan.poolFull,
      // A worker that may let none wait would be full while nobody waits.
      queueMax: Math.max(1, partOf(plan.queueMax, part)),
      connectionsMax: partOf(plan.connectionsMax, part),
      pacing: plan.pacing,
      drainMs: plan.timeoutMs,
      recorder: engineRecorder,
      signal: this.#stop.signal,
      clockUs: this.#clockUs,
    });
  }

  /** Arrivals are dealt out in turn, so that an index says the same whoever sends it. */
  #indexOf(own: number): number {
    return own * this.#part.workers + this.#part.worker;
  }
}

/** What of a bound is this worker's: all workers together have exactly that many. */
function partOf(bound: number, { worker, workers }: WorkerPart): number {
  return Math.floor(bound / workers) + (worker < bound % workers ? 1 : 0);
}

/** Resolves when it is aborted: who is told to stop does not wait for a target that says nothing. */
function stopOf(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}

function nothing(): void {
  // While warming up nothing is counted.
}
