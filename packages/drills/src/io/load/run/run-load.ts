import type { LoadBody, LoadPlan, RunSecond, SteadyState } from "@holdpoint/core";
import { join } from "node:path";
import type { LiveSecond } from "../../../load/report/live-second.ts";
import { monotonicClock } from "../clock.ts";
import { ArtifactFile, writeDocument } from "./artifact-file.ts";
import { Crew } from "./crew.ts";
import { RunDesk } from "./run-desk.ts";
import { testbed } from "./testbed.ts";

export interface RunLoadTerms {
  /** `load` unless the configuration names several. */
  readonly id?: string;
  /** Of Holdpoint. */
  readonly version: string;
  /** Where the run leaves its artifact; made when it is not there. */
  readonly folder: string;
  /** Ends the run early: it says what was measured until then, and is invalid. */
  readonly signal: AbortSignal;
  /** The system's clock, milliseconds; it times nothing but is watched for steps. */
  readonly nowMs: () => number;
  /** Once a second while it runs. */
  readonly onSecond?: (live: LiveSecond) => void;
}

export interface LoadRun {
  readonly body: LoadBody;
  /** `load-<ts>.jsonl`: every second of every series. */
  readonly artifact: string;
  /** When the clock began, on the monotonic clock of this machine; null when it never did. */
  readonly beganUs: number | null;
  readonly steady: SteadyState;
  /** `perf-steady-state-<ts>.json`. */
  readonly steadyFile: string;
}

/** All workers begin at one moment that lies ahead of every one of them. */
const BEGIN_IN_US = 50_000;
/** What connecting, warming up, draining and ending may take besides what the plan gives them. */
const GRACE_MS = 30_000;
/** What was on its way has a second to end; whoever has not stopped by then stands still. */
const STOP_GRACE_MS = 10_000;

/**
 * Sends what the plan says and measures it: workers send, this thread merges their seconds, judges the objectives while
 * they come in, and writes each second to the artifact. Nothing runs any more when it resolves. A worker that dies ends
 * the run: what was measured until then is kept, and invalid.
 *
 * @throws HoldpointError `HP-LOAD-*`, `HP-CONFIG-*` for a plan that cannot be sent or judged, before anything is sent;
 * `HP-LOAD-FOLDER` when the folder cannot be written
 * @example
 * const { body } = await runLoad(plan, { version: "1.0.0", folder: "run", signal, nowMs: Date.now });
 * body.validity; // "valid"
 */
export async function runLoad(asked: LoadPlan, terms: RunLoadTerms): Promise<LoadRun> {
  // A worker without a connection has nothing to do.
  const plan = { ...asked, workers: Math.min(asked.workers, asked.connections) };
  const { id = "load", version, folder, signal, nowMs, onSecond } = terms;
  const clockUs = monotonicClock();
  const desk = new RunDesk(plan, { id, version, nowMs, clockUs, testbed: testbed() });
  const header = desk.header();
  const file = new ArtifactFile(join(folder, `load-${desk.startedAtMs}.jsonl`));
  let broken: unknown = null;
  const take = (second: RunSecond): void => {
    try {
      file.write(desk.take(second));
      if (desk.abortedBy !== null) stop();
      onSecond?.(desk.live());
    } catch (thrown) {
      // A disk that is full must end the run, not the process.
      broken ??= thrown;
      stop();
    }
  };
  const cut = (): void => {
    desk.cut();
    stop();
  };
  const crew = new Crew(plan, take, cut);
  let stopping: NodeJS.Timeout | null = null;
  const stop = (): void => {
    crew.stop();
    stopping ??= setTimeout(() => crew.giveUp("it did not stop when it was told to"), STOP_GRACE_MS);
  };
  const interrupt = (): void => {
    desk.interrupted(reasonOf(signal));
    stop();
  };
  const guard = deadline(plan, () => crew.giveUp("it did not end in time"));
  try {
    if (signal.aborted) interrupt();
    else signal.addEventListener("abort", interrupt, { once: true });
    file.write(header);
    await crew.ready;
    if (crew.open > 0 && crew.lost.length === 0 && !signal.aborted) {
      const atUs = clockUs() + BEGIN_IN_US;
      desk.begin(atUs);
      crew.begin(atUs);
    } else stop();
    await crew.ended;
    if (broken !== null) throw broken;
    const { body, steady, closing } = desk.finish(crew);
    file.write(closing);
    const steadyFile = join(folder, `perf-steady-state-${desk.startedAtMs}.json`);
    writeDocument(steadyFile, steady);
    return { body, artifact: file.path, beganUs: desk.beganUs, steady, steadyFile };
  } finally {
    clearTimeout(guard);
    clearTimeout(stopping ?? undefined);
    signal.removeEventListener("abort", interrupt);
    await crew.close();
    file.close();
  }
}

function deadline(plan: LoadPlan, giveUp: () => void): NodeJS.Timeout {
  const runMs = plan.phases.reduce((sum, { durationMs }) => sum + durationMs, plan.warmUpMs);
  // A timer takes 2^31 - 1 ms, which is more than the longest run.
  return setTimeout(giveUp, Math.min(2 ** 31 - 1, runMs + 3 * plan.timeoutMs + GRACE_MS));
}

function reasonOf({ reason }: AbortSignal): string {
  if (typeof reason === "string") return reason;
  return reason instanceof Error ? reason.message : "it was stopped";
}
