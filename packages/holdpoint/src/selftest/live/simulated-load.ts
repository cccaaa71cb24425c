import type { LoadBody, LoadSecond, LoadWindow, Objective } from "@holdpoint/core";
import { LogHistogram, parseObjective, SloWatch } from "@holdpoint/core";

/** A target that answers one request after the other, and arrivals that do not wait for it. */
export interface Simulation {
  readonly id: string;
  readonly arrivals: "constant" | "steps";
  /** Arrivals a second, one figure a second. */
  readonly ratesPerS: readonly number[];
  /** What a request takes of the target's time, milliseconds; how long the queue is when its turn comes is given. */
  readonly takesMs: (atS: number, waiting: number) => number;
  /** A request that the target refuses, at once. */
  readonly refuses: (index: number, atS: number) => boolean;
  readonly objectives: readonly string[];
}

const CONNECTIONS = 10;

interface Request {
  readonly dueS: number;
  readonly sentS: number;
  readonly endS: number;
  readonly isRefused: boolean;
}

/** The report of a run that was computed and not made; its figures are what an honest generator would have written. */
export function simulatedLoad(simulation: Simulation): LoadBody {
  const { id, arrivals, ratesPerS, objectives } = simulation;
  const requests = queueOf(simulation);
  const durationMs = ratesPerS.length * 1000;
  const lastS = Math.max(ratesPerS.length - 1, ...requests.map(({ endS }) => Math.floor(endS)));
  const seconds = Array.from({ length: lastS + 1 }, (_, at) => secondOf(at, requests));
  const watch = new SloWatch({ objectives: objectives.map(objectiveOf), phases: [], durationMs, abort: null });
  for (const second of seconds) watch.second([second]);
  const [response, service] = [histogramOf(seconds, "response"), histogramOf(seconds, "service")];
  const count = requests.length;
  const failed = requests.filter(({ isRefused }) => isRefused).length;
  const counts = { completed: count - failed, failed };
  const perS = (count * 1000) / durationMs;
  return {
    schema: "holdpoint/load/v1",
    id,
    tool: { name: "simulation", version: null },
    trust: "open-both-clocks",
    url: "http://127.0.0.1:1",
    validity: "valid",
    reasons: [],
    target: perS,
    achieved: perS,
    due: count,
    sent: count,
    ...counts,
    dropped: 0,
    durationMs,
    failures: failed === 0 ? [] : [{ kind: "status", count: failed }],
    checks: [],
    response: response.summary(),
    service: service.summary(),
    lag: { count, p50: 0, p99: 0, max: 0 },
    queue: { max: Math.max(...seconds.map(({ queued }) => queued)), waited: 0 },
    windows: seconds.map(windowOf),
    series: [
      {
        of: "run",
        name: "",
        ...counts,
        response: response.toSlice(),
        service: service.toSlice(),
        summary: response.summary(),
      },
    ],
    slo: watch.results("valid"),
    terms: {
      model: "open",
      arrivals: [arrivals],
      connections: CONNECTIONS,
      poolFull: "queue",
      pacing: "economical",
      workers: 1,
      warmUpMs: 0,
      seed: 1,
      planSha256: "0".repeat(64),
      testbedSha256: "1".repeat(64),
      testbed: "simulated",
      cpuS: 1,
    },
  };
}

const objectiveOf = (text: string): Objective => parseObjective(text);

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

function secondOf(at: number, requests: readonly Request[]): LoadSecond {
  const within = (atS: number): boolean => Math.floor(atS) === at;
  const ended = requests.filter(({ endS }) => within(endS));
  const refused = ended.filter(({ isRefused }) => isRefused);
  const histogram = (of: readonly Request[], from: "dueS" | "sentS"): LogHistogram => {
    const times = new LogHistogram();
    for (const request of of) times.record((request.endS - request[from]) * 1e6);
    return times;
  };
  return {
    series: { of: "run", name: "" },
    second: at,
    due: requests.filter(({ dueS }) => within(dueS)).length,
    sent: requests.filter(({ sentS }) => within(sentS)).length,
    completed: ended.length - refused.length,
    failed: refused.length,
    dropped: 0,
    queued: requests.filter(({ dueS, sentS }) => dueS < at + 1 && sentS >= at + 1).length,
    response: histogram(ended, "dueS").toSlice(),
    service: histogram(ended, "sentS").toSlice(),
    failedResponse: histogram(refused, "dueS").toSlice(),
    failedService: histogram(refused, "sentS").toSlice(),
    lag: null,
  };
}

function histogramOf(seconds: readonly LoadSecond[], clock: "response" | "service"): LogHistogram {
  const all = new LogHistogram();
  for (const { [clock]: slice } of seconds) if (slice !== null) all.add(slice);
  return all;
}

function windowOf({ second, sent, completed, failed, dropped, queued, response, service }: LoadSecond): LoadWindow {
  const clocks = {
    response: LogHistogram.ofSlice(response).summary(),
    service: LogHistogram.ofSlice(service).summary(),
  };
  return { startMs: second * 1000, sizeMs: 1000, sent, completed, failed, dropped, queued, ...clocks, lagMax: 0 };
}
