import type { LoadSecond, RunMade } from "@holdpoint/core";
import { ArtifactLines, LogHistogram, parseObjective, RunTally } from "@holdpoint/core";

/** A target that answers one request after the other, and arrivals that do not wait for it. */
export interface Simulation {
  readonly arrivals: "constant" | "steps" | "closed";
  /** Arrivals a second, one figure a second. */
  readonly ratesPerS: readonly number[];
  /** What a request takes of the target's time, milliseconds; how long the queue is when its turn comes is given. */
  readonly takesMs: (atS: number, waiting: number) => number;
  /** A request that the target refuses, at once. */
  readonly refuses: (index: number, atS: number) => boolean;
  readonly objectives: readonly string[];
  /** How late the generator comes to each arrival, milliseconds. */
  readonly lagMs: number;
  readonly cpuS: number;
  /** How long ago it began, milliseconds. */
  readonly agoMs: number;
  readonly url: string;
  readonly seed: number;
  readonly synthetic: boolean;
}

const CONNECTIONS = 10;
const HEX = { plan: "0", sent: "1", testbed: "2" } as const;

interface Request {
  readonly dueS: number;
  readonly sentS: number;
  readonly endS: number;
  readonly isRefused: boolean;
}

/**
 * `load-<time>.jsonl` of a run that was computed and not made; its figures are what an honest generator would have
 * written.
 */
export function simulatedArtifact(simulation: Simulation, nowMs: number): string {
  const { arrivals, ratesPerS, agoMs, url, cpuS } = simulation;
  const requests = queueOf(simulation);
  const durationMs = ratesPerS.length * 1000;
  const lastS = Math.max(ratesPerS.length - 1, ...requests.map(({ endS }) => Math.floor(endS)));
  const made = madeOf(simulation, requests.length);
  const lines = new ArtifactLines({
    schema: "holdpoint/load-artifact/v2",
    id: "load",
    startedAtMs: nowMs - agoMs,
    url,
    planSha256: HEX.plan.repeat(63) + String(made.seed % 10),
    sentSha256: HEX.sent.repeat(64),
    testbedSha256: HEX.testbed.repeat(64),
    workers: 1,
    phases: [{ name: "main", durationMs, arrival: arrivals }],
    series: [
      { of: "run", name: "" },
      { of: "endpoint", name: "all" },
    ],
    made,
  });
  const tally = new RunTally(made.windowS);
  const text = [lines.header()];
  for (let at = 0; at <= lastS; at += 1) {
    const run = secondOf(at, requests, simulation.lagMs);
    const all: LoadSecond = { ...run, series: { of: "endpoint", name: "all" }, queued: 0, lag: null };
    const failures = run.failed === 0 ? [] : [["status 503", run.failed] as const];
    const checks = { checksPassed: [["all: status", run.completed] as const], checksFailed: [] };
    const second = { second: at, series: [run, all], started: run.sent, failures, ...checks };
    tally.take(second);
    text.push(lines.second(second));
  }
  const queue = { max: Math.max(...tally.windows().map(({ queued }) => queued)), waited: 0 };
  const ran = { durationMs, queue, retried: 0, cpuS };
  const { seconds, totals } = tally;
  return [...text, lines.end({ seconds, totals, validity: "valid", reasons: [], ran })].join("");
}

function madeOf({ arrivals, ratesPerS, objectives, seed, synthetic }: Simulation, count: number): RunMade {
  return {
    version: "simulation",
    synthetic,
    target: arrivals === "closed" ? null : count / ratesPerS.length,
    connections: CONNECTIONS,
    poolFull: "queue",
    pacing: "economical",
    warmUpMs: 0,
    seed,
    testbed: "simulated",
    objectives: objectives.map((one) => parseObjective(one)),
    abort: null,
    validity: { lagP99Ms: 100, achievedRatio: 0.99 },
    windowS: 1,
    checks: ["all: status"],
  };
}

/** First come, first served; a request is sent when one of the connections is free. */
function queueOf({ ratesPerS, takesMs, refuses }: Simulation): Request[] {
  const requests: Request[] = [];
  let freeS = 0;
  for (const [second, rate] of ratesPerS.entries()) {
    for (let at = 0; at < rate; at += 1) {
      const dueS = second + at / rate;
      const sentS = Math.max(dueS, requests[requests.length - CONNECTIONS]?.endS ?? 0);
      const isRefused = refuses(requests.length, dueS);
      const takesS = isRefused ? 0 : takesMs(dueS, Math.max(0, freeS - dueS) * rate) / 1000;
      freeS = Math.max(sentS, freeS) + takesS;
      requests.push({ dueS, sentS, endS: freeS, isRefused });
    }
  }
  return requests;
}

function secondOf(at: number, requests: readonly Request[], lagMs: number): LoadSecond {
  const within = (atS: number): boolean => Math.floor(atS) === at;
  const ended = requests.filter(({ endS }) => within(endS));
  const refused = ended.filter(({ isRefused }) => isRefused);
  const histogram = (of: readonly Request[], from: "dueS" | "sentS"): LogHistogram => {
    const times = new LogHistogram();
    for (const request of of) times.record((request.endS - request[from]) * 1e6);
    return times;
  };
  const due = requests.filter(({ dueS }) => within(dueS)).length;
  const lag = new LogHistogram();
  if (due > 0) lag.record(lagMs * 1000, due);
  return {
    series: { of: "run", name: "" },
    second: at,
    due,
    sent: requests.filter(({ sentS }) => within(sentS)).length,
    completed: ended.length - refused.length,
    failed: refused.length,
    dropped: 0,
    queued: requests.filter(({ dueS, sentS }) => dueS < at + 1 && sentS >= at + 1).length,
    response: histogram(ended, "dueS").toSlice(),
    service: histogram(ended, "sentS").toSlice(),
    failedResponse: histogram(refused, "dueS").toSlice(),
    failedService: histogram(refused, "sentS").toSlice(),
    lag: lag.toSlice(),
  };
}
